import type { ApiParsed } from "#shared/api/contract.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Payment } from "#shared/model/payment.ts";
import type { Context } from "../context.ts";
import { newId } from "../store/newId.ts";
import { allocationsOf, findPayment } from "../store/payments.ts";
import { findProject } from "../store/projects.ts";
import { insertRow, removeRow, updateRow, voidRow } from "../store/rows.ts";
import type { ReadableLedger, WritableLedger } from "../store/types.ts";
import { nextPaymentNo } from "./paymentNumber.ts";
import { assertEditable } from "./states.ts";

/** Saves a payment with what it is for. The allocations given replace the present ones, and so does every sum they hold. */
export async function savePayment(context: Context, input: ApiParsed<"payments.save">): Promise<Id> {
  const { id, ...columns } = input.payment;
  return context.write(id === null ? "登记付款" : "修改付款", async (tx) => {
    const year = await fiscalYearOf(tx, columns.projectId);
    if (id === null) {
      const paymentNo = await nextPaymentNo(tx, year);
      const row = await insertRow(tx, "payment", { ...columns, id: newId(), paymentNo, state: "draft" });
      await replaceAllocations(tx, row.id, input.allocations);
      return row.id;
    }
    assertEditable(await livePayment(tx, id));
    // Links go first: a smaller amount must not meet the larger allocations of before.
    await replaceAllocations(tx, id, []);
    await updateRow(tx, "payment", id, columns);
    await replaceAllocations(tx, id, input.allocations);
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

async function fiscalYearOf(tx: WritableLedger, projectId: Id): Promise<number> {
  const row = await findProject(tx, projectId);
  if (row !== undefined) return row.fiscalYear;
  throw new UserError({ code: "not-found", message: "找不到付款所属的项目。", hint: "请重新选择项目。" });
}

async function replaceAllocations(
  tx: WritableLedger,
  paymentId: Id,
  allocations: ApiParsed<"payments.save">["allocations"],
): Promise<void> {
  for (const { id } of await allocationsOf(tx, paymentId)) await removeRow(tx, "allocation", id);
  // The ledger holds the sums after each statement, so what lowers a sum goes in first.
  for (const allocation of allocations.toSorted((a, b) => a.amountCents - b.amountCents)) {
    await insertRow(tx, "allocation", { ...allocation, id: newId(), paymentId });
  }
}
