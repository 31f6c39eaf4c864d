import { commitImport } from "#engine/invoices/commitImport.ts";
import type { ImportContext } from "#engine/invoices/importContext.ts";
import { previewImport } from "#engine/invoices/previewImport.ts";
import { openLedger } from "#engine/ledger/openLedger.ts";
import { systemClock } from "#engine/store/systemClock.ts";

// Imports a list into a ledger, both named on the command line. Says "begin" when it is about to write and "done" when
// all is written, each with the milliseconds since the program's start.
const [, , path = "", list = ""] = process.argv;
const ledger = await openLedger({ path, clock: systemClock });
const context: ImportContext = {
  ledger,
  clock: systemClock,
  officer: "王经办",
  signal: new AbortController().signal,
  progress: () => undefined,
  write: (action, work) => ledger.write({ actor: "王经办", action }, work),
};
const prepared = await previewImport(context, list);
process.stdout.write(`begin ${performance.now()}\n`);
await commitImport(context, prepared);
process.stdout.write(`done ${performance.now()}\n`);
await ledger.close();
