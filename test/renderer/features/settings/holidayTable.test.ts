import { describe, expect, it } from "vitest";
import { holidayNotices } from "#shared/holidays/notices.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import {
  daysOf,
  noticeOf,
  standingText,
  weekdayText,
  withDay,
  withoutDay,
  yearsToShow,
  yearsWithout,
} from "../../../../renderer/features/settings/holidays/holidayTable.ts";

const day = (onDate: string, kind: "holiday" | "workday" = "holiday") => ({
  id: asId(onDate),
  onDate: isoDate(onDate),
  kind,
  name: "元旦",
});
const dates = (days: readonly { onDate: string }[]) => days.map(({ onDate }) => onDate);

describe("the table of a year", () => {
  it("takes a day once, in order, and gives it away again", () => {
    const days = withDay([day("2022-01-03"), day("2022-01-01")], day("2022-01-02"));
    expect(dates(days)).toEqual(["2022-01-01", "2022-01-02", "2022-01-03"]);
    const changed = withDay(days, day("2022-01-02", "workday"));
    expect(changed.map(({ kind }) => kind)).toEqual(["holiday", "workday", "holiday"]);
    expect(dates(withoutDay(changed, isoDate("2022-01-02")))).toEqual(["2022-01-01", "2022-01-03"]);
    expect(Object.keys(withDay([], day("2022-01-02"))[0] ?? {})).toEqual(["onDate", "kind", "name"]);
  });

  it("is that of its year", () => {
    expect(dates(daysOf([day("2022-12-31"), day("2023-01-01")], 2023))).toEqual(["2023-01-01"]);
  });

  it("says where it stands against the notice", () => {
    const notice = noticeOf(2022)?.days ?? [];
    expect(standingText([], 2022)).toBe("还没有填写：2022 年的工作日只按周末推算。");
    expect(standingText(notice, 2022)).toBe(
      "与程序内置的通知（国办发明电〔2021〕11号，2021年10月25日）一致，请与国务院办公厅通知核对。",
    );
    expect(standingText(notice.slice(1), 2022)).toContain("不同，请与国务院办公厅通知核对");
    expect(standingText([day("2031-01-01")], 2031)).toBe("请与国务院办公厅通知核对。");
  });
});

describe("years", () => {
  it("that can be chosen are those of the ledger, the notices and the table", () => {
    expect(yearsToShow([2027], [day("2030-01-01")])).toEqual([
      2022, 2023, 2024, 2025, 2026, 2027, 2028, 2030,
    ]);
    expect(holidayNotices.every(({ year }) => yearsToShow([], []).includes(year))).toBe(true);
  });

  it("without a table are told for the days that matter", () => {
    const days = [day("2022-01-01")];
    expect(yearsWithout(days, isoDate("2022-03-01"), isoDate("2024-02-29"))).toEqual([2023, 2024]);
    expect(yearsWithout(days, isoDate("2022-03-01"), isoDate("2022-12-31"))).toEqual([]);
    expect(yearsWithout(days, null, isoDate("2022-12-31"))).toEqual([]);
    expect(yearsWithout(days, isoDate("2023-01-02"), isoDate("2023-01-01"))).toEqual([]);
  });
});

describe("weekdays", () => {
  it.each([
    ["2022-01-02", "周日"],
    ["2022-01-01", "周六"],
    ["2026-11-23", "周一"],
  ])("%s is %s", (date, text) => {
    expect(weekdayText(isoDate(date))).toBe(text);
  });
});
