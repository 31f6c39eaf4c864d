import { z } from "zod";
import { invoiceFields } from "#shared/invoices/headerSynonyms.ts";
import type { InvoiceDraft } from "#shared/invoices/invoiceDraft.ts";
import type { PreviewSheet } from "#shared/invoices/preview.ts";
import { parseJson } from "#shared/kernel/parseJson.ts";
import { severities } from "#shared/model/check.ts";
import * as field from "#shared/model/fields.ts";
import type { PreparedImport } from "./preparedImport.ts";

const row = z.int().min(0);

/** What was read beside the invoices: with them it is all that the file says. */
const reading = z.strictObject({
  key: z.string(),
  totals: z.array(
    z.strictObject({
      sheet: z.string(),
      row,
      column: z.string(),
      statedCents: field.cents,
      readCents: field.cents,
      met: z.boolean().nullable(),
    }),
  ),
  issues: z.array(
    z.strictObject({
      sheet: z.string(),
      row,
      column: z.string(),
      ruleId: z.string(),
      severity: z.enum(severities),
      message: z.string(),
    }),
  ),
});

/** `sheetsJson` of a batch: the sheets of its preview, and with the first of them the reading; to be believed whole or not at all. */
const wholeSheets = z.array(
  z.strictObject({
    name: z.string(),
    headerRow: row,
    headerRows: z.union([z.literal(1), z.literal(2)]),
    kind: z.enum(["invoices", "lines", "ignored"]),
    columns: z.array(
      z.strictObject({
        index: row,
        title: z.string(),
        field: z.enum(invoiceFields).nullable(),
        by: z.enum(["said", "remembered", "title", "likeTitle", "values", "none"]),
      }),
    ),
    fixed: z.array(z.strictObject({ row, index: row, before: z.string(), after: z.string() })),
    reading: reading.optional(),
  }),
);
export type KeptReading = Readonly<z.infer<typeof reading> & { sheets: readonly PreviewSheet[] }>;

/** More of them are read again rather than kept. */
const mostIssues = 200;

/** The sheets of a preview as its batch keeps them; with the reading where that and the invoices say all. */
export function sheetsToKeep({ preview, file: { parsed }, readingKey: key }: PreparedImport): string {
  const { sheets, totals } = preview;
  const [first, ...others] = sheets;
  const { issues, rejected, clashes, invoices } = parsed;
  const kinds = new Map(sheets.map(({ name, kind }) => [name, kind]));
  const isTold =
    rejected.length === 0 &&
    clashes.length === 0 &&
    issues.length <= mostIssues &&
    invoices.every((draft) => hasPlainRows(draft, kinds.get(draft.sheet)));
  if (key === null || first === undefined || !isTold) return JSON.stringify(sheets);
  return JSON.stringify([{ ...first, reading: { key, totals, issues } }, ...others]);
}

/** Whether its first row and the count of its lines say which rows it is made of. */
function hasPlainRows({ rowNos, lines = [] }: InvoiceDraft, kind: PreviewSheet["kind"] | undefined): boolean {
  const count = kind === "lines" ? lines.length : 1;
  return rowNos.length === count && rowNos.every((rowNo, at) => rowNo === (rowNos[0] ?? 0) + at);
}

/** What `sheetsToKeep` kept; `undefined` where it kept no more than the sheets. */
export function keptReadingOf(sheetsJson: string): KeptReading | undefined {
  if (!sheetsJson.includes('"reading"')) return undefined;
  const kept = wholeSheets.safeParse(parseJson(sheetsJson));
  const found = kept.data?.[0]?.reading;
  if (kept.data === undefined || found === undefined) return undefined;
  return { ...found, sheets: kept.data.map(({ reading: _, ...sheet }) => sheet) };
}
