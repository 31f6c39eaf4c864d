import { listChanges } from "../store/changeLog.ts";
import type { ReadableLedger } from "../store/types.ts";

/** Number of the last entry of the change log: while it stays, nothing was written. 0 for a fresh ledger. */
export async function lastChangeSeq(ledger: ReadableLedger): Promise<number> {
  const [last] = await listChanges(ledger, { limit: 1 });
  return last?.seq ?? 0;
}
