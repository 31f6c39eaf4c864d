import { addDays, daysBetween, type IsoDate } from "../kernel/dates.ts";
import type { Contract } from "../model/contract.ts";
import type { Holiday } from "../model/office.ts";

/** The State Council's yearly table: days off beside the weekend, and weekend days that are worked instead. */
export type WorkCalendar = Readonly<{ holidays: ReadonlySet<IsoDate>; workdays: ReadonlySet<IsoDate> }>;

/** The table as the office entered it. A year of which nothing is entered goes by its weekends alone. */
export function calendarOf(days: readonly Pick<Holiday, "onDate" | "kind">[]): WorkCalendar {
  const of = (kind: Holiday["kind"]) =>
    new Set(days.filter((day) => day.kind === kind).map(({ onDate }) => onDate));
  return { holidays: of("holiday"), workdays: of("workday") };
}

const knownSunday = "2022-01-02" as IsoDate;

export function isWorkingDay(date: IsoDate, calendar: WorkCalendar): boolean {
  if (calendar.workdays.has(date)) return true;
  if (calendar.holidays.has(date)) return false;
  return !isWeekend(date);
}

/** A Saturday or a Sunday, whether it is worked or not. */
export function isWeekend(date: IsoDate): boolean {
  const weekday = ((daysBetween(knownSunday, date) % 7) + 7) % 7;
  return weekday === 0 || weekday === 6;
}

/** The day `days` calendar or working days after `from`; the day `from` itself is not counted. */
export function addPayDays(
  from: IsoDate,
  days: number,
  dayKind: Contract["dayKind"],
  calendar: WorkCalendar,
): IsoDate {
  if (dayKind === "calendar") return addDays(from, days);
  let date = from;
  for (let left = days; left > 0; ) {
    date = addDays(date, 1);
    if (isWorkingDay(date, calendar)) left -= 1;
  }
  return date;
}
