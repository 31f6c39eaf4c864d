import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  daysBetween,
  daysInMonth,
  firstDay,
  formatDateText,
  formatMonthText,
  formatPeriodText,
  hasDateShape,
  isIsoDate,
  isoDate,
  isYearMonth,
  lastDay,
  maxDate,
  minDate,
  monthNumber,
  monthOf,
  monthsBetween,
  parseDate,
  quarterOf,
  quarterRange,
  timeProgressBp,
  yearMonth,
  yearOf,
} from "#shared/kernel/dates.ts";

const anyDate = fc.integer({ min: 0, max: 50_000 }).map((days) => addDays(isoDate("1970-01-01"), days));

describe("dates", () => {
  it.each(["2022-02-29", "2022-13-01", "2022-00-10", "2022-04-31", "22-01-01", "2022-1-1", "1899-12-31", ""])(
    "%j is no date",
    (text) => {
      expect(isIsoDate(text)).toBe(false);
      expect(() => isoDate(text)).toThrow(RangeError);
    },
  );

  it("knows leap years", () => {
    expect([1900, 2000, 2022, 2024, 2100].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 28, 29, 28]);
    expect(isIsoDate("2024-02-29")).toBe(true);
  });

  it("tells months from dates", () => {
    expect(isYearMonth("2022-12")).toBe(true);
    expect(["2022-13", "2022-1", "2022-01-01"].map(isYearMonth)).toEqual([false, false, false]);
    expect(() => yearMonth("2022-13")).toThrow(RangeError);
  });
});

describe("parseDate", () => {
  it.each([
    ["2022-01-05", "2022-01-05"],
    ["2022-1-5", "2022-01-05"],
    ["2022/1/5", "2022-01-05"],
    ["2022.01.05", "2022-01-05"],
    ["20220105", "2022-01-05"],
    ["2022年1月5日", "2022-01-05"],
    ["2022年1月5日 11:33", "2022-01-05"],
    [" 2026-07-10 11:33:22 ", "2026-07-10"],
    ["2026-07-10T11:33:22.000", "2026-07-10"],
    ["２０２２／１／５", "2022-01-05"],
  ])("%j is %s", (text, expected) => {
    expect(parseDate(text)).toBe(expected);
  });

  it.each(["", "--", "2022-02-30", "2022/1-5", "44562", "2022年13月1日", "5/1/2022", "2022-01"])(
    "refuses %j",
    (text) => {
      expect(parseDate(text)).toBeUndefined();
    },
  );
});

it("tells a day that does not exist from what is no day at all", () => {
  expect(["2022-02-30", "20221301", "2022年13月1日"].map(hasDateShape)).toEqual([true, true, true]);
  expect(["2022-1.5", "2022年1-5", "2022-01", "44562", ""].some(hasDateShape)).toBe(false);
});

describe("arithmetic", () => {
  it("crosses months and years", () => {
    expect(addDays(isoDate("2022-12-31"), 1)).toBe("2023-01-01");
    expect(addDays(isoDate("2024-03-01"), -1)).toBe("2024-02-29");
    expect(daysBetween(isoDate("2022-01-01"), isoDate("2023-01-01"))).toBe(365);
    expect([addMonths(yearMonth("2022-11"), 3), addMonths(yearMonth("2022-01"), -13)]).toEqual([
      "2023-02",
      "2020-12",
    ]);
  });

  it("counts the days it adds, whatever the time zone", () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -3_000, max: 3_000 }), (date, days) => {
        const moved = addDays(date, days);
        expect(daysBetween(date, moved)).toBe(days);
        expect(addDays(moved, -days)).toBe(date);
        expect(moved < date).toBe(days < 0);
      }),
    );
  });

  it("lists the months that a span touches", () => {
    expect(monthsBetween(isoDate("2021-11-30"), isoDate("2022-02-01"))).toEqual([
      "2021-11",
      "2021-12",
      "2022-01",
      "2022-02",
    ]);
    expect(monthsBetween(isoDate("2022-02-01"), isoDate("2022-01-31"))).toEqual([]);
  });

  it("puts every day between the ends of its month and its quarter", () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const month = monthOf(date);
        expect([monthNumber(date), monthNumber(month)]).toEqual(Array(2).fill(Number(date.split("-")[1])));
        expect(firstDay(month) <= date && date <= lastDay(month)).toBe(true);
        expect(monthOf(addDays(lastDay(month), 1))).toBe(addMonths(month, 1));
        const quarter = quarterRange(yearOf(date), quarterOf(date));
        expect(quarter.from <= date && date <= quarter.to).toBe(true);
      }),
    );
  });

  it("picks the earlier and the later day", () => {
    const [early, late] = [isoDate("2022-01-31"), isoDate("2022-02-01")];
    expect([minDate(late, early), maxDate(late, early)]).toEqual([early, late]);
  });

  it("knows the ends of the quarters", () => {
    expect([1, 2, 3, 4].map((quarter) => quarterRange(2022, quarter))).toEqual([
      { from: "2022-01-01", to: "2022-03-31" },
      { from: "2022-04-01", to: "2022-06-30" },
      { from: "2022-07-01", to: "2022-09-30" },
      { from: "2022-10-01", to: "2022-12-31" },
    ]);
  });
});

describe("texts", () => {
  it("writes no leading zeros", () => {
    expect(formatDateText(isoDate("2022-01-05"))).toBe("2022年1月5日");
    expect(formatMonthText(yearMonth("2022-01"))).toBe("2022年1月");
  });

  it.each([
    ["2022-01-05", "2022-01-05", "2022年1月5日"],
    ["2022-02-01", "2022-02-28", "2022年2月"],
    ["2022-04-01", "2022-06-30", "2022年第2季度"],
    ["2022-01-01", "2022-12-31", "2022年"],
    ["2022-01-01", "2022-02-28", "2022年1月至2022年2月"],
    ["2022-12-01", "2023-01-31", "2022年12月至2023年1月"],
    ["2022-01-02", "2022-02-28", "2022年1月2日至2022年2月28日"],
  ])("%s to %s is %s", (from, to, expected) => {
    expect(formatPeriodText(isoDate(from), isoDate(to))).toBe(expected);
  });
});

describe("timeProgressBp", () => {
  it.each([
    ["2022-07-31", 5_833],
    ["2022-06-01", 5_000],
    ["2022-12-31", 10_000],
    ["2021-12-31", 0],
    ["2023-01-01", 10_000],
  ])("%s", (asOf, expected) => {
    expect(timeProgressBp(isoDate(asOf), 2022)).toBe(expected);
  });
});
