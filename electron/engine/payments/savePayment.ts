import type { ApiParsed } from "#shared/api/contract.ts";
import type { IsoDate } from "#shared/kernel/dates.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Payment } from "#shared/model/payment.ts";
import { dropApprovals } from "../approvals/dropApprovals.ts";
import type { Context } from "../context.ts";
import { releaseIssues } from "../needs/releaseIssues.ts";
import { assertLineOf } from "../projects/assertLineOf.ts";
import { notThere } from "../store/found.ts";
import { newId } from "../store/newId.ts";
import { findPayment } from "../store/payments.ts";
import { findProject } from "../store/projects.ts";
import { insertRow, updateRow, voidRow } from "../store/rows.ts";
import type { ReadableLedger, WritableLedger } from "../store/types.ts";
import { assertRefundMayGo } from "./assertMayGo.ts";
import { nextPaymentNo } from "./paymentNumber.ts";
import { recordStep } from "./recordStep.ts";
import { assertRefund } from "./refunds.ts";
import { hasAllocations, insertAllocations, removeAllocations } from "./replaceAllocations.ts";
import { assertEditable } from "./states.ts";

type Input = ApiParsed<"payments.save">;

/**
 * Saves a payment with what it is for. The allocations given replace the present ones. Refused when the payment is
 * approved already, asked for on a day to come (no check would see it until then) or booked on another project's line.
 */
export async function savePayment(context: Context, input: Input): Promise<Id> {
  const { id, ...columns } = input.payment;
  assertNotLater(columns.requestedOn, context.clock.today());
  return context.write(id === null ? "登记付款" : "修改付款", async (tx) => {
    const { fiscalYear } = await projectOf(tx, columns);
    if (id === null) {
      const paymentNo = await nextPaymentNo(tx, fiscalYear);
      const row = await insertRow(tx, "payment", {
        ...columns,
        ...unsigned,
        id: newId(),
        paymentNo,
        state: "draft",
        paidOn: null,
        batchId: null,
      });
      await insertAllocations(tx, row, input.allocations);
      await assertKnownRefund(tx, row);
      return row.id;
    }
    const before = await livePayment(tx, id);
    assertEditable(before);
    const isAllocatedSo = await hasAllocations(tx, id, input.allocations);
    // Links go first: a smaller amount must not meet the larger allocations of before.
    if (!isAllocatedSo) await removeAllocations(tx, id);
    const row = await updateRow(tx, "payment", id, columns);
    if (!isAllocatedSo) await insertAllocations(tx, row, input.allocations);
    await assertKnownRefund(tx, row);
    if (!isAllocatedSo || differs(before, row)) await takeReviewOff(tx, context, row);
    return id;
  });
}

const differs = (before: Payment, after: Payment): boolean => {
  const old = new Map(Object.entries(before));
  return Object.entries(after).some(([column, value]) => old.get(column) !== value);
};

const unsigned = { reviewedBy: "", approvedBy: "" } as const;

/** What was reviewed and then changed must be reviewed again, before it is approved. */
export async function takeReviewOff(
  tx: WritableLedger,
  context: Context,
  { id, state, reviewedBy }: Payment,
): Promise<void> {
  if (state !== "pending" || reviewedBy === "") return;
  await updateRow(tx, "payment", id, unsigned);
  const opinion = "审核后又有修改，需要重新审核";
  await recordStep(tx, context, id, { action: "return", by: context.officer, opinion });
}

/** A draft may still lack the payment that it gives back; what it names must hold. */
async function assertKnownRefund(tx: WritableLedger, row: Payment): Promise<void> {
  if (row.refundOfId !== null) await assertRefund(tx, row);
}

/**
 * Voids a payment, which frees what it settled; its links stay with it and say what it had been for. What was handed out
 * on it stays without it. Refused for a refund on whose money other payments rest by now.
 */
export async function voidPayment(context: Context, input: ApiParsed<"payments.void">): Promise<void> {
  await context.write("作废付款", async (tx) => {
    const row = await findPayment(tx, input.id);
    if (row?.voidedAt === null) await assertRefundMayGo(context, tx, row, input.uncovers ?? false);
    await dropApprovals(tx, { paymentId: input.id }, input.reason);
    await releaseIssues(tx, input.id);
    await voidRow(tx, "payment", input.id, input.reason);
    await recordStep(tx, context, input.id, { action: "void", by: context.officer, opinion: input.reason });
  });
}

export async function livePayment(ledger: ReadableLedger, id: Id): Promise<Payment> {
  const row = await findPayment(ledger, id);
  if (row !== undefined && row.voidedAt === null) return row;
  throw noSuchPayment();
}

export const noSuchPayment = (): UserError => notThere("这笔付款");

export const noSuchProject = (): UserError =>
  new UserError({ code: "not-found", message: "找不到付款所属的项目。", hint: "请重新选择项目。" });

function assertNotLater(requestedOn: IsoDate, today: IsoDate): void {
  if (requestedOn <= today) return;
  throw new UserError({
    code: "bad-request",
    message: `申请日期 ${requestedOn} 晚于今天（${today}）。`,
    hint: "请改正申请日期。",
  });
}

async function projectOf(
  tx: WritableLedger,
  { projectId, budgetLineId }: Pick<Payment, "projectId" | "budgetLineId">,
): Promise<Readonly<{ fiscalYear: number }>> {
  const project = await findProject(tx, projectId);
  if (project === undefined) throw noSuchProject();
  await assertLineOf(tx, project.id, budgetLineId);
  return project;
}
