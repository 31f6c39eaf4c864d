import type { ImportBatch } from "#shared/model/invoice.ts";
import { listBatches as readBatches } from "../store/batches.ts";
import type { ReadableLedger } from "../store/types.ts";

/** Imports, the latest first; undone ones are told by `voidedAt`. */
export const listBatches = (ledger: ReadableLedger): Promise<readonly ImportBatch[]> => readBatches(ledger);
