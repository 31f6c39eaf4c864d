import { z } from "zod";
import type { Cents } from "../kernel/cents.ts";
import type { Suggestion } from "../matching/suggestion.ts";
import * as field from "../model/fields.ts";
import type { Invoice } from "../model/invoice.ts";
import type { Allocation, Payment, PaymentStep } from "../model/payment.ts";
import { allocation, payment } from "../model/payment.ts";
import { flowActions } from "../payments/flow.ts";
import type { CheckSummary, FindingView } from "./checks.ts";
import { byId, newOrOld, nothing, scope, storeOnly, voiding } from "./fields.ts";
import { route } from "./route.ts";

/** What is worked out of a payment and of what it was shared out to. */
type Shares = Readonly<{
  contractNo: string | null;
  allocatedCents: number;
  invoiceNumbers: readonly string[];
  instalmentLabels: readonly string[];
}>;

export type PaymentView = Payment &
  Shares &
  Readonly<{
    contractName: string | null;
    budgetLineName: string | null;
    findings: CheckSummary;
  }>;

/** As lists show it, of which there may be 100,000: the rest is asked for when one is opened. */
export type PaymentRow = Shares &
  Pick<
    Payment,
    | "id"
    | "paymentNo"
    | "state"
    | "payeeName"
    | "purpose"
    | "amountCents"
    | "requestedOn"
    | "paidOn"
    | "reviewedBy"
    | "voidedAt"
    | "voidReason"
  >;

/** How many findings are open on a payment; a list names only those that have any. */
export type PaymentFindings = Readonly<{ paymentId: string }> & CheckSummary;

export type AllocationView = Allocation &
  Readonly<{ instalmentLabel: string | null; invoiceNumber: string | null }>;

/** A payment that came back, or the one that it came back of. */
export type RelatedPayment = Readonly<{
  id: string;
  paymentNo: string;
  state: Payment["state"];
  amountCents: Cents;
}>;

/** An invoice on which more was paid than it still says, because it was reversed or voided after the payment. */
export type TakenBack = Readonly<{
  invoiceId: string;
  number: string;
  /** How it was taken back: the red invoices, or that it is void. */
  why: string;
  payableCents: Cents;
  settledCents: Cents;
  /** What of this payment has no invoice any more. */
  uncoveredCents: Cents;
}>;

/** An invoice that a payment made can be moved to, and what is free of it. */
export type MovableInvoice = Pick<Invoice, "id" | "number" | "issueDate" | "sellerName" | "grossCents"> &
  Readonly<{ leftCents: Cents }>;

/** Where a payment stands, beside what it says. */
export type PaymentStanding = Readonly<{
  steps: readonly PaymentStep[];
  /** Sums that the ledger holds whatever is accepted; with one of them the payment cannot be approved. */
  limits: readonly string[];
  refundOf: RelatedPayment | null;
  refunds: readonly RelatedPayment[];
  /** What may still come back of a payment made. */
  refundableCents: Cents;
  takenBack: readonly TakenBack[];
  /** Of a refund: what its payment would be beyond if the refund were voided; to be known before it is. */
  uncovers: readonly string[];
  /** The latest 换票 or 冲销, which can be taken back. */
  lastMove: PaymentStep | null;
  /** What of an advance no invoice covers yet. */
  openAdvanceCents: Cents;
}>;

export type PaymentDetail = PaymentStanding &
  Readonly<{
    payment: PaymentView;
    allocations: readonly AllocationView[];
    findings: readonly FindingView[];
    suggestions: readonly Suggestion[];
  }>;

/** Set by the steps of a payment alone. */
const stepOnly = { state: true, reviewedBy: true, approvedBy: true, paidOn: true } as const;

/** A payment as it is being written: what it still lacks is told when it is saved. */
export const paymentDraft = payment
  .omit({ ...storeOnly, ...stepOnly, paymentNo: true, batchId: true })
  .extend({ ...newOrOld, payeeName: field.text });
export const allocationDraft = allocation.omit({ id: true, paymentId: true });

const draftInput = z.strictObject({ payment: paymentDraft, allocations: z.array(allocationDraft) });
export type PaymentDraftInput = z.infer<typeof draftInput>;

/** What a payment for an invoice or an instalment would look like; nothing is stored. */
export type PaymentProposal = Readonly<{
  draft: PaymentDraftInput;
  suggestions: readonly Suggestion[];
  findings: readonly FindingView[];
}>;

const step = {
  action: z.enum(flowActions),
  by: z.string().trim().min(1, "请填写姓名"),
  opinion: z.string().trim(),
  /** Only for the step that pays. */
  paidOn: field.date.nullable(),
} as const;

/** What became of a step that was taken for several payments, one by one. */
export type StepsTaken = Readonly<{
  taken: readonly Readonly<{ id: string; paymentNo: string }>[];
  refused: readonly Readonly<{ id: string; paymentNo: string; message: string; hint: string }>[];
}>;

/** 不相容岗位: whether steps by one and the same person are refused, and who is at the desk. */
export type Duties = Readonly<{ separate: boolean; officer: string }>;

const changed = { id: field.id, by: step.by, note: z.string().trim() } as const;

export const paymentRoutes = {
  "payments.list": route<readonly PaymentRow[]>()(scope),
  /** Needs all rules, which the list itself does not wait for. */
  "payments.findingCounts": route<readonly PaymentFindings[]>()(scope),
  /** Those that were voided, the latest first. */
  "payments.listVoided": route<readonly PaymentRow[]>()(scope),
  "payments.get": route<PaymentDetail>()(byId),
  "payments.propose": route<PaymentProposal>()(
    z.strictObject({
      projectId: field.id,
      invoiceId: field.id.nullable(),
      instalmentId: field.id.nullable(),
    }),
  ),
  /** The check of a payment while it is still being written. */
  "payments.checkDraft":
    route<Readonly<{ findings: readonly FindingView[]; suggestions: readonly Suggestion[] }>>()(draftInput),
  "payments.save": route<PaymentDetail>()(draftInput),
  /** What a refund of a payment made would look like: all of it that did not come back yet. */
  "payments.proposeRefund": route<PaymentProposal>()(byId),
  /** Blocking findings must be mended or accepted before a payment is approved or paid. */
  "payments.step": route<PaymentDetail>()(z.strictObject({ id: field.id, ...step })),
  /** The same for several payments, each by itself: what one is refused for does not hold up the others. */
  "payments.stepMany": route<StepsTaken>()(z.strictObject({ ids: z.array(field.id).min(1), ...step })),
  /** What 换票 (in place of that invoice) or 冲销 (null) can move a payment to: of the same seller, with something left. */
  "payments.movableInvoices": route<readonly MovableInvoice[]>()(
    z.strictObject({ id: field.id, fromInvoiceId: field.id.nullable() }),
  ),
  /** 换票: what a payment made rests on a reversed invoice with is moved to a new one of the same seller. */
  "payments.exchangeInvoice": route<PaymentDetail>()(
    z.strictObject({ ...changed, fromInvoiceId: field.id, toInvoiceId: field.id }),
  ),
  /** 冲销: invoices that came after an advance was paid. */
  "payments.offsetAdvance": route<PaymentDetail>()(
    z.strictObject({ ...changed, invoiceId: field.id, amountCents: field.cents }),
  ),
  /** Takes the latest 换票 or 冲销 back, when it was the wrong invoice. */
  "payments.moveBack": route<PaymentDetail>()(z.strictObject(changed)),
  "payments.duties": route<Duties>()(nothing),
  "payments.saveDuties": route<Duties>()(z.strictObject({ separate: z.boolean() })),
  /** `uncovers`: the officer knows that a refund which never came leaves its payment without a valid invoice. */
  "payments.void": route<null>()(voiding.extend({ uncovers: z.boolean().optional() })),
} as const;
