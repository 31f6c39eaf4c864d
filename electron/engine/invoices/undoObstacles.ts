import type { BatchObstacle } from "#shared/api/invoiceLife.ts";
import type { ImportBatch, ImportRow, Invoice } from "#shared/model/invoice.ts";
import { importRowsOf } from "../store/batches.ts";
import { invoicesByIds, invoicesOfBatch } from "../store/invoices.ts";
import type { ReadableLedger } from "../store/types.ts";
import { invoiceUses } from "./invoiceUses.ts";
import { laterChanges } from "./laterChanges.ts";
import { parseUndoState, type UndoState } from "./undoState.ts";

/** Everything that keeps a batch from being undone: payments first, later imports, then changes by hand. */
export async function undoObstacles(
  ledger: ReadableLedger,
  batch: ImportBatch,
): Promise<readonly BatchObstacle[]> {
  const fresh = await invoicesOfBatch(ledger, batch.id);
  const changed = await importRowsOf(ledger, batch.id, { result: "changed" });
  return [
    ...(await usedOnes(ledger, fresh)),
    ...(await changedByImports(ledger, batch, fresh, changed)),
    ...(await changedByHand(ledger, changed)),
  ];
}

const nothing = { use: null, batchId: null, fileName: null } as const;

async function usedOnes(
  ledger: ReadableLedger,
  fresh: readonly Invoice[],
): Promise<readonly BatchObstacle[]> {
  const uses = await invoiceUses(
    ledger,
    fresh.map(({ id }) => id),
  );
  return fresh.flatMap(({ id, number }) =>
    (uses.get(id) ?? []).map((use) => ({ ...nothing, kind: "used" as const, invoiceId: id, number, use })),
  );
}

async function changedByImports(
  ledger: ReadableLedger,
  batch: ImportBatch,
  fresh: readonly Invoice[],
  changed: readonly ImportRow[],
): Promise<readonly BatchObstacle[]> {
  const ids = [...fresh.map(({ id }) => id), ...changed.flatMap(({ invoiceId }) => invoiceId ?? [])];
  const later = await laterChanges(ledger, batch, ids);
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
