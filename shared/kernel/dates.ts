import type { Brand } from "./brand.ts";

/** A calendar day, "2022-01-31". Text sorts as time does, and no time zone can shift it. */
export type IsoDate = Brand<string, "IsoDate">;
/** "2022-01" */
export type YearMonth = Brand<string, "YearMonth">;

type Parts = Readonly<{ year: number; month: number; day: number }>;

const two = (value: number): string => (value < 10 ? `0${value}` : `${value}`);
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

const isDay = ({ year, month, day }: Parts): boolean =>
  year >= 1900 && year <= 2999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);

const make = (parts: Parts): IsoDate | undefined =>
  isDay(parts) ? (`${parts.year}-${two(parts.month)}-${two(parts.day)}` as IsoDate) : undefined;

export const isIsoDate = (text: string): text is IsoDate =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && isDay(partsOf(text));

export const isYearMonth = (text: string): text is YearMonth =>
  /^\d{4}-\d{2}$/.test(text) && isIsoDate(`${text}-01`);

// Called for every date of a check: reading digit by digit makes no strings. A month has day 0.
const partsOf = (text: string): Parts => ({
  year: numberAt(text, 0, 4),
  month: numberAt(text, 5, 7),
  day: numberAt(text, 8, 10),
});

function numberAt(text: string, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to && at < text.length; at += 1) number = number * 10 + text.charCodeAt(at) - 48;
  return number;
}

/** Makes a date of text known to be one. Throws when it is not: a mistake in the program, not of its user. */
export function isoDate(text: string): IsoDate {
  if (!isIsoDate(text)) throw new RangeError(`not a date: ${text}`);
  return text;
}

export function yearMonth(text: string): YearMonth {
  if (!isYearMonth(text)) throw new RangeError(`not a month: ${text}`);
  return text;
}

function matchDay(text: string): RegExpExecArray | null {
  const plain = text.normalize("NFKC").trim();
  return (
    /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[ T]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?$/.exec(plain) ??
    /^(\d{4})(年)(\d{1,2})月(\d{1,2})日?(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?$/.exec(plain) ??
    /^(\d{4})()(\d{2})(\d{2})$/.exec(plain)
  );
}

/** Written as a day, whether or not there is one, such as 2022-02-30. */
export const hasDateShape = (text: string): boolean => matchDay(text) !== null;

/**
 * Reads a date as offices write it: 2022-01-05, 2022/1/5, 2022.1.5, 20220105, 2022年1月5日, each with or without a time
 * of day behind it. `undefined` when it is no such date.
 */
export function parseDate(text: string): IsoDate | undefined {
  const match = matchDay(text);
  return match === null
    ? undefined
    : make({ year: Number(match[1]), month: Number(match[3]), day: Number(match[4]) });
}

/** Days since some day long ago. With the year beginning in March, the leap day is its last. */
function dayNumber(date: IsoDate): number {
  const { year, month, day } = partsOf(date);
  const monthOfYear = (month + 9) % 12;
  const years = month < 3 ? year - 1 : year;
  const leapDays = Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400);
  return years * 365 + leapDays + Math.floor((monthOfYear * 153 + 2) / 5) + day;
}

export function addDays(date: IsoDate, days: number): IsoDate {
  const { year, month, day } = partsOf(date);
  const inMonth = day + days;
  // Most steps stay in the month.
  if (inMonth >= 1 && inMonth <= daysInMonth(year, month))
    return `${date.slice(0, 8)}${two(inMonth)}` as IsoDate;
  const moved = new Date(Date.UTC(year, month - 1, inMonth));
  return isoDate(moved.toISOString().slice(0, 10));
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: IsoDate, to: IsoDate): number => dayNumber(to) - dayNumber(from);

export const yearOf = (date: IsoDate | YearMonth): number => numberAt(date, 0, 4);

/** 1 to 12 */
export const monthNumber = (date: IsoDate | YearMonth): number => numberAt(date, 5, 7);

export const monthOf = (date: IsoDate): YearMonth => date.slice(0, 7) as YearMonth;

export const firstDay = (month: YearMonth): IsoDate => `${month}-01` as IsoDate;

export function lastDay(month: YearMonth): IsoDate {
  const { year, month: number } = partsOf(month);
  return `${month}-${two(daysInMonth(year, number))}` as IsoDate;
}

export function addMonths(month: YearMonth, count: number): YearMonth {
  const { year, month: number } = partsOf(month);
  const index = year * 12 + (number - 1) + count;
  return yearMonth(`${Math.floor(index / 12)}-${two((((index % 12) + 12) % 12) + 1)}`);
}

/** All months that the days from `from` to `to` touch, in order. */
export function monthsBetween(from: IsoDate, to: IsoDate): readonly YearMonth[] {
  const months: YearMonth[] = [];
  for (let month = monthOf(from); month <= monthOf(to); month = addMonths(month, 1)) months.push(month);
  return months;
}

export const minDate = (left: IsoDate, right: IsoDate): IsoDate => (left <= right ? left : right);
export const maxDate = (left: IsoDate, right: IsoDate): IsoDate => (left >= right ? left : right);

/** 1 to 4 */
export const quarterOf = (date: IsoDate): number => Math.ceil(monthNumber(date) / 3);

/** First and last day of a quarter, 1 to 4. */
export function quarterRange(year: number, quarter: number): Readonly<{ from: IsoDate; to: IsoDate }> {
  const last = yearMonth(`${year}-${two(quarter * 3)}`);
  return { from: firstDay(addMonths(last, -2)), to: lastDay(last) };
}

/** "2022年1月5日": no leading zeros, as official documents write it. */
export function formatDateText(date: IsoDate): string {
  const { year, month, day } = partsOf(date);
  return `${year}年${month}月${day}日`;
}

/** "2022年1月" */
export function formatMonthText(month: YearMonth): string {
  const { year, month: number } = partsOf(month);
  return `${year}年${number}月`;
}

/** The words an officer uses for a span of days: a day, a month, a quarter, a year, or the two dates. */
export function formatPeriodText(from: IsoDate, to: IsoDate): string {
  if (from === to) return formatDateText(from);
  const year = yearOf(from);
  if (from === firstDay(monthOf(from)) && to === lastDay(monthOf(from)))
    return formatMonthText(monthOf(from));
  const quarter = quarterRange(year, quarterOf(from));
  if (from === quarter.from && to === quarter.to) return `${year}年第${quarterOf(from)}季度`;
  if (from === `${year}-01-01` && to === `${year}-12-31`) return `${year}年`;
  const wholeMonths = from === firstDay(monthOf(from)) && to === lastDay(monthOf(to));
  return wholeMonths
    ? `${formatMonthText(monthOf(from))}至${formatMonthText(monthOf(to))}`
    : `${formatDateText(from)}至${formatDateText(to)}`;
}

/** Part of the year gone by at the end of the month of `asOf`, in hundredths of a percent (序时进度 = months ÷ 12). */
export const timeProgressBp = (asOf: IsoDate, fiscalYear: number): number => {
  if (yearOf(asOf) !== fiscalYear) return yearOf(asOf) < fiscalYear ? 0 : 10_000;
  return Math.round((monthNumber(asOf) / 12) * 10_000);
};
