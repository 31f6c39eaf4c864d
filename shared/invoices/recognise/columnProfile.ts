import { cellText, readMoney, readTax } from "../../excel/cellValues.ts";
import type { PlainRow } from "../../excel/plainCell.ts";
import { plainName } from "../../text/plainName.ts";
import { kindsOf, type ValueKind } from "./valueKinds.ts";

/** The office's own names and tax numbers: where they stand is the buyer's side. */
export type OwnParties = Readonly<{
  isEmpty: boolean;
  isName: (name: string) => boolean;
  isCode: (code: string) => boolean;
}>;

export const nobody: OwnParties = { isEmpty: true, isName: () => false, isCode: () => false };

/** What the first values of a column are. Values merged over several rows count once. */
export type ColumnProfile = Readonly<{
  index: number;
  /** How many of the rows looked at have a value here. */
  filled: number;
  /** How many of them can be this. */
  count: (kind: ValueKind) => number;
  /** Names or tax numbers of this office. */
  own: number;
  /** Up to four different ones. */
  samples: readonly string[];
  /** 1, 2, 3 … down the column. */
  isCounting: boolean;
  /** By row looked at; `undefined` where there is none. A tax of *** is none, as 0 is. */
  amounts: readonly (number | undefined)[];
}>;

/** More columns than this no list has; what stands further right is not looked at. */
const widest = 200;
const mostSamples = 4;
const longestSample = 60;

const totalWord = /^(合计|总计|小计|共计|本页小计|本页合计|总合计)[:：]?$/;

/** Rows with sums are none of the list. */
export const isTotalRow = ({ cells }: PlainRow): boolean =>
  cells.some((cell) => cell?.kind === "text" && totalWord.test(cell.text.replace(/\s/g, "")));

/** Looks at the columns of some rows below a header. */
export function profileColumns(
  rows: readonly PlainRow[],
  own: OwnParties,
  date1904: boolean,
): ReadonlyMap<number, ColumnProfile> {
  const data = rows.filter((row) => !isTotalRow(row));
  const width = Math.min(widest, Math.max(0, ...data.map(({ cells }) => cells.length)));
  const profiles = new Map<number, ColumnProfile>();
  for (let index = 0; index < width; index += 1) {
    const profile = profileOf(index, data, own, date1904);
    if (profile.filled > 0) profiles.set(index, profile);
  }
  return profiles;
}

function profileOf(
  index: number,
  rows: readonly PlainRow[],
  own: OwnParties,
  date1904: boolean,
): ColumnProfile {
  const counts = new Map<ValueKind, number>();
  const samples = new Set<string>();
  const amounts: (number | undefined)[] = [];
  let [filled, mine, counting, previous] = [0, 0, true, Number.NaN];
  for (const { cells } of rows) {
    const cell = cells[index];
    const text = cellText(cell);
    if (cell === undefined || cell.merged || text === "") {
      amounts.push(undefined);
      continue;
    }
    filled += 1;
    for (const kind of kindsOf(cell, text, date1904)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    if (own.isName(plainName(text)) || own.isCode(text)) mine += 1;
    if (samples.size < mostSamples) samples.add(shortened(cell.text.trim()));
    const next = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
    counting &&= Number.isNaN(previous) ? next >= 0 && next <= 1 : next === previous + 1;
    previous = next;
    const amount = readMoney(cell);
    const tax = typeof amount === "number" ? amount : readTax(cell);
    amounts.push(typeof tax === "number" ? tax : undefined);
  }
  return {
    index,
    filled,
    count: (kind) => counts.get(kind) ?? 0,
    own: mine,
    samples: [...samples],
    isCounting: counting && filled >= 2,
    amounts,
  };
}

const shortened = (text: string): string =>
  text.length > longestSample ? `${text.slice(0, longestSample)}…` : text;

/** Whether (nearly) all values can be this. */
export const isMostly = ({ count, filled }: ColumnProfile, kind: ValueKind, share = 0.8): boolean =>
  filled > 0 && count(kind) >= filled * share;
