import {
  addMonths,
  firstDay,
  type IsoDate,
  isYearMonth,
  lastDay,
  monthNumber,
  monthOf,
  yearOf,
} from "../kernel/dates.ts";
import type { Period } from "../schedule/periods.ts";

/** Months counted from year 0: a span of them can run over a year, and two of them can follow each other. */
type Months = Readonly<{ from: number; to: number }>;

/**
 * Reads the period of service out of words on an invoice: "2022年3月", "2022.3", "1-3月", "1、2月", "2022年11月至2023年1月",
 * "第一季度", "1-3季度", "一、二季度", "上半年". Without a year it is the year of the issue date, or the year before when the period
 * would else begin more than a month after it: "12月" on an invoice of January. `undefined` when nothing is said, or
 * several periods between which others lie: "二、四季度" is no period.
 */
export function readPeriod(text: string, issueDate: IsoDate): Period | undefined {
  const plain = text.normalize("NFKC").replace(/\s/g, "");
  for (const read of [readMonths, readQuarters, readHalf]) {
    const spans = read(plain, issueDate);
    if (spans !== undefined) return periodOf(joined(spans));
  }
  return undefined;
}

/** The period that several make together; `undefined` without any, or when there is a gap between them. */
export function joinPeriods(periods: readonly Period[]): Period | undefined {
  const spans = periods
    .map(({ from, to }) => ({ from: monthIndex(from), to: monthIndex(to) }))
    .toSorted((a, b) => a.from - b.from);
  return periodOf(joined(spans));
}

/** "至" goes through all that lies between, "、" names each. */
const through = /[-~—–至到]/u;
const joints = /([-~—–至到、和及])/u;

const monthList =
  /(?:\d{4}[年./-])?\d{1,2}(?:月份?)?(?:[-~—–至到、和及](?:\d{4}[年./])?\d{1,2}(?:月份?)?)*月(?!\d{1,2}日)/u;
/** "2022.03" or "2022-03" with no 月 behind it and no day, and no part of a contract number. */
const plainMonth = /(?<![\dA-Za-z-])(20\d{2})[./-](0?[1-9]|1[0-2])(?![\d./季-])/;

function readMonths(text: string, issueDate: IsoDate): readonly Months[] | undefined {
  const [list] = monthList.exec(text) ?? plainMonth.exec(text) ?? [];
  return list === undefined ? undefined : spansOf(list, 1, Number, issueDate);
}

const quarterList =
  /(?:\d{4}[年./-]?|(?<!\d))第?[一二三四1-4](?:(?:季度?)?[-~—–至到、和及](?:\d{4}年?)?第?[一二三四1-4])*季度?/u;

function readQuarters(text: string, issueDate: IsoDate): readonly Months[] | undefined {
  const [list] = quarterList.exec(text) ?? [];
  const numberOf = (digit: string) => "一二三四".indexOf(digit) + 1 || Number(digit);
  return list === undefined ? undefined : spansOf(list, 3, numberOf, issueDate);
}

function readHalf(text: string, issueDate: IsoDate): readonly Months[] | undefined {
  const match = /(?:(\d{4})年?)?(上|下)半年/u.exec(text);
  if (match === null) return undefined;
  const month = match[2] === "上" ? 1 : 7;
  const year = match[1] === undefined ? likelyYear(month, issueDate) : Number(match[1]);
  return [{ from: indexOf(year, month), to: indexOf(year, month + 5) }];
}

/** The spans that a list of months or quarters names, each `length` months long. A number that goes down is of the next year. */
function spansOf(
  list: string,
  length: number,
  numberOf: (digits: string) => number,
  issueDate: IsoDate,
): readonly Months[] | undefined {
  const spans: Months[] = [];
  // In "2022-3" the hyphen belongs to the year.
  const parts = list.replace(/(\d{4})[年./-]?/gu, "$1年").split(joints);
  let year: number | undefined;
  let before = 0;
  for (let at = 0; at < parts.length; at += 2) {
    const [, named, digits = ""] = /^(?:(\d{4})年)?第?(\d{1,2}|[一二三四])/u.exec(parts[at] ?? "") ?? [];
    const month = (numberOf(digits) - 1) * length + 1;
    if (!(month >= 1 && month <= 12)) return [];
    if (named !== undefined) year = Number(named);
    else if (year === undefined) year = likelyYear(month, issueDate);
    else if (month < before) year += 1;
    const span = { from: indexOf(year, month), to: indexOf(year, month) + length - 1 };
    const last = spans.at(-1);
    if (last !== undefined && through.test(parts[at - 1] ?? ""))
      spans.splice(-1, 1, { ...last, to: span.to });
    else spans.push(span);
    before = month;
  }
  return spans;
}

function joined(spans: readonly Months[]): Months | undefined {
  let whole: Months | undefined;
  for (const span of spans) {
    if (span.from > span.to) return undefined;
    if (whole === undefined) whole = span;
    else if (span.from > whole.to + 1 || span.from < whole.from) return undefined;
    else whole = { from: whole.from, to: Math.max(whole.to, span.to) };
  }
  return whole;
}

const indexOf = (year: number, month: number): number => year * 12 + month - 1;
const monthIndex = (date: IsoDate): number => indexOf(yearOf(date), monthNumber(date));

function likelyYear(month: number, issueDate: IsoDate): number {
  const year = yearOf(issueDate);
  const begins = `${year}-${String(month).padStart(2, "0")}`;
  return begins > addMonths(monthOf(issueDate), 1) ? year - 1 : year;
}

function periodOf(span: Months | undefined): Period | undefined {
  if (span === undefined) return undefined;
  const [from, to] = [monthText(span.from), monthText(span.to)];
  return isYearMonth(from) && isYearMonth(to) ? { from: firstDay(from), to: lastDay(to) } : undefined;
}

const monthText = (index: number): string =>
  `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;
