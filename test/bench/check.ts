import { isoDate } from "#shared/kernel/dates.ts";
import { assignAll } from "#shared/matching/assignAll.ts";
import { checkLedger, checkPayment } from "#shared/rules/check.ts";
import { buildFacts } from "#shared/rules/facts.ts";
import type { BenchRow } from "./benchRow.ts";
import { benchRows } from "./checkLedger.ts";

const size = { contracts: 2_000, invoices: 100_000, payments: 48_000 };

/**
 * The rules alone, on rows that are in memory already: facts of a large office, all rules, one payment, matching of 500
 * invoices. There is no bare library for this; ledger.ts compares the check with the reading of its rows.
 */
export async function bench(): Promise<readonly BenchRow[]> {
  const rows = benchRows(size);
  const measured: BenchRow[] = [];
  const measure = <Result>(name: string, work: () => Result): Result => {
    const start = performance.now();
    const result = work();
    const seconds = (performance.now() - start) / 1000;
    const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
    measured.push({ name, seconds, baselineSeconds: null, ratio: null, peakMb });
    return result;
  };
  const facts = measure(
    "facts of 2,000 contracts, 24,000 instalments, 100,000 invoices, 48,000 payments",
    () => buildFacts(rows, isoDate("2023-03-31")),
  );
  measure("all rules over them", () => checkLedger(facts));
  const payment = facts.payments.at(-1);
  if (payment !== undefined) measure("one payment of them", () => checkPayment(facts, payment.row.id));
  const unused = rows.invoice.slice(size.payments, size.payments + 500);
  measure("500 invoices matched among them", () => assignAll(facts, unused));
  return measured;
}
