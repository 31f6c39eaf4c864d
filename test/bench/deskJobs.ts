import type { Context } from "#engine/context.ts";
import { openLedger } from "#engine/ledger/openLedger.ts";
import { keepMatches } from "#engine/matching/keptMatches.ts";
import { getPayment } from "#engine/payments/getPayment.ts";
import { createSession } from "#engine/session.ts";
import { systemClock } from "#engine/store/systemClock.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import { bareRead } from "./bareRead.ts";
import { answerJob } from "./job.ts";

const today = isoDate("2023-03-31");

/** What the officer does first after the ledger was opened, with all the reading that it needs. */
async function atDesk(path: string, work: (context: Context) => Promise<unknown>): Promise<void> {
  const ledger = await openLedger({ path, clock: systemClock });
  const session = createSession(ledger, async () => ({
    today: () => today,
    now: () => `${today}T08:00:00.000Z`,
  }));
  await work(await session.context({ signal: new AbortController().signal, progress: () => undefined }));
  await ledger.close();
}

await answerJob({
  bareRead,
  firstPayment: (path) => atDesk(path, (context) => getPayment(context, asId("payment-30000"))),
  match: (path) => atDesk(path, async (context) => keepMatches()(context, await context.facts())),
});
