import { UserError } from "#shared/kernel/errors.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { ImportBatch, ImportRow } from "#shared/model/invoice.ts";
import type { Allocation, Payment, PaymentStep } from "#shared/model/payment.ts";
import type { PlannedRow } from "#shared/payments/import/planRows.ts";
import type { Context } from "../../context.ts";
import { staleError } from "../../invoices/importErrors.ts";
import { insertRows } from "../../store/bulk.ts";
import { lastChange } from "../../store/changeLog.ts";
import { newId } from "../../store/newId.ts";
import { insertRow, updateRow } from "../../store/rows.ts";
import type { WritableLedger } from "../../store/types.ts";
import { paymentNumbers } from "../paymentNumber.ts";
import { takeReviewOff } from "../savePayment.ts";
import { importedAllocations, importedPayment } from "./importedPayment.ts";
import { importRowOf, untakenRows } from "./importRows.ts";
import { isTaken, type PreparedPayments, planFile } from "./previewPayments.ts";

type New = PlannedRow & { result: "new" };
type Changed = PlannedRow & { result: "changed" };

/**
 * Imports what was shown, in one transaction: new payments with what they settle, changes, and what became of each row.
 * Fails with `refused` when nothing is to be taken, `conflict` when the ledger has changed so that the outcome would be
 * another.
 */
export async function commitPayments(context: Context, prepared: PreparedPayments): Promise<ImportBatch> {
  const { file, preview } = prepared;
  if (prepared.ledgerPath !== context.ledger.path) throw staleError("预览之后换了账本");
  if (!prepared.plan.some(isTaken)) throw nothingToTake(file.fileName);
  return context.write(`导入付款：${file.fileName}`, async (tx) => {
    const plan = await currentPlan(tx, prepared, context);
    const fresh = plan.filter((row): row is New => row.result === "new" && !row.isLeftOut);
    const changed = plan.filter((row): row is Changed => row.result === "changed" && !row.isLeftOut);
    const left = plan.filter((row) => "isLeftOut" in row && row.isLeftOut).length;
    const batch = await insertRow(tx, "importBatch", {
      id: newId(),
      kind: "payments",
      source: preview.state === "paid" ? "付款记录（已付）" : "付款申请（草稿）",
      fileName: file.fileName,
      fileHash: file.fileHash,
      sheetsJson: JSON.stringify(preview.sheets),
      rowCount: preview.counts.rows,
      newCount: fresh.length,
      unchangedCount: preview.counts.unchanged + left,
      changedCount: changed.length,
      conflictCount: preview.counts.conflict,
      rejectedCount: preview.counts.rejected,
      importedAt: context.clock.now(),
      importedBy: context.officer,
    });
    await insertPayments(tx, context, { batch, prepared, fresh });
    const rows: ImportRow[] = [];
    for (const planned of changed) rows.push(await changePayment(tx, context, batch.id, planned));
    await insertRows(tx, "importRow", [...rows, ...untakenRows(batch.id, file, plan)]);
    return batch;
  });
}

const nothingToTake = (fileName: string): UserError =>
  new UserError({
    code: "refused",
    message: `文件“${fileName}”里没有可以导入的付款。`,
    hint: "请看预览里每一行的说明，改正文件后再导入。",
  });

/** The plan that was shown, or a new one when something was written since; it must come to the same. */
async function currentPlan(
  tx: WritableLedger,
  { plan, file, choice, ledgerSeq }: PreparedPayments,
  context: Context,
): Promise<readonly PlannedRow[]> {
  if ((await lastChange(tx)) === ledgerSeq) return plan;
  const now = planFile(await context.factsIn(tx, context.clock.today()), file, choice);
  if (now.every((row, index) => outcomeOf(row) === outcomeOf(plan[index]))) return now;
  throw staleError("预览之后账本有改动，导入结果会与预览不同");
}

function outcomeOf(row: PlannedRow | undefined): string {
  if (row === undefined) return "";
  const { result, message } = row;
  return JSON.stringify([
    ...[result, message],
    ...(row.result === "new" ? [row.parts, row.found.project.id, row.found.line?.id] : []),
    ...(row.result === "changed" ? [row.before.id, row.changes] : []),
  ]);
}

type Insertion = Readonly<{ batch: ImportBatch; prepared: PreparedPayments; fresh: readonly New[] }>;

async function insertPayments(
  tx: WritableLedger,
  context: Context,
  { batch, prepared, fresh }: Insertion,
): Promise<void> {
  const { signal, progress, officer } = context;
  progress({ done: 0, total: fresh.length, note: "写入账本" });
  const nextNo = await paymentNumbers(tx, new Set(fresh.map(({ row }) => row.paymentNo)));
  const { state } = prepared.choice;
  const payments: Payment[] = [];
  const allocations: Allocation[] = [];
  const steps: PaymentStep[] = [];
  const rows: ImportRow[] = [];
  for (const planned of fresh) {
    const paymentNo = planned.row.paymentNo || nextNo(planned.found.project.fiscalYear);
    const payment = importedPayment(planned, { id: newId(), paymentNo, batchId: batch.id, state, officer });
    payments.push(payment);
    allocations.push(...importedAllocations(planned, payment));
    if (state === "paid") steps.push(paidByImport(payment, planned, batch));
    rows.push({ ...importRowOf(batch.id, planned), paymentId: payment.id });
  }
  await insertRows(tx, "payment", payments, { signal });
  // What brings a sum nearer to zero goes in first.
  await insertRows(
    tx,
    "allocation",
    allocations.toSorted((a, b) => a.amountCents - b.amountCents),
    { signal },
  );
  await insertRows(tx, "paymentStep", steps, { signal });
  await insertRows(tx, "importRow", rows, { signal });
}

const paidByImport = ({ id }: Payment, { row }: New, batch: ImportBatch): PaymentStep => ({
  id: newId(),
  paymentId: id,
  seq: 1,
  action: "pay",
  by: batch.importedBy,
  at: batch.importedAt,
  opinion: `由导入登记：${batch.fileName} 第${row.rowNo}行`,
  findingsJson: null,
});

async function changePayment(
  tx: WritableLedger,
  context: Context,
  batchId: Id,
  planned: Changed,
): Promise<ImportRow> {
  const { before, patch } = planned;
  await takeReviewOff(tx, context, await updateRow(tx, "payment", before.id, patch));
  return {
    ...importRowOf(batchId, planned),
    paymentId: before.id,
    beforeJson: JSON.stringify({ payment: before, after: patch }),
  };
}
