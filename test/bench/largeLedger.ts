import { createLedger } from "#engine/ledger/createLedger.ts";
import { systemClock } from "#engine/store/systemClock.ts";
import { type LedgerDocument, tableNames } from "#shared/model/ledger.ts";
import { benchTables } from "./checkLedger.ts";

export const largeSize = { contracts: 2_000, invoices: 50_000, payments: 50_000 };
export const large = "2,000 contracts, 24,000 instalments, 100,000 invoice lines, 50,000 payments";

/** Nothing is paid yet: every invoice waits to be matched with one of as many instalments. */
export const openSize = { contracts: 8_000, invoices: 80_000, payments: 0 };

/** A ledger of that size in a new file. */
export async function makeLarge(path: string, size = largeSize): Promise<void> {
  const ledger = await createLedger({ path, clock: systemClock });
  const tables: object = {
    ...Object.fromEntries(tableNames.map((table) => [table, []])),
    ...benchTables(size),
  };
  await ledger.fill(tables as LedgerDocument["tables"], {});
  await ledger.close();
}
