import type { ImportBatch } from "#shared/model/invoice.ts";
import { listBatches as readBatches } from "../store/batches.ts";
import type { ReadableLedger } from "../store/types.ts";

/** Imports, of one kind or of all, the latest first; undone ones are told by `voidedAt`. */
export const listBatches = async (
  ledger: ReadableLedger,
  kind?: ImportBatch["kind"],
): Promise<readonly ImportBatch[]> =>
  (await readBatches(ledger)).filter((batch) => kind === undefined || batch.kind === kind);
