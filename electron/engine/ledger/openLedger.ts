import { openStore, type StoreOptions } from "../store/openStore.ts";
import { probeLedger } from "../store/probeLedger.ts";
import type { Ledger } from "../store/types.ts";

/**
 * Opens a ledger for this process alone. Fails with `not-found`, `bad-ledger` (of another program, of a newer version,
 * damaged), `ledger-busy` (open elsewhere) or `disk`; the file is then as it was.
 */
export async function openLedger(options: StoreOptions): Promise<Ledger> {
  probeLedger(options.path);
  return openStore(options);
}
