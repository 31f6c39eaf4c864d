import ExcelJS from "exceljs";
import { commitImport } from "#engine/invoices/commitImport.ts";
import type { ImportContext } from "#engine/invoices/importContext.ts";
import { importInvoices } from "#engine/invoices/importInvoices.ts";
import { previewImport } from "#engine/invoices/previewImport.ts";
import { openLedger } from "#engine/ledger/openLedger.ts";
import { systemClock } from "#engine/store/systemClock.ts";
import { answerJob } from "./job.ts";

/** A workbook to read, and the ledger it goes into. */
export type ImportJob = Readonly<{ file: string; ledger: string }>;

const read = (argument: string) => JSON.parse(argument) as ImportJob;

async function withLedger(path: string, work: (context: ImportContext) => Promise<unknown>): Promise<void> {
  const ledger = await openLedger({ path, clock: systemClock });
  await work({
    ledger,
    clock: systemClock,
    officer: "王经办",
    signal: new AbortController().signal,
    progress: () => undefined,
    write: (action, write) => ledger.write({ actor: "王经办", action }, write),
  });
  await ledger.close();
}

await answerJob({
  /** What exceljs needs to walk every cell of the workbook and do nothing with it. */
  bareRead: async (argument) => {
    const reader = new ExcelJS.stream.xlsx.WorkbookReader(read(argument).file, {
      sharedStrings: "cache",
      hyperlinks: "ignore",
      styles: "cache",
      worksheets: "emit",
      entries: "ignore",
    });
    let cells = 0;
    for await (const sheet of reader) for await (const row of sheet) cells += row.cellCount;
    return cells;
  },
  preview: async (argument) => {
    const { file, ledger } = read(argument);
    await withLedger(ledger, (context) => previewImport(context, file));
  },
  import: async (argument) => {
    const { file, ledger } = read(argument);
    await withLedger(ledger, async (context) => commitImport(context, await previewImport(context, file)));
  },
  importAgain: async (argument) => {
    const { file, ledger } = read(argument);
    await withLedger(ledger, async (context) => {
      const { preview } = await importInvoices(context, { path: file });
      if (preview.counts.new + preview.counts.changed > 0)
        throw new Error("the second import changed something");
    });
  },
});
