import { newId } from "../store/newId.ts";
import { insertRow } from "../store/rows.ts";
import type { WritableLedger } from "../store/types.ts";

/** Opens the budget year when the ledger does not know it yet. */
export async function ensureFiscalYear(tx: WritableLedger, year: number): Promise<void> {
  const known = await tx.read.selectFrom("fiscalYear").select("id").where("year", "=", year).executeTakeFirst();
  if (known !== undefined) return;
  await insertRow(tx, "fiscalYear", { id: newId(), year, state: "open", paymentCutoff: null, stateReason: "" });
}
