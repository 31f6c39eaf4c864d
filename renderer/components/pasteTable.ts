import { type IsoDate, parseDate } from "#shared/kernel/dates.ts";
import type { Decimal } from "#shared/kernel/decimal.ts";
import { readDecimal } from "./inputs/readDecimal.ts";
import { pasteRows } from "./pasteRows.ts";

/** One column of a list that is pasted: its name, and how else worksheets call it. */
export type PasteColumn<Key extends string> = Readonly<{
  key: Key;
  title: string;
  /** A line without it is not taken. */
  needed?: boolean;
  also?: readonly string[];
  kind?: "text" | "date" | "decimal";
}>;

export type PastedLine<Key extends string> = Readonly<{
  /** As the worksheet counts it, the heading included. */
  line: number;
  /** Whether the pasted block has this column: an empty cell says something, a column that is not there nothing. */
  has: (key: Key) => boolean;
  text: (key: Key) => string;
  date: (key: Key) => IsoDate | null;
  decimal: (key: Key) => Decimal | null;
}>;

export type PastedTable<Key extends string> = Readonly<{
  lines: readonly PastedLine<Key>[];
  /** One sentence for each line that is not taken. */
  problems: readonly string[];
}>;

const plain = (text: string): string => text.normalize("NFKC").replace(/\s/g, "");

/** Which column each cell of the heading names; none when the first line is no heading. */
function headingOf<Key extends string>(
  columns: readonly PasteColumn<Key>[],
  cells: readonly string[],
): readonly (Key | undefined)[] | undefined {
  const found = cells.map(
    (cell) =>
      columns.find(({ title, also = [] }) => [title, ...also].some((name) => plain(name) === plain(cell)))
        ?.key,
  );
  return found.some((key) => key !== undefined) ? found : undefined;
}

/**
 * Reads lines copied from a worksheet: by their heading where there is one, else in the order of the columns. Empty
 * lines are skipped; a line with a date or a number that cannot be read, or without what is needed, is not taken.
 */
export function readPastedTable<Key extends string>(
  text: string,
  columns: readonly PasteColumn<Key>[],
): PastedTable<Key> {
  const rows = text.trim() === "" ? [] : (pasteRows(text) ?? [[text]]);
  const heading = headingOf(columns, rows[0] ?? []);
  const width = Math.max(0, ...rows.map((cells) => cells.length));
  const keys = heading ?? columns.slice(0, width).map(({ key }) => key);
  const lines: PastedLine<Key>[] = [];
  const problems: string[] = [];
  for (const [index, cells] of rows.entries()) {
    if ((index === 0 && heading !== undefined) || cells.every((cell) => cell.trim() === "")) continue;
    const values = new Map(
      keys.flatMap((key, at) => (key === undefined ? [] : [[key, (cells[at] ?? "").trim()] as const])),
    );
    const wrong = columns.flatMap((column) => problemOf(column, values.get(column.key) ?? ""));
    if (wrong.length > 0) problems.push(`第 ${index + 1} 行：${wrong.join("，")}`);
    else lines.push(lineOf(index + 1, values));
  }
  return { lines, problems };
}

function problemOf({ title, needed, kind }: PasteColumn<string>, value: string): readonly string[] {
  if (value === "") return needed ? [`没有${title}`] : [];
  if (kind === "date" && parseDate(value) === undefined) return [`${title}“${value}”不是日期`];
  return kind === "decimal" && readDecimal(value) === undefined ? [`${title}“${value}”不是数字`] : [];
}

const lineOf = <Key extends string>(line: number, values: ReadonlyMap<Key, string>): PastedLine<Key> => ({
  line,
  has: (key) => values.has(key),
  text: (key) => values.get(key) ?? "",
  date: (key) => parseDate(values.get(key) ?? "") ?? null,
  decimal: (key) => readDecimal(values.get(key) ?? "") ?? null,
});
