import { describe, expect, it } from "vitest";
import { isoDate } from "#shared/kernel/dates.ts";
import { joinPeriods, readPeriod } from "#shared/matching/periodText.ts";

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
    ["2022-2季度", "2022-04-01..2022-06-30"],
    ["2022年1-3季度服务费", "2022-01-01..2022-09-30"],
    ["第一季度至第二季度", "2022-01-01..2022-06-30"],
    ["第一、二季度", "2022-01-01..2022-06-30"],
    ["2021年四季度至一季度", "2021-10-01..2022-03-31"],
    ["二、三、四季度", "2022-04-01..2022-12-31", "2022-12-08"],
    ["2022年第三季度和第四季度", "2022-07-01..2022-12-31"],
    ["2022年1、2、3月租金", "2022-01-01..2022-03-31"],
    ["1月、2月租金", "2022-01-01..2022-02-28"],
    ["12月、1月租金", "2021-12-01..2022-01-31"],
    ["2022年1-2月、3月", "2022-01-01..2022-03-31"],
    ["2022年上半年", "2022-01-01..2022-06-30"],
    ["下半年运维", "2021-07-01..2021-12-31"],
  ])("reads %s", (text, period, issued?: string) => {
    expect(read(text, issued)).toBe(period);
  });

  it("takes a month without a year for the last one when the invoice is of January", () => {
    expect(read("12月租金", "2023-01-10")).toBe("2022-12-01..2022-12-31");
    expect(read("1月租金", "2022-12-28")).toBe("2022-01-01..2022-01-31");
    expect(read("5月租金", "2022-04-28")).toBe("2022-05-01..2022-05-31");
  });

  it.each(["2022年二、四季度", "1月、3月租金", "第一季度、第四季度", "2022年5月至2022年3月"])(
    "makes no period of “%s”",
    (text) => {
      expect(read(text)).toBeUndefined();
    },
  );

  it("joins periods that follow each other, in any order", () => {
    const month = (text: string) => readPeriod(text, isoDate("2022-04-08")) ?? { from: day, to: day };
    const day = isoDate("2022-01-01");
    const [january, february, march] = ["1月", "2月", "3月"].map(month);
    if (january === undefined || february === undefined || march === undefined) throw new Error("no month");
    expect(joinPeriods([march, january, february])).toEqual({ from: "2022-01-01", to: "2022-03-31" });
    expect(joinPeriods([january, january])).toEqual(january);
    expect(joinPeriods([january, march])).toBeUndefined();
    expect(joinPeriods([])).toBeUndefined();
  });

  it.each(["", "租赁费", "合同编号HT-2022-02", "13月", "2022年0月", "2022-04-08开具", "2022年4月8日验收"])(
    "finds nothing in “%s”",
    (text) => {
      expect(read(text)).toBeUndefined();
    },
  );
});
