import type { ParsedFile } from "#shared/invoices/parseInvoices.ts";
import type { CellFix, Said } from "#shared/invoices/said.ts";
import type { ListHints } from "./listHints.ts";

export type InvoiceFile = Readonly<{
  fileName: string;
  /** SHA-256 of the bytes. */
  fileHash: string;
  parsed: ParsedFile;
}>;

/** A file or folder, or the bytes of rows that were pasted. */
export type ListSource = Readonly<{ path: string }> | Readonly<{ pasted: Buffer }>;

/** What a person says of a list, and of single cells of it. */
export type ImportAsk = Readonly<{
  said?: Said | null | undefined;
  fixes?: readonly CellFix[] | undefined;
}>;

export type ReadOptions = Readonly<{
  signal?: AbortSignal;
  /** Part of the file read, 0 to 1. */
  onProgress?: (part: number) => void;
}>;

export type InvoiceReadOptions = ImportAsk & ReadOptions & Readonly<{ hints?: ListHints }>;
