import { runCheck } from "#engine/checks/runCheck.ts";
import type { Context } from "#engine/context.ts";
import { listInstalments } from "#engine/contracts/listInstalments.ts";
import { listInvoiceViews } from "#engine/invoices/listInvoiceViews.ts";
import { openLedger } from "#engine/ledger/openLedger.ts";
import { createSession } from "#engine/session.ts";
import { systemClock } from "#engine/store/systemClock.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { bareRead } from "./bareRead.ts";
import { answerJob } from "./job.ts";

const asOf = isoDate("2023-03-31");

async function onLedger(path: string, work: (context: Context) => Promise<unknown>): Promise<void> {
  const ledger = await openLedger({ path, clock: systemClock });
  const session = createSession(ledger);
  await work(await session.context({ signal: new AbortController().signal, progress: () => undefined }));
  await ledger.close();
}

await answerJob({
  bareRead,
  check: (path) => onLedger(path, (context) => runCheck(context, { asOf })),
  invoiceList: (path) => onLedger(path, (context) => listInvoiceViews(context, { fiscalYear: null })),
  schedule: (path) => onLedger(path, (context) => listInstalments(context, {}, asOf)),
});
