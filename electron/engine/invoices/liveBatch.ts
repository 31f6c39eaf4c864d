import { UserError } from "#shared/kernel/errors.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { ImportBatch } from "#shared/model/invoice.ts";
import { findBatch } from "../store/batches.ts";
import type { ReadableLedger } from "../store/types.ts";

type Kind = ImportBatch["kind"];
const kindNames: Readonly<Record<Kind, string>> = { invoices: "发票", payments: "付款" };

/** A batch of this kind that was not undone yet: `not-found` with where it belongs, or `refused`. */
export async function liveBatch(ledger: ReadableLedger, kind: Kind, id: Id): Promise<ImportBatch> {
  const batch = await findBatch(ledger, id);
  if (batch === undefined || batch.kind !== kind) {
    const of = batch === undefined ? undefined : kindNames[batch.kind];
    throw new UserError({
      code: "not-found",
      message: `找不到${kindNames[kind]}的导入批次 ${id}。`,
      hint:
        of === undefined ? "请在导入批次清单中查看批次编号。" : `这是${of}的导入批次，请在“${of}”里撤销。`,
    });
  }
  if (batch.voidedAt === null) return batch;
  throw new UserError({
    code: "refused",
    message: `批次“${batch.fileName}”已于 ${batch.voidedAt.slice(0, 10)} 撤销。`,
    hint: "不需要再撤销；要用这个文件，请重新导入。",
  });
}
