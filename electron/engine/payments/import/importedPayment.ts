import type { Id } from "#shared/kernel/id.ts";
import type { Allocation, Payment } from "#shared/model/payment.ts";
import type { PlannedRow } from "#shared/payments/import/planRows.ts";
import type { ImportState } from "#shared/payments/import/preview.ts";
import { newId } from "../../store/newId.ts";

type New = PlannedRow & { result: "new" };
type Made = Readonly<{
  id: Id;
  paymentNo: string;
  batchId: Id;
  state: ImportState;
  officer: string;
}>;

/** The payment that a row becomes. What the file leaves open comes from the contract, the vendor and the project. */
export function importedPayment({ row, found }: New, made: Made): Payment {
  const { project, contract, line, vendor, original } = found;
  const { id, paymentNo, batchId, state, officer } = made;
  const isPaid = state === "paid";
  return {
    id,
    paymentNo,
    state,
    projectId: project.id,
    budgetLineId: line?.id ?? null,
    contractId: contract?.row.id ?? original?.contractId ?? null,
    vendorId: vendor?.id ?? null,
    payerUnitId: project.implementingUnitId,
    payeeName: row.payeeName,
    payeeTaxId: row.payeeTaxId || (vendor?.creditCode ?? ""),
    payeeAccountNo: row.payeeAccountNo,
    purpose: row.purpose,
    amountCents: row.amountCents,
    isAdvance: row.isAdvance ? 1 : 0,
    periodFrom: row.period?.from ?? null,
    periodTo: row.period?.to ?? null,
    requestedOn: row.day,
    paidOn: isPaid ? row.day : null,
    method: row.method ?? "direct",
    economicCode: line?.economicCode ?? "",
    handledBy: row.handledBy || (isPaid ? "" : officer),
    // A draft is reviewed and approved here, whatever the file says.
    reviewedBy: isPaid ? row.reviewedBy : "",
    approvedBy: isPaid ? row.approvedBy : "",
    voucherNo: row.voucherNo,
    note: row.note,
    voidedAt: null,
    voidReason: null,
    refundOfId: original?.id ?? null,
    capitalText: row.capitalText,
    batchId,
  };
}

export const importedAllocations = ({ parts }: New, payment: Payment): readonly Allocation[] =>
  parts.map((part) => ({ ...part, id: newId(), paymentId: payment.id }));
