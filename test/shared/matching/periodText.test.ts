import { describe, expect, it } from "vitest";
import { isoDate } from "#shared/kernel/dates.ts";
import { readPeriod } from "#shared/matching/periodText.ts";

const read = (text: string, issued = "2022-04-08") => {
  const period = readPeriod(text, isoDate(issued));
  return period && `${period.from}..${period.to}`;
};

describe("readPeriod", () => {
  it.each([
    ["2022年3月记录仪租赁费", "2022-03-01..2022-03-31"],
    ["巡查记录仪租金（２０２２年２月份）", "2022-02-01..2022-02-28"],
    ["2022年1-3月网格终端月租", "2022-01-01..2022-03-31"],
    ["1月-3月服务费", "2022-01-01..2022-03-31"],
    ["1月至3月服务费", "2022-01-01..2022-03-31"],
    ["2021年11月至2022年1月", "2021-11-01..2022-01-31"],
    ["11-1月", "2021-11-01..2022-01-31"],
    ["租期2022.03", "2022-03-01..2022-03-31"],
    ["所属期 2022-03", "2022-03-01..2022-03-31"],
    ["一季度综合整治", "2022-01-01..2022-03-31"],
    ["2022年第2季度", "2022-04-01..2022-06-30"],
    ["2022年上半年", "2022-01-01..2022-06-30"],
    ["下半年运维", "2021-07-01..2021-12-31"],
  ])("reads %s", (text, period) => {
    expect(read(text)).toBe(period);
  });

  it("takes a month without a year for the last one when the invoice is of January", () => {
    expect(read("12月租金", "2023-01-10")).toBe("2022-12-01..2022-12-31");
    expect(read("1月租金", "2022-12-28")).toBe("2022-01-01..2022-01-31");
    expect(read("5月租金", "2022-04-28")).toBe("2022-05-01..2022-05-31");
  });

  it.each(["", "租赁费", "合同编号HT-2022-02", "13月", "2022年0月", "2022-04-08开具", "2022年4月8日验收"])(
    "finds nothing in “%s”",
    (text) => {
      expect(read(text)).toBeUndefined();
    },
  );
});
