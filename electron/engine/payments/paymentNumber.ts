import type { ReadableLedger } from "../store/types.ts";

/** The next free number of a year, "FK-2022-0012". Void payments keep theirs, so no number is given twice. */
export async function nextPaymentNo(ledger: ReadableLedger, year: number): Promise<string> {
  return (await paymentNumbers(ledger, new Set()))(year);
}

/** The same for many payments: each call gives another number, none of `taken`. */
export async function paymentNumbers(
  ledger: ReadableLedger,
  taken: ReadonlySet<string>,
): Promise<(year: number) => string> {
  const rows = await ledger.read
    .selectFrom("payment")
    .select("paymentNo")
    .where("paymentNo", "like", "FK-%")
    .execute();
  const known = [...rows.map((row) => row.paymentNo), ...taken];
  const last = new Map<number, number>();
  return (year) => {
    const number = (last.get(year) ?? highest(known, year)) + 1;
    last.set(year, number);
    return `FK-${year}-${number.toString().padStart(4, "0")}`;
  };
}

function highest(numbers: readonly string[], year: number): number {
  const prefix = `FK-${year}-`;
  return numbers
    .filter((number) => number.startsWith(prefix))
    .map((number) => Number(number.slice(prefix.length)))
    .filter(Number.isSafeInteger)
    .reduce((most, number) => Math.max(most, number), 0);
}
