import { describe, expect, it } from "vitest";
import { isoDate } from "#shared/kernel/dates.ts";
import { readPeriodText } from "#shared/payments/import/readPeriodText.ts";
import { readMethod, readYes } from "#shared/payments/import/words.ts";

const day = isoDate("2022-07-08");

describe("所属期 of a row", () => {
  it.each([
    ["2022年第一季度", "2022-01-01", "2022-03-31"],
    ["2022年1-3月", "2022-01-01", "2022-03-31"],
    ["3月", "2022-03-01", "2022-03-31"],
    ["2022年", "2022-01-01", "2022-12-31"],
    ["2021全年", "2021-01-01", "2021-12-31"],
    ["2022-01-15至2022-02-14", "2022-01-15", "2022-02-14"],
    ["2022年1月15日—2022年2月14日", "2022-01-15", "2022-02-14"],
    ["2022/5/10", "2022-05-10", "2022-05-10"],
    ["上半年", "2022-01-01", "2022-06-30"],
  ])("%s", (text, from, to) => {
    expect(readPeriodText(text, day)).toEqual({ from, to });
  });

  it("says nothing, or cannot be read", () => {
    expect(readPeriodText(" ", day)).toBeUndefined();
    expect(readPeriodText("以后再说", day)).toEqual({ fault: expect.stringContaining("“以后再说”看不懂") });
    expect(readPeriodText("2022-02-14至2022-01-15", day)).not.toEqual({
      from: "2022-02-14",
      to: "2022-01-15",
    });
  });
});

describe("words of a row", () => {
  it.each([
    ["公务卡结算", "officialCard"],
    ["财政授权支付", "authorised"],
    ["国库集中支付（直接支付）", "direct"],
    ["网银转账", "transfer"],
    ["现金", "cash"],
    ["", undefined],
  ])("支付方式 %s is %s", (text, method) => {
    expect(readMethod(text)).toBe(method);
  });

  it("that nobody knows are told, and a tick is a tick", () => {
    expect(readMethod("以物易物")).toEqual({ fault: expect.stringContaining("请写财政直接支付、") });
    expect(["是", "√", "Y", "预付"].map(readYes)).toEqual([true, true, true, true]);
    expect(["", "否", "0", "不是"].map(readYes)).toEqual([false, false, false, false]);
  });
});
