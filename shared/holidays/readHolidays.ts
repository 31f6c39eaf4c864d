import { addDays, type IsoDate, isIsoDate, parseDate, yearOf } from "../kernel/dates.ts";
import type { NoticeDay } from "./notices.ts";

/** What could be read of a pasted text, and the lines that could not. */
export type ReadHolidays = Readonly<{ days: readonly NoticeDay[]; unread: readonly string[] }>;

/**
 * Reads the days off of a year from what an officer pastes: the notice of the State Council as it is worded, or a table
 * with the date, 放假 or 上班, and a name in each row. Days of other years are passed over, as a notice may begin in the
 * last days of the year before.
 */
export function readHolidays(text: string, year: number): ReadHolidays {
  const days = new Map<IsoDate, NoticeDay>();
  const unread: string[] = [];
  for (const line of text.normalize("NFKC").split(/\r?\n/)) {
    const plain = line.trim();
    if (plain === "") continue;
    const read = readFestival(plain, year) ?? readRow(plain);
    if (read === undefined) {
      // What a notice says besides its numbered lines is no day off; of a table every line should be one.
      if (/^\d{4}/.test(plain)) unread.push(plain);
      continue;
    }
    for (const day of read) if (yearOf(day.onDate) === year) days.set(day.onDate, day);
  }
  return { days: [...days.values()].toSorted((a, b) => (a.onDate < b.onDate ? -1 : 1)), unread };
}

/** "二、春节:1月31日至2月6日放假调休,共7天。1月29日(星期六)、1月30日(星期日)上班。" */
function readFestival(line: string, year: number): readonly NoticeDay[] | undefined {
  const [, name, rest] = /^[一二三四五六七八九十]+、(.{2,12}?):(.*)$/.exec(line) ?? [];
  if (name === undefined || rest === undefined) return undefined;
  return rest.split("。").flatMap((clause): readonly NoticeDay[] => {
    const off = /^(.*?)放假/.exec(clause)?.[1];
    if (off !== undefined) return spansOf(off, year).map((onDate) => ({ onDate, kind: "holiday", name }));
    const worked = /^(.*)上班/.exec(clause)?.[1];
    if (worked === undefined) return [];
    return spansOf(worked, year).map((onDate) => ({ onDate, kind: "workday", name: `${name}调休` }));
  });
}

const day = String.raw`(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:\([^)]*\))?`;
const span = new RegExp(`${day}(?:(?:至|到|-)${day})?`, "g");

/** Every day of "1月31日至2月6日" or "1月29日、1月30日"; a month or year that is not said again is the one before. */
function spansOf(text: string, year: number): readonly IsoDate[] {
  const dates: IsoDate[] = [];
  let [nowYear, nowMonth] = [year, 0];
  const dateOf = (saidYear: string | undefined, saidMonth: string | undefined, saidDay: string) => {
    nowYear = saidYear === undefined ? nowYear : Number(saidYear);
    nowMonth = saidMonth === undefined ? nowMonth : Number(saidMonth);
    return parseDate(`${nowYear}-${nowMonth}-${saidDay}`);
  };
  for (const [, y1, m1, d1 = "", y2, m2, d2] of text.matchAll(span)) {
    const from = dateOf(y1, m1, d1);
    const to = d2 === undefined ? from : dateOf(y2, m2, d2);
    if (from === undefined || to === undefined) continue;
    for (let date = from; date <= to && dates.length < longestYear; date = addDays(date, 1)) dates.push(date);
  }
  return dates;
}

const longestYear = 366;

/** "2022-01-29	上班	春节": cells in any order, apart from the date that comes first. */
function readRow(line: string): readonly NoticeDay[] | undefined {
  const [first = "", ...cells] = line.split(/[\t,;、 ]+/).filter((cell) => cell !== "");
  const onDate = parseDate(first);
  if (onDate === undefined || !isIsoDate(onDate)) return undefined;
  const word = cells.find((cell) => /^(放假|休|休息|假|上班|班|调休上班|补班)$/.test(cell));
  if (word === undefined) return undefined;
  const name = cells.find((cell) => cell !== word && !/^(星期|周)./.test(cell)) ?? "";
  return [{ onDate, kind: /班$/.test(word) ? "workday" : "holiday", name }];
}
