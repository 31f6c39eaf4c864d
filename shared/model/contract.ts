import { z } from "zod";
import * as field from "./fields.ts";

/** 供应商/收款方 under its present name; earlier and learned names are dated aliases. */
export const vendor = z.strictObject({
  id: field.id,
  name: field.name,
  creditCode: field.text.nullable(),
  isSmallOrMedium: field.flag.nullable().describe("中小企业；null 未核实"),
  note: field.text,
  ...field.voidable,
});
export type Vendor = Readonly<z.infer<typeof vendor>>;

export const vendorName = z.strictObject({
  id: field.id,
  vendorId: field.id,
  name: field.name,
  validFrom: field.date.nullable(),
  validTo: field.date.nullable(),
  source: z.enum(["manual", "learned"]),
});
export type VendorName = Readonly<z.infer<typeof vendorName>>;

export const vendorAccount = z.strictObject({
  id: field.id,
  vendorId: field.id,
  accountName: field.name,
  bank: field.text,
  accountNo: field.name,
  validFrom: field.date.nullable(),
  validTo: field.date.nullable(),
});
export type VendorAccount = Readonly<z.infer<typeof vendorAccount>>;

export const contractKinds = [
  "quarterly",
  "monthly",
  "milestone",
  "oneOff",
  "asNeeded",
  "framework",
] as const;
/** 季初、季末、收票验收后 N 日: from which day an instalment may be paid. */
export const payTimings = ["periodStart", "periodEnd", "afterInvoiceAndAcceptance"] as const;

/** 预付款由各期平均冲抵、从第一期起冲抵、从最后一期起冲抵。 */
export const advanceOffsets = ["even", "first", "last"] as const;

export const contract = z.strictObject({
  id: field.id,
  contractNo: field.name,
  name: field.name,
  kind: z.enum(contractKinds),
  projectId: field.id,
  budgetLineId: field.id,
  vendorId: field.id,
  ownUnitId: field.id.nullable().describe("甲方"),
  parentContractId: field.id.nullable().describe("框架合同或续签前的合同"),
  subject: field.text.describe("合同标的"),
  amountCents: field.nonNegativeCents.nullable().describe("合同金额；据实支付的合同为上限，没有上限为 null"),
  signedOn: field.date.nullable(),
  awardedOn: field.date.nullable(),
  startDate: field.date,
  endDate: field.date,
  payTiming: z.enum(payTimings),
  payWithinDays: z.int().min(0).max(365).describe("付款期限：从最早付款日起的天数"),
  dayKind: z.enum(["calendar", "working"]),
  acceptanceRequired: field.flag,
  advanceCents: field.nonNegativeCents.describe("预付款"),
  retentionBp: field.basisPoints.describe("质保金比例（万分之）"),
  bondCents: field.nonNegativeCents.describe("履约保证金"),
  releaseDate: field.date.nullable().describe("质保金、保证金应退日"),
  exceedBp: field.basisPoints.describe("允许超合同金额的比例（万分之）"),
  procurementMethod: field.text,
  state: z.enum(["draft", "active", "suspended", "ended"]),
  note: field.text,
  ...field.voidable,
  advanceOffset: z.enum(advanceOffsets).describe("预付款从哪些期次中冲抵"),
});
export type Contract = Readonly<z.infer<typeof contract>>;

export const supplement = z.strictObject({
  id: field.id,
  contractId: field.id,
  supplementNo: field.name,
  signedOn: field.date,
  effectiveOn: field.date,
  kind: z.enum(["amount", "price", "term", "suspend", "resume", "terminate"]),
  deltaCents: field.cents,
  newEndDate: field.date.nullable(),
  description: field.text,
  ...field.voidable,
});
export type Supplement = Readonly<z.infer<typeof supplement>>;

/**
 * 付款期次 of a contract: a quarter, a month of a rental, a milestone. Money is due for the period from `periodFrom` to
 * `periodTo`, may be paid from `earliestDate` and is late after `dueDate`; the two are null while they hang on an
 * acceptance or an invoice that is not there yet.
 */
export const instalment = z.strictObject({
  id: field.id,
  contractId: field.id,
  rentalId: field.id.nullable(),
  seq: z.int().min(1),
  kind: z.enum(["regular", "advance", "retention"]),
  label: field.text,
  periodFrom: field.date,
  periodTo: field.date,
  amountCents: field.nonNegativeCents,
  deductionCents: field.nonNegativeCents.describe("考核扣款"),
  earliestDate: field.date.nullable(),
  dueDate: field.date.nullable(),
  ...field.voidable,
});
export type Instalment = Readonly<z.infer<typeof instalment>>;

/** 月租: what a monthly contract lets, by whole months or by days. */
export const rental = z.strictObject({
  id: field.id,
  contractId: field.id,
  name: field.name,
  unitName: field.text,
  proration: z.enum(["wholeMonth", "daily"]),
  note: field.text,
  ...field.voidable,
});
export type Rental = Readonly<z.infer<typeof rental>>;

/** 数量/单价段: from this day so many devices at this price each month; `free` days cost nothing. */
export const rentalSegment = z.strictObject({
  id: field.id,
  rentalId: field.id,
  validFrom: field.date,
  validTo: field.date.nullable(),
  quantity: field.decimal,
  unitPrice: field.decimal.describe("元/月"),
  free: field.flag,
  note: field.text,
});
export type RentalSegment = Readonly<z.infer<typeof rentalSegment>>;

export const acceptance = z.strictObject({
  id: field.id,
  contractId: field.id,
  instalmentId: field.id.nullable(),
  documentNo: field.text,
  acceptedOn: field.date,
  periodFrom: field.date,
  periodTo: field.date,
  result: z.enum(["pass", "conditional", "fail"]),
  score: field.decimal.nullable(),
  deductionCents: field.nonNegativeCents,
  acceptedBy: field.text,
  note: field.text,
  ...field.voidable,
});
export type Acceptance = Readonly<z.infer<typeof acceptance>>;

/** 审批/三重一大会议纪要 behind a project, a contract or a payment. */
export const approval = z.strictObject({
  id: field.id,
  kind: z.enum(["minutes", "approvalForm"]),
  documentNo: field.text,
  title: field.name,
  approvedOn: field.date,
  projectId: field.id.nullable(),
  contractId: field.id.nullable(),
  paymentId: field.id.nullable(),
  content: field.text,
  ...field.voidable,
});
export type Approval = Readonly<z.infer<typeof approval>>;

/** 约定单价 of a contract paid as needed or by call-off. */
export const contractPrice = z.strictObject({
  id: field.id,
  contractId: field.id,
  name: field.name,
  unitName: field.text,
  unitPrice: field.decimal.describe("元"),
  validFrom: field.date.nullable(),
  validTo: field.date.nullable(),
});
export type ContractPrice = Readonly<z.infer<typeof contractPrice>>;

/** 付款节点 of a contract paid by what is reached. */
export const milestone = z.strictObject({
  id: field.id,
  contractId: field.id,
  seq: z.int().min(1),
  name: field.name,
  dueOn: field.date,
  amountCents: field.nonNegativeCents,
});
export type Milestone = Readonly<z.infer<typeof milestone>>;

/** 据实计量: so much of an agreed price makes up an instalment of a contract paid as needed. */
export const measuredItem = z.strictObject({
  id: field.id,
  instalmentId: field.id,
  contractPriceId: field.id.nullable(),
  name: field.name,
  unitName: field.text,
  quantity: field.decimal,
  unitPrice: field.decimal.describe("元"),
  amountCents: field.cents,
});
export type MeasuredItem = Readonly<z.infer<typeof measuredItem>>;

/** 履约保证金 as it came in, went back or was kept for a breach. It is the vendor's money and no part of the budget. */
export const bondMovement = z.strictObject({
  id: field.id,
  contractId: field.id,
  kind: z.enum(["receive", "release", "forfeit"]),
  movedOn: field.date,
  amountCents: field.nonNegativeCents,
  instrument: z.enum(["cash", "guarantee"]).describe("现金缴纳或保函"),
  documentNo: field.text,
  note: field.text,
  ...field.voidable,
});
export type BondMovement = Readonly<z.infer<typeof bondMovement>>;

/** 设备: one of the devices a rental lets, with who holds it and the days it was in service. */
export const device = z.strictObject({
  id: field.id,
  rentalId: field.id,
  deviceNo: field.name,
  model: field.text,
  holder: field.text,
  inOn: field.date,
  outOn: field.date.nullable().describe("最后在用日"),
  note: field.text,
  ...field.voidable,
});
export type Device = Readonly<z.infer<typeof device>>;
