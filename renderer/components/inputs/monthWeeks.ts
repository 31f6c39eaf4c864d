import {
  addDays,
  daysBetween,
  firstDay,
  type IsoDate,
  isoDate,
  lastDay,
  type YearMonth,
} from "#shared/kernel/dates.ts";

const aMonday = isoDate("2018-01-01");

/** The weeks that touch a month, each from Monday to Sunday. */
export function monthWeeks(month: YearMonth): readonly (readonly IsoDate[])[] {
  const first = firstDay(month);
  const weekday = ((daysBetween(aMonday, first) % 7) + 7) % 7;
  const start = addDays(first, -weekday);
  const count = Math.ceil((daysBetween(start, lastDay(month)) + 1) / 7);
  return Array.from({ length: count }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => addDays(start, week * 7 + day)),
  );
}
