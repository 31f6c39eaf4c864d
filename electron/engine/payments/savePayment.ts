import type { ApiParsed } from "#shared/api/contract.ts";
import type { IsoDate } from "#shared/kernel/dates.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Payment } from "#shared/model/payment.ts";
import type { Context } from "../context.ts";
import { assertLineOf } from "../projects/assertLineOf.ts";
import { newId } from "../store/newId.ts";
import { findPayment } from "../store/payments.ts";
import { findProject } from "../store/projects.ts";
import { insertRow, updateRow, voidRow } from "../store/rows.ts";
import type { ReadableLedger, WritableLedger } from "../store/types.ts";
import { nextPaymentNo } from "./paymentNumber.ts";
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
        id: newId(),
        paymentNo,
        state: "draft",
        batchId: null,
      });
      await insertAllocations(tx, row, input.allocations);
      return row.id;
    }
    assertEditable(await livePayment(tx, id));
    const isAllocatedSo = await hasAllocations(tx, id, input.allocations);
    // Links go first: a smaller amount must not meet the larger allocations of before.
    if (!isAllocatedSo) await removeAllocations(tx, id);
    const row = await updateRow(tx, "payment", id, columns);
    if (!isAllocatedSo) await insertAllocations(tx, row, input.allocations);
    return id;
  });
}

/** Voids a payment, which frees what it settled; its links stay with it and say what it had been for. */
export async function voidPayment(context: Context, input: ApiParsed<"payments.void">): Promise<void> {
  await context.write("作废付款", (tx) => voidRow(tx, "payment", input.id, input.reason));
}

export async function livePayment(ledger: ReadableLedger, id: Id): Promise<Payment> {
  const row = await findPayment(ledger, id);
  if (row !== undefined && row.voidedAt === null) return row;
  throw noSuchPayment();
}

export const noSuchPayment = (): UserError =>
  new UserError({ code: "not-found", message: "找不到这笔付款。", hint: "它可能已作废，请刷新后再试。" });

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
