import { createHash } from "node:crypto";
import type { Row } from "#shared/model/ledger.ts";
import { pause, throwIfCancelled } from "../pause.ts";
import type { BulkOptions, EditableTable, WritableLedger } from "./types.ts";
import { writing } from "./writing.ts";

/** Rows between two looks at the signal: some 20 milliseconds of work. */
const chunkSize = 2_000;

/**
 * Inserts many rows at the speed of the bare database. They are taken as they are (the database still checks them) and
 * leave one entry in the log, with their number and the hash of their values.
 */
export async function insertRows<Table extends EditableTable>(
  tx: WritableLedger,
  table: Table,
  rows: readonly Row<Table>[],
  options: BulkOptions = {},
): Promise<void> {
  if (rows.length === 0) return;
  const { statements, recorder } = tx[writing];
  await recorder.whole(async () => {
    const hash = createHash("sha256");
    for (let from = 0; from < rows.length; from += chunkSize) {
      if (from > 0) await pause(options.signal);
      const chunk = rows.slice(from, from + chunkSize);
      statements.insertAll(table, chunk, (values) => hash.update(`${JSON.stringify(values)}\n`));
      options.onProgress?.(from + chunk.length, rows.length);
    }
    throwIfCancelled(options.signal);
    const after = { count: rows.length, contentHash: hash.digest("hex") };
    recorder.record({ entity: table, entityId: "", before: null, after });
  });
}
