import { describe, expect, it } from "vitest";
import { holidayNotices } from "#shared/holidays/notices.ts";
import { yearOf } from "#shared/kernel/dates.ts";
import { isWeekend } from "#shared/schedule/workingDays.ts";

describe("the notices of the State Council", () => {
  it("are there for 2022 to 2026", () => {
    expect(holidayNotices.map(({ year }) => year)).toEqual([2022, 2023, 2024, 2025, 2026]);
  });

  it.each(holidayNotices)("of $year name each day once, in order, in their year", ({ year, days }) => {
    const dates = days.map(({ onDate }) => onDate);
    expect(dates).toEqual([...new Set(dates)].toSorted());
    expect(dates.filter((date) => yearOf(date) !== year)).toEqual([]);
  });

  it.each(holidayNotices)("of $year let only weekend days be worked", ({ days }) => {
    expect(days.filter(({ kind, onDate }) => kind === "workday" && !isWeekend(onDate))).toEqual([]);
  });

  // 全国年节及纪念日放假办法: 11 days for all citizens, 13 from 2025 on. Moving days about changes nothing of the sum.
  it.each(holidayNotices)("of $year set free as many days as the regulation does", ({ year, days }) => {
    const off = days.filter(({ kind, onDate }) => kind === "holiday" && !isWeekend(onDate)).length;
    const worked = days.filter(({ kind }) => kind === "workday").length;
    expect(off - worked).toBe(year < 2025 ? 11 : 13);
  });

  it("of 2022 say what was published", () => {
    const days = holidayNotices.find(({ year }) => year === 2022)?.days ?? [];
    expect(days.filter(({ kind }) => kind === "workday").map(({ onDate }) => onDate)).toEqual([
      "2022-01-29",
      "2022-01-30",
      "2022-04-02",
      "2022-04-24",
      "2022-05-07",
      "2022-10-08",
      "2022-10-09",
    ]);
    expect(days.find(({ onDate }) => onDate === "2022-02-06")).toEqual({
      onDate: "2022-02-06",
      kind: "holiday",
      name: "春节",
    });
  });
});
