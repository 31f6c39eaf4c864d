import { type HolidayNotice, holidayNotices, type NoticeDay } from "#shared/holidays/notices.ts";
import { daysBetween, formatDateText, type IsoDate, isoDate, yearOf } from "#shared/kernel/dates.ts";
import type { Holiday } from "#shared/model/office.ts";

export const holidayKindWords: Readonly<Record<Holiday["kind"], string>> = {
  holiday: "放假",
  workday: "上班",
};

export const daysOf = (days: readonly Holiday[], year: number): readonly Holiday[] =>
  days.filter(({ onDate }) => yearOf(onDate) === year);

export const noticeOf = (year: number): HolidayNotice | undefined =>
  holidayNotices.find((notice) => notice.year === year);

/** Years that can be chosen: those of the ledger, of the notices, and of what was entered, in their order. */
export const yearsToShow = (fiscalYears: readonly number[], days: readonly Holiday[]): readonly number[] =>
  [
    ...new Set([
      ...fiscalYears.flatMap((year) => [year, year + 1]),
      ...holidayNotices.map(({ year }) => year),
      ...days.map(({ onDate }) => yearOf(onDate)),
    ]),
  ].toSorted((a, b) => a - b);

const weekdays = ["日", "一", "二", "三", "四", "五", "六"] as const;
const knownSunday = isoDate("2022-01-02");

export const weekdayText = (date: IsoDate): string =>
  `周${weekdays[((daysBetween(knownSunday, date) % 7) + 7) % 7] ?? ""}`;

/** A day of the table as it is saved. */
export const plainDay = ({ onDate, kind, name }: NoticeDay): NoticeDay => ({ onDate, kind, name });

/** The table with one day more or otherwise; each day once, in order. */
export const withDay = (days: readonly NoticeDay[], day: NoticeDay): readonly NoticeDay[] =>
  [...days.filter(({ onDate }) => onDate !== day.onDate), day]
    .map(plainDay)
    .toSorted((a, b) => (a.onDate < b.onDate ? -1 : 1));

export const withoutDay = (days: readonly NoticeDay[], onDate: IsoDate): readonly NoticeDay[] =>
  days.filter((day) => day.onDate !== onDate).map(plainDay);

const sameDays = (a: readonly NoticeDay[], b: readonly NoticeDay[]): boolean =>
  a.length === b.length &&
  a.every((day) => b.some(({ onDate, kind }) => onDate === day.onDate && kind === day.kind));

/** Whether the table says what the notice said. */
export function isAsPublished(days: readonly NoticeDay[], year: number): boolean {
  const notice = noticeOf(year);
  return notice !== undefined && sameDays(days, notice.days);
}

/** Where the table of a year stands against the notice that is built in. */
export function standingText(days: readonly NoticeDay[], year: number): string {
  const notice = noticeOf(year);
  if (days.length === 0) return `还没有填写：${year} 年的工作日只按周末推算。`;
  if (notice === undefined) return "请与国务院办公厅通知核对。";
  const paper = [notice.documentNo, formatDateText(notice.issuedOn)].filter((text) => text !== "").join("，");
  return isAsPublished(days, year)
    ? `与程序内置的通知（${paper}）一致，请与国务院办公厅通知核对。`
    : `与程序内置的通知（${paper}）不同，请与国务院办公厅通知核对。`;
}

/** Years between two days of which nothing was entered. */
export function yearsWithout(
  days: readonly Holiday[],
  from: IsoDate | null,
  to: IsoDate | null,
): readonly number[] {
  if (from === null || to === null || from > to) return [];
  const entered = new Set(days.map(({ onDate }) => yearOf(onDate)));
  const years = Array.from({ length: yearOf(to) - yearOf(from) + 1 }, (_, index) => yearOf(from) + index);
  return years.filter((year) => !entered.has(year));
}
