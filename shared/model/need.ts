import { z } from "zod";
import * as field from "./fields.ts";

/** 人员: who may be due a uniform, with the days of service. */
export const staff = z.strictObject({
  id: field.id,
  staffNo: field.text,
  name: field.name,
  post: field.text,
  size: field.text.describe("服装尺码"),
  joinedOn: field.date.nullable(),
  leftOn: field.date.nullable(),
  note: field.text,
  ...field.voidable,
});
export type Staff = Readonly<z.infer<typeof staff>>;

export const needKinds = ["uniform", "supplies", "publicity", "other"] as const;

/** 其他需求: what is bought beside contracts and rentals; a uniform is due again for each person after some years. */
export const need = z.strictObject({
  id: field.id,
  projectId: field.id,
  budgetLineId: field.id.nullable(),
  kind: z.enum(needKinds),
  name: field.name,
  unitName: field.text,
  unitPrice: field.decimal.nullable().describe("元"),
  quantity: field.decimal.nullable().describe("本年计划数量；按人配发的由名册算出"),
  perPerson: field.decimal.nullable().describe("每人配发数量"),
  replaceYears: z.int().min(1).max(20).nullable().describe("更换年限"),
  note: field.text,
  ...field.voidable,
});
export type Need = Readonly<z.infer<typeof need>>;

/** 发放记录: what was handed out, to a person or to all. */
export const needIssue = z.strictObject({
  id: field.id,
  needId: field.id,
  staffId: field.id.nullable(),
  issuedOn: field.date,
  quantity: field.decimal,
  paymentId: field.id.nullable(),
  note: field.text,
  ...field.voidable,
});
export type NeedIssue = Readonly<z.infer<typeof needIssue>>;
