import type { AllocationView, PaymentRow, PaymentView } from "#shared/api/payments.ts";
import { sumCents } from "#shared/kernel/cents.ts";
import type { Allocation } from "#shared/model/payment.ts";
import type { BudgetLine } from "#shared/model/project.ts";
import type { Facts } from "#shared/rules/facts.ts";
import type { PaymentFact } from "#shared/rules/paymentFacts.ts";
import { instalmentName } from "#shared/rules/words.ts";
import type { FindingCounts } from "../checks/counts.ts";

/** What a payment is shown by, whether it counts or was voided. */
type Paper = Pick<PaymentFact, "row" | "allocations" | "contract">;
type Shown = Paper & Readonly<{ line: BudgetLine | undefined }>;

export const paymentView = (facts: Facts, payment: Shown, findings: FindingCounts): PaymentView => ({
  ...payment.row,
  ...sharesOf(facts, payment),
  contractName: payment.contract?.row.name ?? null,
  budgetLineName: payment.line?.name ?? null,
  findings,
});

export const paymentRow = (facts: Facts, payment: Paper): PaymentRow => ({
  id: payment.row.id,
  paymentNo: payment.row.paymentNo,
  state: payment.row.state,
  payeeName: payment.row.payeeName,
  purpose: payment.row.purpose,
  amountCents: payment.row.amountCents,
  requestedOn: payment.row.requestedOn,
  paidOn: payment.row.paidOn,
  reviewedBy: payment.row.reviewedBy,
  voidedAt: payment.row.voidedAt,
  voidReason: payment.row.voidReason,
  ...sharesOf(facts, payment),
});

function sharesOf(facts: Facts, { contract, allocations }: Paper) {
  const links = allocations.map((allocation) => allocationView(facts, allocation));
  return {
    contractNo: contract?.row.contractNo ?? null,
    allocatedCents: sumCents(allocations.map((allocation) => allocation.amountCents)),
    invoiceNumbers: unique(links.map((link) => link.invoiceNumber)),
    instalmentLabels: unique(links.map((link) => link.instalmentLabel)),
  };
}

export function allocationView(facts: Facts, allocation: Allocation): AllocationView {
  const instalment = facts.instalmentsById.get(allocation.instalmentId ?? "");
  const invoice = allocation.invoiceId === null ? undefined : facts.invoices.byId.get(allocation.invoiceId);
  return {
    ...allocation,
    instalmentLabel:
      instalment === undefined
        ? null
        : `${instalment.contract.row.contractNo} ${instalmentName(instalment.row)}`,
    invoiceNumber: invoice?.number ?? null,
  };
}

/** A payment that counts, with the budget line it burdens. */
export const shownOf = ({ row, allocations, contract, lineUse }: PaymentFact): Shown => ({
  row,
  allocations,
  contract,
  line: lineUse?.of,
});

const unique = (texts: readonly (string | null)[]): readonly string[] => [
  ...new Set(texts.filter((text) => text !== null)),
];
