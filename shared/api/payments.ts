import { z } from "zod";
import type { Suggestion } from "../matching/suggestion.ts";
import * as field from "../model/fields.ts";
import type { Allocation, Payment } from "../model/payment.ts";
import { allocation, payment, paymentStates } from "../model/payment.ts";
import type { FindingView } from "./checks.ts";
import { byId, newOrOld, scope, storeOnly, voiding } from "./fields.ts";
import { route } from "./route.ts";

export type PaymentView = Payment &
  Readonly<{
    contractNo: string | null;
    contractName: string | null;
    budgetLineName: string | null;
    allocatedCents: number;
    invoiceNumbers: readonly string[];
    instalmentLabels: readonly string[];
    findings: Readonly<{ block: number; warn: number; hint: number }>;
  }>;

export type AllocationView = Allocation &
  Readonly<{ instalmentLabel: string | null; invoiceNumber: string | null }>;

export type PaymentDetail = Readonly<{
  payment: PaymentView;
  allocations: readonly AllocationView[];
  findings: readonly FindingView[];
  suggestions: readonly Suggestion[];
}>;

/** A payment as it is being written: what it still lacks is told when it is saved. */
export const paymentDraft = payment
  .omit({ ...storeOnly, paymentNo: true, state: true, batchId: true })
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

export const paymentRoutes = {
  "payments.list": route<readonly PaymentView[]>()(scope),
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
  /** Blocking findings must be mended or accepted before a payment is approved. */
  "payments.setState": route<PaymentDetail>()(
    z.strictObject({
      id: field.id,
      state: z.enum(paymentStates),
      by: z.string().trim().min(1, "请填写姓名"),
      paidOn: field.date.nullable(),
    }),
  ),
  "payments.void": route<null>()(voiding),
} as const;
