import { z } from "zod";
import * as field from "./fields.ts";

/** 本单位: a unit this office acts as. 机关 and 事业单位 differ in their government-budget economic codes. */
export const ownUnit = z.strictObject({
  id: field.id,
  kind: z.enum(["department", "unit"]).describe("department 主管部门；unit 实施单位"),
  nature: z.enum(["agency", "institution"]).describe("agency 机关；institution 事业单位"),
  creditCode: field.text.nullable(),
  note: field.text,
});
export type OwnUnit = Readonly<z.infer<typeof ownUnit>>;

/** A name of an own unit with the days it was in force: a rightful renaming is no defect. */
export const ownUnitName = z.strictObject({
  id: field.id,
  ownUnitId: field.id,
  name: field.name,
  validFrom: field.date.nullable(),
  validTo: field.date.nullable(),
});
export type OwnUnitName = Readonly<z.infer<typeof ownUnitName>>;

export const fiscalYear = z.strictObject({
  id: field.id,
  year: field.fiscalYear,
  state: z.enum(["open", "closed"]),
  paymentCutoff: field.date.nullable(),
  stateReason: field.text,
});
export type FiscalYear = Readonly<z.infer<typeof fiscalYear>>;

/** A setting of this office: one JSON value under a dotted key. */
export const setting = z.strictObject({ id: field.id, key: field.name, valueJson: field.json });
export type Setting = Readonly<z.infer<typeof setting>>;

/** 部门预算支出经济分类科目: an editable code table with the years it is in force. */
export const economicCode = z.strictObject({
  id: field.id,
  code: z.string().regex(/^\d{5}$/, "科目编码应为 5 位数字"),
  name: field.name,
  validFrom: field.fiscalYear.nullable(),
  validTo: field.fiscalYear.nullable(),
  confirmed: field.flag.describe("1 已有文件依据；0 编码待核"),
});
export type EconomicCode = Readonly<z.infer<typeof economicCode>>;

/** 节假日: a day off beside the weekend, or a weekend day that is worked instead, as the State Council publishes them. */
export const holiday = z.strictObject({
  id: field.id,
  onDate: field.date,
  kind: z.enum(["holiday", "workday"]),
  name: field.text,
});
export type Holiday = Readonly<z.infer<typeof holiday>>;
