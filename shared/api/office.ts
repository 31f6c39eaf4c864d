import { z } from "zod";
import type { TimeProgress } from "../budget/timeProgress.ts";
import type { Cents } from "../kernel/cents.ts";
import * as field from "../model/fields.ts";
import type { FiscalYear, OwnUnit, OwnUnitName } from "../model/office.ts";
import { ownUnit, ownUnitName } from "../model/office.ts";
import type { CheckSummary, FindingView } from "./checks.ts";
import type { DueItem } from "./due.ts";
import { scope } from "./fields.ts";
import type { InvoiceRow } from "./invoices.ts";
import type { MissingPaperCount } from "./papers.ts";
import type { PaymentRow } from "./payments.ts";
import { route } from "./route.ts";

export type OwnUnitView = OwnUnit & Readonly<{ currentName: string; names: readonly OwnUnitName[] }>;

export type OfficeView = Readonly<{
  officer: string;
  units: readonly OwnUnitView[];
  years: readonly FiscalYear[];
}>;

/** 工作台: what must I do now. */
export type Workbench = Readonly<{
  asOf: string;
  budgetCents: Cents;
  paidCents: Cents;
  committedCents: Cents;
  executionBp: number;
  /** The same as rule BUD-05 goes by. */
  progress: TimeProgress;
  /** 待办: the list of `due.list`, kind by kind. */
  due: readonly DueItem[];
  openInvoices: readonly InvoiceRow[];
  /** Of the year's invoices, whatever project they are for: the list of 原件 says which. */
  missingPapers: MissingPaperCount;
  pendingPayments: readonly PaymentRow[];
  findings: readonly FindingView[];
  summary: CheckSummary;
  /** Month by month: planned and paid, for the chart. */
  months: readonly Readonly<{ month: string; plannedCents: Cents; paidCents: Cents }>[];
}>;

export const officeRoutes = {
  "workbench.overview": route<Workbench>()(scope),
  "office.get": route<OfficeView>()(z.strictObject({})),
  "office.saveOfficer": route<OfficeView>()(
    z.strictObject({ officer: z.string().trim().min(1, "请填写姓名") }),
  ),
  "office.saveUnit": route<OfficeView>()(
    z.strictObject({
      id: field.id.nullable(),
      ...ownUnit.omit({ id: true }).shape,
      names: z
        .array(ownUnitName.pick({ name: true, validFrom: true, validTo: true }))
        .min(1, "请填写单位名称"),
    }),
  ),
} as const;
