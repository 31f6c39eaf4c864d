import { isoDate } from "#shared/kernel/dates.ts";
import { assignAll } from "#shared/matching/assignAll.ts";
import { checkLedger, checkPayment } from "#shared/rules/check.ts";
import { buildFacts } from "#shared/rules/facts.ts";
import { benchRows } from "./checkLedger.ts";

export type BenchRow = Readonly<{
  name: string;
  seconds: number;
  baselineSeconds: number | null;
  ratio: number | null;
  peakMb: number;
}>;

const size = { contracts: 2_000, invoices: 100_000, payments: 50_000 };

/** Building the facts of a large office, checking all of it, checking one payment, and matching 500 invoices. */
export function bench(): readonly BenchRow[] {
  const rows = benchRows(size);
  const asOf = isoDate("2023-03-31");
  const measured: BenchRow[] = [];
  const measure = <Result>(name: string, work: () => Result): Result => {
    const start = performance.now();
    const result = work();
    const seconds = (performance.now() - start) / 1000;
    const peakMb = Math.round(process.memoryUsage().rss / 1_048_576);
    measured.push({ name, seconds, baselineSeconds: null, ratio: null, peakMb });
    return result;
  };
  const facts = measure(
    "facts of 2,000 contracts, 24,000 instalments, 100,000 invoices, 50,000 payments",
    () => buildFacts(rows, asOf),
  );
  measure("all rules over them", () => checkLedger(facts));
  const payment = facts.payments[size.payments - 1];
  if (payment !== undefined) measure("one payment of them", () => checkPayment(facts, payment.row.id));
  const unused = rows.invoice.slice(size.payments, size.payments + 500);
  measure("500 invoices matched among them", () => assignAll(facts, unused));
  return measured;
}
