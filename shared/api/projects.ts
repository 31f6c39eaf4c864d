import { z } from "zod";
import type { Cents } from "../kernel/cents.ts";
import * as field from "../model/fields.ts";
import type {
  BudgetAdjustment,
  BudgetLine,
  FundingSource,
  Indicator,
  NarrativeSection,
  PolicyBasis,
  Project,
} from "../model/project.ts";
import {
  budgetAdjustment,
  budgetLine,
  fundingSource,
  indicator,
  narrativeSection,
  policyBasis,
  project,
} from "../model/project.ts";
import type { SectionOffer } from "../narrative/offers.ts";
import { byId, newOrOld, storeOnly, voiding } from "./fields.ts";
import { route } from "./route.ts";

export type ProjectView = Project &
  Readonly<{
    departmentName: string;
    implementingName: string;
    /** 年度资金申请总额 */
    annualCents: Cents;
    paidCents: Cents;
    /** Signed and not yet paid. */
    committedCents: Cents;
    executionBp: number | null;
    findings: Readonly<{ block: number; warn: number; hint: number }>;
  }>;

export type BudgetLineView = BudgetLine &
  Readonly<{
    economicName: string;
    /** With 调剂. */
    allocatedCents: Cents;
    paidCents: Cents;
    committedCents: Cents;
    /** allocated − paid − committed */
    availableCents: Cents;
    contractNos: readonly string[];
  }>;

export type ProjectDetail = Readonly<{
  project: ProjectView;
  funding: readonly FundingSource[];
  budgetLines: readonly BudgetLineView[];
  adjustments: readonly BudgetAdjustment[];
  policies: readonly PolicyBasis[];
  narrative: readonly NarrativeSection[];
  indicators: readonly Indicator[];
  /** 预算执行率的分值, as the office set it. */
  executionPoints: number;
}>;

/** Saving answers with the whole project anew, so that every figure on the screen belongs together. */
const saved = route<ProjectDetail>();

export const projectRoutes = {
  "projects.list": route<readonly ProjectView[]>()(
    z.strictObject({ fiscalYear: field.fiscalYear.nullable() }),
  ),
  "projects.get": route<ProjectDetail>()(byId),
  "projects.save": saved(project.omit({ ...storeOnly, previousProjectId: true }).extend(newOrOld)),
  "projects.saveFunding": saved(
    z.strictObject({
      projectId: field.id,
      sources: z.array(fundingSource.pick({ scope: true, kind: true, amountCents: true })),
    }),
  ),
  "projects.saveBudgetLine": saved(budgetLine.omit(storeOnly).extend(newOrOld)),
  "projects.voidBudgetLine": saved(voiding),
  /** 调剂: the deltas add up to zero. */
  "projects.adjust": saved(
    z.strictObject({
      projectId: field.id,
      adjustedOn: field.date,
      reason: field.name,
      documentNo: field.text,
      lines: z.array(budgetAdjustment.pick({ budgetLineId: true, deltaCents: true })).min(2),
    }),
  ),
  "projects.saveIndicator": saved(indicator.omit(storeOnly).extend(newOrOld)),
  "projects.voidIndicator": saved(voiding),
  "projects.savePolicy": saved(policyBasis.omit({ id: true }).extend({ id: field.id.nullable() })),
  "projects.removePolicy": saved(byId),
  "projects.saveSection": saved(narrativeSection.pick({ id: true, body: true })),
  /** What the ledger can write under the headings of 项目经费情况说明. */
  "projects.narrativeOffers": route<readonly SectionOffer[]>()(byId),
} as const;
