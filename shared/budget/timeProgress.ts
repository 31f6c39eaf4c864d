import {
  addMonths,
  firstDay,
  type IsoDate,
  lastDay,
  monthOf,
  timeProgressBp,
  type YearMonth,
  yearMonth,
  yearOf,
} from "../kernel/dates.ts";

/** 序时进度 of a budget year, and the month at whose end it stood there; none before the first month is over. */
export type TimeProgress = Readonly<{ month: YearMonth | null; bp: number }>;

/**
 * 序时进度 = months ÷ 12, of months that are over: what was paid by the 8th is not held against the whole of the month.
 * Every screen and rule asks here, so that they cannot speak of different months.
 */
export function timeProgress(asOf: IsoDate, fiscalYear: number): TimeProgress {
  const end = lastMonthEnd(asOf);
  if (yearOf(end) < fiscalYear) return { month: null, bp: 0 };
  const month = yearOf(end) > fiscalYear ? yearMonth(`${fiscalYear}-12`) : monthOf(end);
  return { month, bp: timeProgressBp(lastDay(month), fiscalYear) };
}

function lastMonthEnd(asOf: IsoDate): IsoDate {
  const month = monthOf(asOf);
  return asOf === lastDay(month) ? asOf : lastDay(addMonths(monthOf(firstDay(month)), -1));
}

/** "6月末序时进度" */
export const timeProgressName = ({ month }: Pick<TimeProgress, "month">): string =>
  month === null ? "序时进度" : `${Number(month.slice(5))}月末序时进度`;
