import Database from "better-sqlite3";
import { listContracts } from "#engine/contracts/listContracts.ts";
import { listInstalments } from "#engine/contracts/listInstalments.ts";
import { listInvoiceViews } from "#engine/invoices/listInvoiceViews.ts";
import { openLedger } from "#engine/ledger/openLedger.ts";
import { listPayments } from "#engine/payments/listPayments.ts";
import { createSession } from "#engine/session.ts";
import { systemClock } from "#engine/store/systemClock.ts";
import { fromResultText, toResultText } from "#shared/api/resultText.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { type BenchRow, compared } from "./benchRow.ts";
import { timed } from "./stopwatch.ts";

/** What a list of the window costs: from facts that are known to rows that the window has read off the wire. */
const today = isoDate("2023-03-31");
const [, , file = ""] = process.argv;
const ledger = await openLedger({ path: file, clock: systemClock });
const session = createSession(ledger, async () => ({
  today: () => today,
  now: () => `${today}T08:00:00.000Z`,
}));
const context = await session.context({ signal: new AbortController().signal, progress: () => undefined });
await context.facts();
const bare = new Database(file, { readonly: true });
const scope = { fiscalYear: 2022, projectId: null } as const;

const invoiceSql = `select "id", "number", "type", "issueDate", "sellerName", "netCents", "taxCents", "grossCents",
  "status", "isRed", "riskLevel", "batchId", "voidedAt" from "invoice" where "voidedAt" is null order by "issueDate" desc`;
const paymentSql = `select "id", "paymentNo", "state", "payeeName", "purpose", "amountCents", "requestedOn", "paidOn",
  "reviewedBy", "voidedAt", "voidReason" from "payment" where "voidedAt" is null order by "requestedOn" desc`;
const contractSql = `select * from "contract" where "voidedAt" is null`;
const instalmentSql = `select * from "instalment" where "voidedAt" is null`;

const rows: BenchRow[] = [
  ...(await listed("invoices", invoiceSql, () => listInvoiceViews(context, { fiscalYear: null }))),
  ...(await listed("payments", paymentSql, () => listPayments(context, scope))),
  ...(await listed("contracts", contractSql, () => listContracts(context, scope))),
  ...(await listed("instalments", instalmentSql, () => listInstalments(context, scope))),
];
bare.close();
await ledger.close();
process.stdout.write(JSON.stringify(rows));

/** In the engine and in the window, each against better-sqlite3 reading the same columns into objects. */
async function listed(
  what: string,
  sql: string,
  list: () => Promise<readonly unknown[]>,
): Promise<readonly BenchRow[]> {
  const read = await timed(async () => bare.prepare(sql).all());
  let text = "";
  let count = 0;
  const sent = await timed(async () => {
    const data = await list();
    count = data.length;
    text = toResultText({ ok: true, data });
  });
  const taken = await timed(async () => fromResultText(text));
  const megabytes = (text.length / 1e6).toFixed(1);
  const name = `${count.toLocaleString("en-US")} ${what}`;
  return [
    compared(`${name}: worked out and written to send, ${megabytes} MB`, sent, read),
    compared(`${name}: read by the window`, taken, read),
  ];
}
