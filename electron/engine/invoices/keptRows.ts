import { z } from "zod";
import type { BatchRow, KeptSheet } from "#shared/api/invoiceLife.ts";
import { cents, formatYuan } from "#shared/kernel/cents.ts";
import { parseJson } from "#shared/kernel/parseJson.ts";
import type { ImportRow } from "#shared/model/invoice.ts";
import { columnLabelOf } from "#shared/model/labels.ts";
import { invoiceStatusNames, riskNames } from "#shared/rules/words.ts";
import { parseUndoState } from "./undoState.ts";

/** What a ledger kept of an import, some of it long ago or by another program: what cannot be read is left out. */
const parsed = <Schema extends z.ZodType>(schema: Schema, json: string): z.output<Schema> | undefined =>
  schema.safeParse(parseJson(json)).data;

const sheetShape = z.looseObject({
  name: z.string(),
  headerRow: z.int(),
  kind: z.enum(["invoices", "lines", "ignored"]),
  columns: z.array(
    z.looseObject({ title: z.string(), field: z.string().nullable(), index: z.int().optional() }),
  ),
  fixed: z
    .array(z.object({ row: z.int(), index: z.int(), before: z.string(), after: z.string() }))
    .default([]),
});

/** Batches of older versions of the program did not say where a column stands: then it is its place in the list. */
export const keptSheets = (json: string): readonly KeptSheet[] =>
  (parsed(z.array(sheetShape), json) ?? []).map(({ name, headerRow, kind, columns, fixed }) => ({
    name,
    headerRow,
    kind,
    columns: columns.map(({ index, title, field }, place) => ({ index: index ?? place, title, field })),
    fixed,
  }));

type Change = BatchRow["changes"][number];

/** The columns of an invoice that a batch changed, before and after, in the officer's words. */
export function keptChanges(beforeJson: string | null): readonly Change[] {
  if (beforeJson === null) return [];
  const { invoice, after, lines } = parseUndoState(beforeJson);
  const changes = Object.entries(after).map(([column, value]) => ({
    label: columnLabelOf(column),
    before: shownValue(column, Object.entries(invoice).find(([name]) => name === column)?.[1] ?? null),
    after: shownValue(column, value ?? null),
  }));
  return lines === undefined
    ? changes
    : [...changes, { label: "发票明细", before: `${lines.length}行`, after: "换为文件中的明细" }];
}

type Value = string | number | null;

function shownValue(column: string, value: Value): string {
  if (typeof value === "number") return column.endsWith("Cents") ? formatYuan(cents(value)) : String(value);
  if (value === null) return "";
  const words: Readonly<Record<string, string>> =
    column === "status" ? invoiceStatusNames : column === "riskLevel" ? riskNames : {};
  return words[value] ?? value;
}

const byPlace = z.array(
  z.union([z.string(), z.looseObject({ index: z.int(), text: z.string() })]).nullable(),
);
const byTitle = z.record(z.string(), z.string());

/** What a refused row or a conflict said, by the titles of the columns of its sheet. */
export function keptCells(
  { cellsJson, sheet }: Pick<ImportRow, "cellsJson" | "sheet">,
  sheets: readonly KeptSheet[],
): BatchRow["cells"] {
  if (cellsJson === null) return [];
  const titled = parsed(byTitle, cellsJson);
  if (titled !== undefined) return Object.entries(titled).map(([title, text]) => ({ title, text }));
  const titles = titlesOf(sheets.find(({ name }) => name === sheet));
  return (parsed(byPlace, cellsJson) ?? []).flatMap((cell, place) => {
    if (cell === null) return [];
    const { index, text } = typeof cell === "string" ? { index: place, text: cell } : cell;
    return text === "" ? [] : { title: titles.get(index) ?? `第${index + 1}列`, text };
  });
}

const titlesOf = (sheet: KeptSheet | undefined): ReadonlyMap<number, string> =>
  new Map((sheet?.columns ?? []).map(({ index, title }) => [index, title]));
