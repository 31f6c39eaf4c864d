import { runCheck } from "#engine/checks/runCheck.ts";
import type { Context } from "#engine/context.ts";
import { openLedger } from "#engine/ledger/openLedger.ts";
import { checkDraft } from "#engine/payments/checkDraft.ts";
import { getPayment } from "#engine/payments/getPayment.ts";
import { createSession } from "#engine/session.ts";
import { newId } from "#engine/store/newId.ts";
import { insertRow, updateRow } from "#engine/store/rows.ts";
import { systemClock } from "#engine/store/systemClock.ts";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import { assignAll } from "#shared/matching/assignAll.ts";
import { bareRead } from "./bareRead.ts";
import { type BenchRow, compared } from "./benchRow.ts";
import { large } from "./largeLedger.ts";
import { timed } from "./stopwatch.ts";

const today = isoDate("2023-03-31");
const id = asId("payment-30000");

const acceptance = {
  id: newId(),
  contractId: asId("contract-0"),
  instalmentId: null,
  documentNo: "",
  acceptedOn: today,
  periodFrom: isoDate("2022-12-01"),
  periodTo: isoDate("2022-12-31"),
  result: "pass",
  score: null,
  deductionCents: cents(0),
  acceptedBy: "李四",
  note: "",
} as const;

const [, , file = ""] = process.argv;
const bare = await timed(() => bareRead(file));
const ledger = await openLedger({ path: file, clock: systemClock });
const session = createSession(ledger, async () => ({
  today: () => today,
  now: () => `${today}T08:00:00.000Z`,
}));
const context = await session.context({ signal: new AbortController().signal, progress: () => undefined });
const rows: BenchRow[] = [];
await measure(`read what rules need of ${large}`, () => context.rows());
await measure("facts and all rules, the first time", () => runCheck(context, { asOf: null }));
await measure("all rules again", () => runCheck(context, { asOf: null }));
await measure("one payment", () => getPayment(context, id));
await context.write("改付款", (tx) => updateRow(tx, "payment", id, { note: "一" }));
await measure("one payment, the first after it was written", () => getPayment(context, id));
await measure("one payment, still being written", () =>
  draftOf(context).then((draft) => checkDraft(context, draft)),
);
await measure("the same after the next key", () =>
  draftOf(context).then((draft) => checkDraft(context, draft)),
);
await measure("its facts inside a transaction", () =>
  context.write("看付款", (tx) => context.factsIn(tx, today)),
);
await context.write("验收", (tx) => insertRow(tx, "acceptance", acceptance));
await measure("one payment, the first after an acceptance was written", () => getPayment(context, id));
await measure("facts and all rules after it", () => runCheck(context, { asOf: null }));
const facts = await context.facts();
await measure("500 invoices matched among them", async () =>
  assignAll(facts, facts.rows.invoice.slice(0, 500)),
);
await ledger.close();
process.stdout.write(JSON.stringify(rows));

async function draftOf({ facts: factsOf }: Context) {
  const payment = (await factsOf()).paymentsById.get(id);
  if (payment === undefined) throw new Error("the payment is not there");
  return { payment: { ...payment.row, amountCents: cents(50_001) }, allocations: [...payment.allocations] };
}

async function measure(name: string, work: () => Promise<unknown>): Promise<void> {
  rows.push(compared(name, await timed(work), bare));
}
