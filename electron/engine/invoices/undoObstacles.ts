import type { BatchObstacle } from "#shared/api/invoiceLife.ts";
import type { ImportBatch, ImportRow, Invoice } from "#shared/model/invoice.ts";
import { importRowsOf } from "../store/batches.ts";
import { invoicesByIds, usedInvoicesOfBatch } from "../store/invoices.ts";
import type { ReadableLedger } from "../store/types.ts";
import { invoiceUses } from "./invoiceUses.ts";
import { laterChanges } from "./laterChanges.ts";
import { parseUndoState, type UndoState } from "./undoState.ts";

/** Everything that keeps a batch from being undone: payments first, later imports, then changes by hand. */
export async function undoObstacles(
  ledger: ReadableLedger,
  batch: ImportBatch,
): Promise<readonly BatchObstacle[]> {
  const changed = await importRowsOf(ledger, batch.id, { result: "changed" });
  return [
    ...(await usedOnes(ledger, batch)),
    ...(await changedByImports(ledger, batch)),
    ...(await changedByHand(ledger, changed)),
  ];
}

const nothing = { use: null, batchId: null, fileName: null } as const;

async function usedOnes(
  ledger: ReadableLedger,
  { id: batchId }: ImportBatch,
): Promise<readonly BatchObstacle[]> {
  const used = await usedInvoicesOfBatch(ledger, batchId);
  const uses = await invoiceUses(
    ledger,
    used.map(({ id }) => id),
  );
  return used.flatMap(({ id, number }) =>
    (uses.get(id) ?? []).map((use) => ({ ...nothing, kind: "used" as const, invoiceId: id, number, use })),
  );
}

async function changedByImports(
  ledger: ReadableLedger,
  batch: ImportBatch,
): Promise<readonly BatchObstacle[]> {
  const later = await laterChanges(ledger, batch);
  return later.map((change) => ({ ...nothing, kind: "laterBatch", ...change }));
}

async function changedByHand(
  ledger: ReadableLedger,
  changed: readonly ImportRow[],
): Promise<readonly BatchObstacle[]> {
  const ids = changed.flatMap(({ invoiceId }) => invoiceId ?? []);
  const byId = new Map((await invoicesByIds(ledger, ids)).map((row) => [row.id, row]));
  return changed.flatMap(({ invoiceId, number, beforeJson }) => {
    const now = invoiceId === null ? undefined : byId.get(invoiceId);
    if (invoiceId === null || beforeJson === null || (now !== undefined && isAsLeft(now, beforeJson)))
      return [];
    return { ...nothing, kind: "changed" as const, invoiceId, number };
  });
}

const isAsLeft = (now: Invoice, beforeJson: string): boolean =>
  now.voidedAt === null && stillAs(now, parseUndoState(beforeJson).after);

const stillAs = (now: Invoice, after: UndoState["after"]): boolean =>
  Object.entries(after).every(([column, value]) =>
    Object.entries(now).some(([name, is]) => name === column && is === value),
  );
