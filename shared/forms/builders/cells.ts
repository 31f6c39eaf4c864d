import { addCents, type Cents, sumCents } from "../../kernel/cents.ts";
import type { CellStyle, FormCell, FormRow, FormValue, Page } from "../form.ts";
import { rangesOf } from "../grid.ts";
import type { FieldSource } from "../source.ts";
import type { Orientation } from "../templates/template.ts";
import { amount, empty, text } from "../values.ts";

type Place = Readonly<{ colSpan?: number; rowSpan?: number; source?: FieldSource | undefined }>;

/** Spans of 1 are left out: a form compares and hashes the same however it was written down. */
export function cell(
  value: FormValue,
  style: CellStyle,
  { colSpan = 1, rowSpan = 1, source }: Place = {},
): FormCell {
  return {
    value,
    style,
    ...(colSpan > 1 ? { colSpan } : {}),
    ...(rowSpan > 1 ? { rowSpan } : {}),
    ...(source === undefined ? {} : { source }),
  };
}

export const textCell = (value: string, style: CellStyle, place: Place = {}): FormCell =>
  cell(text(value), style, place);

export const labelCell = (value: string, colSpan = 1, rowSpan = 1): FormCell =>
  textCell(value, "label", { colSpan, rowSpan });

export const emptyCell = (style: CellStyle, colSpan = 1): FormCell => cell(empty, style, { colSpan });

/** A row of the table: at least as high as an office's printed forms have them. */
export const tableRow = (cells: readonly FormCell[]): FormRow => ({ cells, minHeight: 21 });

export const headingRow = (cells: readonly FormCell[]): FormRow => ({
  cells,
  minHeight: 21,
  keepWithNext: true,
});

/** Rows whose last one no page may part from what follows, such as their total or the signatures. */
export const keptToNext = (rows: readonly FormRow[]): readonly FormRow[] =>
  rows.map((row, index) => (index === rows.length - 1 ? { ...row, keepWithNext: true } : row));

/** Title and year of a paper, over all columns. */
export const titleRows = (title: string, yearLine: string, columns: number): readonly FormRow[] => [
  { cells: [textCell(title, "title", { colSpan: columns })], minHeight: 30, keepWithNext: true },
  { cells: [textCell(yearLine, "subtitle", { colSpan: columns })], minHeight: 20, keepWithNext: true },
];

/** The amounts of these rows of a column, added up; where there are no rows a plain zero. */
export function sumOf(column: number, parts: readonly Readonly<{ row: number; cents: Cents }>[]): FormValue {
  if (parts.length === 0) return amount(addCents());
  return {
    kind: "sum",
    cents: sumCents(parts.map(({ cents }) => cents)),
    of: rangesOf(
      column,
      parts.map(({ row }) => row),
    ),
  };
}

/** The line under a table for whoever answers for it to sign. */
export const signatureRow = (signers: readonly string[], columns: number): FormRow => ({
  cells: [
    textCell([...signers, "日期"].map((signer) => `${signer}：${"　".repeat(9)}`).join(""), "note", {
      colSpan: columns,
    }),
  ],
  minHeight: 24,
});

/** `title`: of a table that goes on as its 续表 on further pages. */
export const a4 = (orientation: Orientation, repeat: Page["repeat"], title?: string): Page => ({
  size: "A4",
  orientation,
  margins: { top: 16, right: 15, bottom: 16, left: 15 },
  repeat,
  ...(title === undefined ? {} : { continued: `${title}（续表）` }),
});

/** Puts the budget year and the project's first and last year into a text of a template. */
export const fill = (pattern: string, values: Readonly<Record<string, string | number>>): string =>
  pattern.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
