import { z } from "zod";
import * as field from "./fields.ts";

/** 草稿 → 待审 → 已批 → 已付; a void payment has `voidedAt`. Approved and paid payments bind the ledger's sums. */
export const paymentStates = ["draft", "pending", "approved", "paid"] as const;

export const payment = z.strictObject({
  id: field.id,
  paymentNo: field.name,
  state: z.enum(paymentStates),
  projectId: field.id,
  budgetLineId: field.id.nullable(),
  contractId: field.id.nullable(),
  vendorId: field.id.nullable(),
  payerUnitId: field.id.nullable().describe("付款单位（本单位）"),
  payeeName: field.name,
  payeeTaxId: field.text,
  payeeAccountNo: field.text,
  purpose: field.text,
  amountCents: field.cents.describe("退款为负数"),
  isAdvance: field.flag.describe("预付款"),
  periodFrom: field.date.nullable().describe("所属期"),
  periodTo: field.date.nullable(),
  requestedOn: field.date,
  paidOn: field.date.nullable(),
  method: z.enum(["direct", "authorised", "transfer", "officialCard", "cash"]),
  economicCode: field.text,
  handledBy: field.text.describe("经办"),
  reviewedBy: field.text.describe("审核"),
  approvedBy: field.text.describe("审批"),
  voucherNo: field.text,
  note: field.text,
  ...field.voidable,
  refundOfId: field.id.nullable().describe("退款对应的原付款"),
  capitalText: field.text.describe("审批单上的大写金额；没有写为空"),
  batchId: field.id.nullable().describe("由导入登记的付款"),
});
export type Payment = Readonly<z.infer<typeof payment>>;

/** 分摊: so many 分 of a payment settle this instalment against this invoice; either may be missing, not both. */
export const allocation = z.strictObject({
  id: field.id,
  paymentId: field.id,
  instalmentId: field.id.nullable(),
  invoiceId: field.id.nullable(),
  amountCents: field.cents,
});
export type Allocation = Readonly<z.infer<typeof allocation>>;

export const stepActions = [
  "submit",
  "review",
  "approve",
  "pay",
  "return",
  "withdraw",
  "void",
  "offset",
  "exchange",
  "moveBack",
] as const;

/**
 * 流转: who took a payment a step on or back, when, and what the check said at that moment. 冲销 and 换票 are steps too, and so
 * is taking one back: they change what a paid payment rests on. A step never changes.
 */
export const paymentStep = z.strictObject({
  id: field.id,
  paymentId: field.id,
  seq: z.int().min(1),
  action: z.enum(stepActions),
  by: field.name,
  at: field.instant,
  opinion: field.text,
  findingsJson: field.json.nullable().describe("批准、付款时的核对结果"),
});
export type PaymentStep = Readonly<z.infer<typeof paymentStep>>;
