import { z } from "zod";
import { invoiceFields } from "./headerSynonyms.ts";

const cellText = z.string().max(4_000);
const column = z.int().min(0).max(16_383);
const sheetName = z.string().max(400);

/** What a person says of one sheet of a list; `null` leaves it to the program. */
const saidSheet = z.strictObject({
  name: sheetName,
  /** Whether invoices are taken from it. */
  use: z.boolean().nullable(),
  /** 1 is the first row of the sheet; of a header of two rows the lower one. 0: the list has no header. */
  headerRow: z.int().min(0).max(1_048_576).nullable(),
  headerRows: z.union([z.literal(1), z.literal(2)]).nullable(),
  columns: z
    .array(z.strictObject({ index: column, field: z.enum(invoiceFields).nullable() }))
    .max(16_384)
    .readonly(),
});
export type SaidSheet = Readonly<z.infer<typeof saidSheet>>;

/** What a person says of a list that is otherwise found out by looking. It counts before all that is found. */
export const said = z.strictObject({
  /** What to call where the list is from, for example 记账公司. */
  source: z.string().trim().max(60).nullable(),
  sheets: z.array(saidSheet).max(1_000).readonly(),
});
export type Said = Readonly<z.infer<typeof said>>;

/** A cell that is to be read as if the file said this. */
export const cellFix = z.strictObject({
  sheet: sheetName,
  /** 1 is the first row of the sheet. */
  row: z.int().min(1).max(1_048_576),
  index: column,
  text: cellText,
});
export type CellFix = Readonly<z.infer<typeof cellFix>>;

/** Nothing said of a sheet. */
export const saidNothing = (name: string): SaidSheet => ({
  name,
  use: null,
  headerRow: null,
  headerRows: null,
  columns: [],
});

export const saidOf = (all: Said | null | undefined, name: string): SaidSheet | undefined =>
  all?.sheets.find((sheet) => sheet.name === name);
