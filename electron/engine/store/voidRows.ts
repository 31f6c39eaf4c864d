import type { Id } from "#shared/kernel/id.ts";
import { pause } from "../pause.ts";
import { papersBehind } from "./attachments.ts";
import type { BulkOptions, VoidableTable, WritableLedger } from "./types.ts";
import { writing } from "./writing.ts";

/** Rows between two looks at the signal. */
const chunkSize = 2_000;

/**
 * Voids many live rows for one reason. Like their bulk insertion it leaves one entry in the log, with their number and
 * `note`, which says what they have in common. Their attachments go with them. When it fails the whole transaction must
 * be given up.
 */
export async function voidRows(
  tx: WritableLedger,
  table: VoidableTable,
  ids: readonly Id[],
  voiding: Readonly<{ reason: string; note: Readonly<Record<string, string>> }>,
  { signal, onProgress }: BulkOptions = {},
): Promise<void> {
  if (ids.length === 0) return;
  await voidRows(tx, "attachment", await papersBehind(tx, table, ids), voiding);
  const { statements, recorder } = tx[writing];
  const voided = { voidedAt: tx.clock.now(), voidReason: voiding.reason.trim() };
  await recorder.whole(async () => {
    for (const [index, id] of ids.entries()) {
      if (index % chunkSize === 0) {
        await pause(signal);
        onProgress?.(index, ids.length);
      }
      statements.update(table, id, voided);
    }
    const after = { ...voided, ...voiding.note, count: ids.length };
    recorder.record({ entity: table, entityId: "", before: null, after });
  });
}
