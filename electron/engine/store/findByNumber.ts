import type { Id } from "#shared/kernel/id.ts";
import type { ReadableLedger } from "./types.ts";

type Numbered = Readonly<{ entity: "contract" | "payment" | "invoice" | "project"; id: Id }>;

/** The record that bears a number on paper: of contracts, payments, invoices, then projects; void ones as well. */
export async function findByNumber(ledger: ReadableLedger, number: string): Promise<Numbered | undefined> {
  const { read } = ledger;
  const found = await ledger.readTogether({
    contract: read.selectFrom("contract").select("id").where("contractNo", "=", number).limit(1),
    payment: read.selectFrom("payment").select("id").where("paymentNo", "=", number).limit(1),
    invoice: read.selectFrom("invoice").select("id").where("number", "=", number).limit(1),
    project: read.selectFrom("project").select("id").where("code", "=", number).limit(1),
  });
  for (const entity of ["contract", "payment", "invoice", "project"] as const) {
    const [row] = found[entity];
    if (row !== undefined) return { entity, id: row.id };
  }
  return undefined;
}
