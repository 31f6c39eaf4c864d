import type { WritableLedger } from "../store/types.ts";

/** The next free number of the year, "FK-2022-0012". Void payments keep theirs, so no number is given twice. */
export async function nextPaymentNo(tx: WritableLedger, year: number): Promise<string> {
  const prefix = `FK-${year}-`;
  const rows = await tx.read
    .selectFrom("payment")
    .select("paymentNo")
    .where("paymentNo", "like", `${prefix}%`)
    .execute();
  const last = rows
    .map((row) => Number(row.paymentNo.slice(prefix.length)))
    .filter(Number.isSafeInteger)
    .reduce((highest, number) => Math.max(highest, number), 0);
  return `${prefix}${(last + 1).toString().padStart(4, "0")}`;
}
