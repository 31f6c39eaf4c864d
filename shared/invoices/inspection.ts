import type { InvoiceField } from "./headerSynonyms.ts";

/** What a list looks like, by the beginning of each of its sheets: what an import would take for what, and why. */
export type FileInspection = Readonly<{
  /** `eInvoices` have neither sheets nor columns. */
  kind: "workbook" | "text" | "eInvoices";
  fileName: string;
  /** What the batch will be called by: said, remembered, or recognised. */
  sourceName: string;
  /** What was said of an earlier list with the same titles counts here too. */
  remembered: Readonly<{ fingerprint: string; name: string; savedAt: string }> | null;
  sheets: readonly SheetInspection[];
}>;

export type SheetInspection = Readonly<{
  name: string;
  used: boolean;
  why: string;
  hidden: boolean;
  /** 1 is the first row; of a header of two rows the lower one. 0: the list has no header. `null`: none was found. */
  headerRow: number | null;
  headerRows: 1 | 2;
  /** The first rows as they are written, to choose the header from. */
  head: readonly Readonly<{ row: number; cells: readonly string[] }>[];
  columns: readonly ColumnInspection[];
  /** What a list cannot do without and is not there yet, in the officer's words. */
  missing: readonly string[];
}>;

/** By what a column is taken for what it is. */
export type MappedBy = "said" | "remembered" | "title" | "likeTitle" | "values" | "none";

export type ColumnInspection = Readonly<{
  /** 0 is column A. */
  index: number;
  letter: string;
  /** As written; doubled titles are told apart. The letter where the list has no header. */
  title: string;
  field: InvoiceField | null;
  fieldTitle: string | null;
  by: MappedBy;
  /** A sentence. */
  why: string;
  /** Up to four different values, as they are written. */
  samples: readonly string[];
  /** What speaks against it, or what a person has to decide. */
  doubt: string | null;
}>;

/** A list whose columns were said once, and that is known again by its titles. */
export type RememberedSource = Readonly<{
  fingerprint: string;
  name: string;
  savedAt: string;
  titles: readonly string[];
  headerRow: number;
  headerRows: 1 | 2;
  columns: readonly Readonly<{ column: string; title: string; field: InvoiceField | null }>[];
}>;

/** What a column can be, to choose from. */
export type FieldChoice = Readonly<{ field: InvoiceField; title: string; required: boolean }>;
