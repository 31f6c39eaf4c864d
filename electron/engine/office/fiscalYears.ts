import { newId } from "../store/newId.ts";
import { findFiscalYear } from "../store/office.ts";
import { insertRow } from "../store/rows.ts";
import type { WritableLedger } from "../store/types.ts";

/** Opens the budget year when the ledger does not know it yet. */
export async function ensureFiscalYear(tx: WritableLedger, year: number): Promise<void> {
  if ((await findFiscalYear(tx, year)) !== undefined) return;
  await insertRow(tx, "fiscalYear", {
    id: newId(),
    year,
    state: "open",
    paymentCutoff: null,
    stateReason: "",
  });
}
