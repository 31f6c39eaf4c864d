import { createHash } from "node:crypto";
import type { Said } from "#shared/invoices/said.ts";
import type { ImportAsk } from "./invoiceFile.ts";
import type { ListHints } from "./listHints.ts";

/** Raise it when lists come to be read in another way: then files of earlier imports are read anew. A test holds it. */
export const readingVersion = 1;

/**
 * All that decides what is read from a list: its bytes, what a person says of it, what the ledger knows of lists, and this
 * program. With the same key the same is read.
 */
export const readingKey = (
  fileHash: string,
  { said, fixes = [] }: ImportAsk,
  { fingerprint }: ListHints,
): string =>
  createHash("sha256")
    .update(JSON.stringify([readingVersion, fileHash, telling(said ?? null), fixes, fingerprint]))
    .digest("hex");

/** The same without sheets of which nothing is said. */
function telling(said: Said | null): Said | null {
  if (said === null) return null;
  const sheets = said.sheets.filter(
    ({ use, headerRow, headerRows, columns }) =>
      use !== null || headerRow !== null || headerRows !== null || columns.length > 0,
  );
  const source = said.source || null;
  return source === null && sheets.length === 0 ? null : { source, sheets };
}
