import { type Cents, sumCents } from "#shared/kernel/cents.ts";
import { type IsoDate, isoDate } from "#shared/kernel/dates.ts";
import type { Row } from "#shared/model/ledger.ts";
import { budgetLineId, economicCodeOf, type SampleBudgetLine } from "./budget.ts";
import { contractId, type SampleContract } from "./contracts.ts";
import { instalmentId, instalmentOf } from "./instalments.ts";
import { invoiceId } from "./invoiceDraft.ts";
import { centreUnitId, people } from "./office.ts";
import { projectId } from "./project.ts";
import { notVoided, sampleId } from "./rows.ts";
import { companies, type SampleVendor, vendorId } from "./vendors.ts";

/** So much of a payment, for the instalment of this number of its contract, against the invoice of this key. */
export type Share = Readonly<{ seq?: number; invoice?: string; amount: Cents }>;

export type PaymentDraft = Readonly<{
  key: string;
  line: SampleBudgetLine;
  /** The line's own contract, or none. */
  contract: SampleContract | null;
  payee: SampleVendor;
  payeeName?: string;
  purpose: string;
  state: Row<"payment">["state"];
  requestedOn: string;
  paidOn?: string;
  shares: readonly Share[];
  /** Where it is not the sum of the shares. */
  amount?: Cents;
  /** Where it is not who approves all others. */
  approvedBy?: string;
  voided?: Readonly<{ at: string; reason: string }>;
}>;

export const paymentId = (key: string) => sampleId(`payment-${key}`);

const amountOf = ({ amount, shares }: PaymentDraft): Cents =>
  amount ?? sumCents(shares.map((share) => share.amount));

/** From the first to the last day of the instalments it is for. */
function periodOf({ contract, shares }: PaymentDraft): { from: IsoDate | null; to: IsoDate | null } {
  if (contract === null) return { from: null, to: null };
  const periods = shares.flatMap(({ seq }) => (seq === undefined ? [] : [instalmentOf(contract, seq)]));
  return { from: periods.at(0)?.periodFrom ?? null, to: periods.at(-1)?.periodTo ?? null };
}

/** Who has signed so far: 经办 always, 审核 from 待审 on, 审批 from 已批 on. */
const signatures = {
  draft: { reviewedBy: "", approvedBy: "" },
  pending: { reviewedBy: people.reviewer, approvedBy: "" },
  approved: { reviewedBy: people.reviewer, approvedBy: people.approver },
  paid: { reviewedBy: people.reviewer, approvedBy: people.approver },
} as const;

export function paymentRow(draft: PaymentDraft, index: number): Row<"payment"> {
  const number = String(index + 1).padStart(4, "0");
  const company = companies[draft.payee];
  const period = periodOf(draft);
  return {
    id: paymentId(draft.key),
    paymentNo: `FK-2022-${number}`,
    state: draft.state,
    projectId,
    budgetLineId: budgetLineId(draft.line),
    contractId: draft.contract === null ? null : contractId(draft.contract),
    vendorId: vendorId(draft.payee),
    payerUnitId: centreUnitId,
    payeeName: draft.payeeName ?? company.name,
    payeeTaxId: company.creditCode,
    payeeAccountNo: company.accountNo,
    purpose: draft.purpose,
    amountCents: amountOf(draft),
    isAdvance: 0,
    periodFrom: period.from,
    periodTo: period.to,
    requestedOn: isoDate(draft.requestedOn),
    paidOn: draft.paidOn === undefined ? null : isoDate(draft.paidOn),
    method: "direct",
    economicCode: economicCodeOf(draft.line),
    handledBy: people.handler,
    ...signatures[draft.state],
    ...(draft.approvedBy === undefined ? {} : { approvedBy: draft.approvedBy }),
    voucherNo: draft.paidOn === undefined ? "" : `记-${draft.paidOn.slice(0, 7)}-${number}`,
    note: "示例数据。",
    ...(draft.voided === undefined
      ? notVoided
      : { voidedAt: draft.voided.at, voidReason: draft.voided.reason }),
    refundOfId: null,
    capitalText: "",
    batchId: null,
  };
}

export const allocationRows = ({ key, contract, shares }: PaymentDraft): readonly Row<"allocation">[] =>
  shares.map(({ seq, invoice, amount }, index) => ({
    id: sampleId(`allocation-${key}-${index + 1}`),
    paymentId: paymentId(key),
    instalmentId: seq === undefined || contract === null ? null : instalmentId(contract, seq),
    invoiceId: invoice === undefined ? null : invoiceId(invoice),
    amountCents: amount,
  }));
