import type { ImportPreview, PreviewEntry } from "#shared/invoices/preview.ts";
import type { ImportBatch } from "#shared/model/invoice.ts";
import type { ReadableLedger } from "../store/types.ts";
import { type BroughtInvoice, broughtInvoices, isUntouched, lineCounts } from "../store/untouchedBatch.ts";
import { type KeptReading, keptReadingOf } from "./keptReading.ts";

/** A batch that brought in all of a file, and none of it has changed since. */
export type Repeated = Readonly<{
  batch: ImportBatch;
  reading: KeptReading;
  entries: readonly PreviewEntry[];
}>;

/**
 * Of the batches of a file one that says already what reading it again would say: it was read in the same way, all of
 * it was new, and neither an invoice nor the batch was touched since. `turn` is called between its questions.
 */
export async function repeatedBatch(
  ledger: ReadableLedger,
  batches: readonly ImportBatch[],
  { readingKey, turn }: Readonly<{ readingKey: string; turn: () => Promise<void> }>,
): Promise<Repeated | undefined> {
  for (const batch of batches) {
    const reading = tookAll(batch) ? keptReadingOf(batch.sheetsJson) : undefined;
    if (reading?.key !== readingKey || !(await isUntouched(ledger, batch.id))) continue;
    await turn();
    const lines = await lineCounts(ledger, batch.id);
    await turn();
    const invoices = await broughtInvoices(ledger, batch.id, lines);
    await turn();
    if (invoices.length === batch.newCount) return { batch, reading, entries: entriesOf(reading, invoices) };
  }
  return undefined;
}

const tookAll = ({ newCount, ...batch }: ImportBatch): boolean =>
  newCount > 0 && batch.unchangedCount + batch.changedCount + batch.conflictCount + batch.rejectedCount === 0;

/** In the order of the sheets in the file, as reading it gives them. */
function entriesOf({ sheets }: KeptReading, invoices: readonly BroughtInvoice[]): readonly PreviewEntry[] {
  const bySheet = new Map(sheets.map(({ name, kind }) => [name, { kind, entries: [] as PreviewEntry[] }]));
  for (const { rowNo, isRed, ...invoice } of invoices) {
    const sheet = bySheet.get(invoice.sheet);
    const count = sheet?.kind === "lines" ? invoice.lineCount : 1;
    sheet?.entries.push({
      ...invoice,
      row: rowNo,
      rows: Array.from({ length: count }, (_, at) => rowNo + at),
      isRed: isRed === 1,
      result: "unchanged",
      message: "",
      changes: [],
    });
  }
  return [...bySheet.values()].flatMap(({ entries }) => entries);
}

/** What a preview shows of it, but for its name and what is said of earlier imports. */
export const shownOf = ({
  batch,
  reading,
  entries,
}: Repeated): Pick<ImportPreview, "source" | "sheets" | "counts" | "entries" | "totals"> => ({
  source: batch.source,
  sheets: reading.sheets,
  counts: { rows: batch.rowCount, new: 0, unchanged: entries.length, changed: 0, conflict: 0, rejected: 0 },
  entries,
  totals: reading.totals,
});
