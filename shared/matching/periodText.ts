import { addMonths, firstDay, type IsoDate, isYearMonth, lastDay, monthOf, yearOf } from "../kernel/dates.ts";
import type { Period } from "../schedule/periods.ts";

const numerals = "一二三四";

/**
 * Reads the period of service out of words on an invoice: "2022年3月", "2022.3", "1-3月", "2022年11月至2023年1月",
 * "第一季度", "1-3季度", "上半年". Without a year it is the year of the issue date, or the year before when the period
 * would else begin more than a month after it: "12月" on an invoice of January. `undefined` when nothing is said.
 */
export function readPeriod(text: string, issueDate: IsoDate): Period | undefined {
  const plain = text.normalize("NFKC").replace(/\s/g, "");
  return readMonths(plain, issueDate) ?? readQuarter(plain, issueDate) ?? readHalf(plain, issueDate);
}

const months =
  /(?:(\d{4})[年./-])?(\d{1,2})(?:月份?)?(?:[-~—–至到](?:(\d{4})[年./])?(\d{1,2}))?月(?!\d{1,2}日)/u;
/** "2022.03" or "2022-03" with no 月 behind it and no day, and no part of a contract number. */
const plainMonth = /(?<![\dA-Za-z-])(20\d{2})[./-](0?[1-9]|1[0-2])(?![\d./季-])/;

function readMonths(text: string, issueDate: IsoDate): Period | undefined {
  const match = months.exec(text);
  if (match === null) {
    const plain = plainMonth.exec(text);
    return plain === null
      ? undefined
      : spanOf(Number(plain[1]), Number(plain[2]), Number(plain[1]), Number(plain[2]));
  }
  const from = Number(match[2]);
  const to = match[4] === undefined ? from : Number(match[4]);
  const year = match[1] === undefined ? likelyYear(from, issueDate) : Number(match[1]);
  // "11-1月" runs into the next year.
  const endYear = match[3] === undefined ? year + (to < from ? 1 : 0) : Number(match[3]);
  return spanOf(year, from, endYear, to);
}

const quarters =
  /(?:(\d{4})[年./-]?|(?<!\d))第?([一二三四1-4])(?:(?:季度?)?[-~—–至到、和]第?([一二三四1-4]))?季度?/u;

function readQuarter(text: string, issueDate: IsoDate): Period | undefined {
  const match = quarters.exec(text);
  if (match === null) return undefined;
  const from = quarterNumber(match[2] ?? "");
  const to = match[3] === undefined ? from : quarterNumber(match[3]);
  const year = match[1] === undefined ? likelyYear(from * 3 - 2, issueDate) : Number(match[1]);
  return spanOf(year, from * 3 - 2, year + (to < from ? 1 : 0), to * 3);
}

const quarterNumber = (text: string): number => numerals.indexOf(text) + 1 || Number(text);

function readHalf(text: string, issueDate: IsoDate): Period | undefined {
  const match = /(?:(\d{4})年?)?(上|下)半年/u.exec(text);
  if (match === null) return undefined;
  const from = match[2] === "上" ? 1 : 7;
  const year = match[1] === undefined ? likelyYear(from, issueDate) : Number(match[1]);
  return spanOf(year, from, year, from + 5);
}

function likelyYear(month: number, issueDate: IsoDate): number {
  const year = yearOf(issueDate);
  const begins = `${year}-${String(month).padStart(2, "0")}`;
  return begins > addMonths(monthOf(issueDate), 1) ? year - 1 : year;
}

function spanOf(year: number, month: number, endYear: number, endMonth: number): Period | undefined {
  const from = `${year}-${String(month).padStart(2, "0")}`;
  const to = `${endYear}-${String(endMonth).padStart(2, "0")}`;
  if (!isYearMonth(from) || !isYearMonth(to) || from > to) return undefined;
  return { from: firstDay(from), to: lastDay(to) };
}
