import { asId, type Id } from "#shared/kernel/id.ts";
import type { ImportBatch } from "#shared/model/invoice.ts";
import type { Payment } from "#shared/model/payment.ts";
import { stepWords } from "#shared/payments/flow.ts";
import { inChunks } from "../../store/chunks.ts";
import type { ReadableLedger } from "../../store/types.ts";

/** A payment of an import on which something rests by now, and what. */
export type LaterUse = Readonly<{ paymentNo: string; why: string }>;

type Imported = Readonly<{ fresh: readonly Payment[]; changedIds: readonly Id[] }>;

/** What happened to the payments of a batch after it: refunds, steps, changes by hand, papers, later imports. */
export async function laterUses(
  ledger: ReadableLedger,
  batch: ImportBatch,
  { fresh, changedIds }: Imported,
): Promise<readonly LaterUse[]> {
  const ids = fresh.map(({ id }) => id);
  const own = new Set<string>(ids);
  const found = [
    ...(await refunds(ledger, ids)).filter(({ by }) => !own.has(by)),
    ...(await steps(ledger, batch, ids)),
    ...(await referring(ledger, ids)),
    ...(await touched(ledger, ids)),
    ...(await laterImports(ledger, batch, [...ids, ...changedIds])),
  ];
  const reasons = new Map<string, string>();
  for (const { id, why } of found) if (!reasons.has(id)) reasons.set(id, why);
  const numbers = new Map<string, string>(fresh.map(({ id, paymentNo }) => [id, paymentNo]));
  return [...reasons].map(([id, why]) => ({ paymentNo: numbers.get(id) ?? "已登记的付款", why }));
}

type Found = Readonly<{ id: Id; why: string }>;

const refunds = async (ledger: ReadableLedger, ids: readonly Id[]) =>
  (
    await inChunks(ids, (chunk) =>
      ledger.read
        .selectFrom("payment")
        .select(["refundOfId", "paymentNo", "id"])
        .where("refundOfId", "in", chunk)
        .where("voidedAt", "is", null)
        .execute(),
    )
  ).flatMap(({ refundOfId, paymentNo, id }) =>
    refundOfId === null ? [] : { id: refundOfId, why: `退款${paymentNo}`, by: id },
  );

/** The step that the import wrote itself has its very instant. */
const steps = async (
  ledger: ReadableLedger,
  { importedAt }: ImportBatch,
  ids: readonly Id[],
): Promise<readonly Found[]> =>
  (
    await inChunks(ids, (chunk) =>
      ledger.read
        .selectFrom("paymentStep")
        .select(["paymentId", "action", "seq", "at"])
        .where("paymentId", "in", chunk)
        .execute(),
    )
  )
    .filter(({ seq, at }) => seq > 1 || at !== importedAt)
    .map(({ paymentId, action }) => ({ id: paymentId, why: `已${stepWords[action]}` }));

const referrers = [
  { table: "approval", why: "有审批单" },
  { table: "needIssue", why: "有发放记录" },
  { table: "attachment", why: "有附件" },
] as const;

async function referring(ledger: ReadableLedger, ids: readonly Id[]): Promise<readonly Found[]> {
  const found: Found[] = [];
  for (const { table, why } of referrers) {
    const rows = await inChunks(ids, (chunk) =>
      ledger.read
        .selectFrom(table)
        .select("paymentId")
        .where("paymentId", "in", chunk)
        .where("voidedAt", "is", null)
        .execute(),
    );
    for (const { paymentId } of rows) if (paymentId !== null) found.push({ id: paymentId, why });
  }
  return found;
}

/** An import leaves one entry for all its payments: one in the name of a payment itself came later, by hand. */
const touched = async (ledger: ReadableLedger, ids: readonly Id[]): Promise<readonly Found[]> =>
  (
    await inChunks(ids, (chunk) =>
      ledger.read
        .selectFrom("changeLog")
        .select("entityId")
        .where("entity", "=", "payment")
        .where("entityId", "in", chunk)
        .execute(),
    )
  ).map(({ entityId }) => ({ id: asId(entityId), why: "后来修改过" }));

/** Changes that later imports made to the same payments and that were not undone. */
const laterImports = async (
  ledger: ReadableLedger,
  batch: ImportBatch,
  ids: readonly Id[],
): Promise<readonly Found[]> =>
  (
    await inChunks(ids, (chunk) =>
      ledger.read
        .selectFrom("importRow")
        .innerJoin("importBatch", "importBatch.id", "importRow.batchId")
        .select(["importRow.paymentId", "importBatch.fileName"])
        .where("importRow.paymentId", "in", chunk)
        .where("importRow.result", "=", "changed")
        .where("importBatch.voidedAt", "is", null)
        .where("importBatch.id", "!=", batch.id)
        .where("importBatch.importedAt", ">=", batch.importedAt)
        .execute(),
    )
  ).flatMap(({ paymentId, fileName }) =>
    paymentId === null ? [] : { id: paymentId, why: `又由${fileName}更新` },
  );
