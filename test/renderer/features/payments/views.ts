import type { PaymentView } from "#shared/api/payments.ts";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";

/** A draft of 1,000.00, wholly allocated. */
export const paymentView = (id: string, changes: Partial<PaymentView> = {}): PaymentView => ({
  id: asId(id),
  paymentNo: `FK-2022-${id.padStart(4, "0")}`,
  state: "draft",
  projectId: asId("project"),
  budgetLineId: null,
  contractId: null,
  vendorId: null,
  payerUnitId: null,
  payeeName: "甲公司",
  payeeTaxId: "",
  payeeAccountNo: "",
  purpose: "折页",
  amountCents: cents(100_000),
  isAdvance: 0,
  periodFrom: null,
  periodTo: null,
  requestedOn: isoDate("2022-07-01"),
  paidOn: null,
  method: "direct",
  economicCode: "",
  handledBy: "沈经办",
  reviewedBy: "",
  approvedBy: "",
  voucherNo: "",
  note: "",
  voidedAt: null,
  voidReason: null,
  contractNo: null,
  contractName: null,
  budgetLineName: null,
  allocatedCents: 100_000,
  invoiceNumbers: [],
  instalmentLabels: [],
  findings: { block: 0, warn: 0, hint: 0 },
  ...changes,
});
