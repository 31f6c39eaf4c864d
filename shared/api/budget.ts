import { z } from "zod";
import type { Execution, LineExecution, ProjectExecution } from "../budget/execution.ts";
import type { FundUse } from "../budget/fundUse.ts";
import type { Quarter } from "../budget/quarters.ts";
import { type BudgetSettings, carryOverOrders, mostSoonDays } from "../budget/settings.ts";
import type { TimeProgress } from "../budget/timeProgress.ts";
import type { Cents } from "../kernel/cents.ts";
import type { IsoDate } from "../kernel/dates.ts";
import type { Id } from "../kernel/id.ts";
import * as field from "../model/fields.ts";
import type { Payment } from "../model/payment.ts";
import { scope } from "./fields.ts";
import { route } from "./route.ts";

export type ProjectExecutionView = ProjectExecution &
  Readonly<{ funds: Pick<FundUse, "order" | "sources" | "beyondCents"> }>;

/** 预算执行 of a year's projects: line × quarter. */
export type BudgetExecution = Readonly<{
  asOf: IsoDate;
  progress: TimeProgress;
  total: Execution;
  projects: readonly ProjectExecutionView[];
}>;

/** A contract's part in a line, by quarter; what falls on later years is not in the sum. */
export type LineCommitment = Readonly<{
  contractId: Id;
  contractNo: string;
  contractName: string;
  vendorName: string;
  committedCents: Cents;
  laterCents: Cents;
  parts: readonly Readonly<{
    /** null: 以后年度 */
    quarter: Quarter | null;
    instalmentId: Id | null;
    label: string;
    on: IsoDate;
    cents: Cents;
  }>[];
}>;

/** What a line paid and, `isPaid` 0, what is still on its way. */
export type LinePayment = Readonly<{
  id: Id;
  paymentNo: string;
  purpose: string;
  payeeName: string;
  state: Payment["state"];
  isPaid: boolean;
  quarter: Quarter;
  /** The day it was paid, or asked for. */
  on: IsoDate;
  amountCents: Cents;
}>;

/** The papers behind the figures of a line. */
export type LinePapers = Readonly<{
  execution: LineExecution;
  commitments: readonly LineCommitment[];
  payments: readonly LinePayment[];
  adjustments: readonly AdjustmentView[];
}>;

/** 预算调剂: what some lines got others gave; the parts add up to zero. */
export type AdjustmentView = Readonly<{
  groupId: string;
  projectId: Id;
  projectName: string;
  adjustedOn: IsoDate;
  reason: string;
  documentNo: string;
  lines: readonly Readonly<{ budgetLineId: Id; name: string; deltaCents: Cents }>[];
  /** What was moved: the sum of what lines got. */
  movedCents: Cents;
  voidedAt: string | null;
  voidReason: string | null;
}>;

const plannedQuarters = z.tuple([
  field.nonNegativeCents,
  field.nonNegativeCents,
  field.nonNegativeCents,
  field.nonNegativeCents,
]);

export const budgetRoutes = {
  "budget.execution": route<BudgetExecution>()(scope.extend({ asOf: field.date.nullable() })),
  "budget.line": route<LinePapers>()(z.strictObject({ id: field.id, asOf: field.date.nullable() })),
  /** 用款计划 of lines, each with its four quarters, which add up to the line with 调剂; null goes back to the usual spread. */
  "budget.savePlans": route<null>()(
    z.strictObject({
      plans: z
        .array(z.strictObject({ budgetLineId: field.id, quartersCents: plannedQuarters.nullable() }))
        .min(1),
    }),
  ),
  /** With those that were voided, the latest first. */
  "budget.adjustments": route<readonly AdjustmentView[]>()(scope),
  "budget.voidAdjustment": route<null>()(
    z.strictObject({ groupId: z.string().min(1), reason: z.string().trim().min(2, "请写明作废原因") }),
  ),
  "budget.settings": route<BudgetSettings>()(z.strictObject({})),
  "budget.saveSettings": route<BudgetSettings>()(
    z.strictObject({ carryOver: z.enum(carryOverOrders), soonDays: z.int().min(0).max(mostSoonDays) }),
  ),
} as const;
