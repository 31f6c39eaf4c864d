import type { ColumnMap } from "#shared/invoices/columnMap.ts";
import type { ParsedFile } from "#shared/invoices/parseInvoices.ts";

export type InvoiceFile = Readonly<{
  fileName: string;
  /** SHA-256 of the bytes. */
  fileHash: string;
  parsed: ParsedFile;
}>;

/** What a person says of a list that is else found out by looking. */
export type SourceOptions = Readonly<{
  /** The one sheet to be read. */
  sheet?: string | undefined;
  /** What to call where the list is from. */
  source?: string | undefined;
  columns?: ColumnMap | undefined;
}>;

export type InvoiceReadOptions = SourceOptions &
  Readonly<{
    signal?: AbortSignal;
    /** Part of the file read, 0 to 1. */
    onProgress?: (part: number) => void;
  }>;
