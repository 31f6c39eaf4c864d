import type { Row } from "#shared/model/ledger.ts";
import { entriesOfRows } from "../store/recordLog.ts";
import type { ReadableLedger } from "../store/types.ts";

type Voidable = Readonly<{ voidedAt: string | null; voidReason: string | null }>;

/** Tells the rows that a void payment took along from those that were void before; none of a live one. */
export async function voidedWith(
  ledger: ReadableLedger,
  { id, batchId, voidedAt, voidReason }: Row<"payment">,
): Promise<(row: Voidable) => boolean> {
  if (voidedAt === null) return () => false;
  const own = await entriesOfRows(ledger, "payment", [id]);
  const ofBatch = batchId === null ? [] : await entriesOfRows(ledger, "importBatch", [batchId]);
  // A save notes when it began; nothing else is written between then and its last row.
  const starts = [...own, ...ofBatch].map(({ at }) => at).filter((at) => at <= voidedAt);
  const since = starts.toSorted().at(-1) ?? voidedAt;
  return (row) =>
    row.voidReason === voidReason &&
    row.voidedAt !== null &&
    row.voidedAt >= since &&
    row.voidedAt <= voidedAt;
}
