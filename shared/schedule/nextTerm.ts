import {
  addDays,
  addMonths,
  daysBetween,
  firstDay,
  type IsoDate,
  lastDay,
  minDate,
  monthOf,
  monthsBetween,
} from "../kernel/dates.ts";
import type { Contract } from "../model/contract.ts";
import type { Period } from "./periods.ts";

const dayOfMonth = (date: IsoDate): number => Number(date.slice(8));

/** The day so many months later: the same day of the month, or its last one. */
function laterBy(date: IsoDate, months: number): IsoDate {
  const month = addMonths(monthOf(date), months);
  return minDate(addDays(firstDay(month), dayOfMonth(date) - 1), lastDay(month));
}

/**
 * The term that follows `end`, as long as the original one: as many months where that was whole months (a leap year does
 * not shift it), else as many days.
 */
export function nextTerm(
  { startDate, endDate }: Pick<Contract, "startDate" | "endDate">,
  end: IsoDate,
): Period {
  const from = addDays(end, 1);
  const after = addDays(endDate, 1);
  const months = monthsBetween(startDate, after).length - 1;
  const isWhole = months > 0 && laterBy(startDate, months) === after;
  const to = isWhole ? addDays(laterBy(from, months), -1) : addDays(from, daysBetween(startDate, endDate));
  return { from, to };
}
