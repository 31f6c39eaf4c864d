import type { BudgetExecution, LinePapers } from "#shared/api/budget.ts";
import type { ApiParsed } from "#shared/api/contract.ts";
import { addExecutions, lineExecution, projectExecution } from "#shared/budget/execution.ts";
import { fundUse } from "#shared/budget/fundUse.ts";
import { quarterWithin } from "#shared/budget/quarters.ts";
import { timeProgress } from "#shared/budget/timeProgress.ts";
import { yearOf } from "#shared/kernel/dates.ts";
import type { BudgetLine, Project } from "#shared/model/project.ts";
import type { Facts } from "#shared/rules/facts.ts";
import { instalmentName } from "#shared/rules/words.ts";
import type { Context } from "../context.ts";
import { dayWithin } from "../office/dayWithin.ts";
import { type ProjectScope, projectsInScope } from "../scope.ts";
import { listAdjustmentRows } from "../store/budget.ts";
import { adjustmentViews } from "./listAdjustments.ts";
import { noSuchLine } from "./savePlans.ts";

/** 预算执行 line by line and quarter by quarter; of a year that is over as it stood on its last day. */
export async function getExecution(
  context: Context,
  { asOf, ...scope }: ApiParsed<"budget.execution">,
): Promise<BudgetExecution> {
  return executionOf(await context.facts(asOf ?? dayWithin(scope.fiscalYear, context.clock.today())), scope);
}

/** The same for who has the facts already. */
export function executionOf(
  facts: Facts,
  scope: ProjectScope & Readonly<{ fiscalYear: number }>,
): BudgetExecution {
  const ids = projectsInScope(facts, scope);
  const projects = facts.rows.project
    .filter((project) => ids.has(project.id))
    .toSorted((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0))
    .map((project) => ({ ...projectExecution(facts, project), funds: fundsOf(facts, project) }));
  return {
    asOf: facts.asOf,
    progress: timeProgress(facts.asOf, scope.fiscalYear),
    total: addExecutions(projects),
    projects,
  };
}

function fundsOf(facts: Facts, project: Project): BudgetExecution["projects"][number]["funds"] {
  const { order, sources, beyondCents } = fundUse(facts, project.id);
  return { order, sources, beyondCents };
}

/** A line's figures with the contracts, payments and adjustments they come from. */
export async function getLinePapers(
  context: Context,
  { id, asOf }: ApiParsed<"budget.line">,
): Promise<LinePapers> {
  const today = context.clock.today();
  const { budgetLines, projects } = await context.facts();
  const line = budgetLines.get(id);
  const project = line && projects.get(line.projectId);
  if (line === undefined || project === undefined) throw noSuchLine();
  const facts = await context.facts(asOf ?? dayWithin(project.fiscalYear, today));
  const adjustments = await listAdjustmentRows(context.ledger);
  const groups = new Set(adjustments.filter((row) => row.budgetLineId === id).map((row) => row.groupId));
  return {
    execution: lineExecution(facts, line, project),
    commitments: commitmentsOf(facts, line, project),
    payments: paymentsOf(facts, line, project),
    adjustments: adjustmentViews(
      facts,
      adjustments.filter((row) => groups.has(row.groupId) && row.adjustedOn <= facts.asOf),
    ),
  };
}

const commitmentsOf = (facts: Facts, line: BudgetLine, project: Project): LinePapers["commitments"] =>
  facts.budget.lineCommitments(line.id).map(({ contract, cents, parts, laterCents, later }) => ({
    contractId: contract.row.id,
    contractNo: contract.row.contractNo,
    contractName: contract.row.name,
    vendorName: contract.vendor?.name ?? "",
    committedCents: cents,
    laterCents,
    parts: [...parts, ...later].map(({ on, instalment, cents: part }) => ({
      quarter: yearOf(on) > project.fiscalYear ? null : quarterWithin(on, project.fiscalYear),
      instalmentId: instalment?.row.id ?? null,
      label: instalment === null ? "没有排入期次的部分" : instalmentName(instalment.row),
      on,
      cents: part,
    })),
  }));

const paymentsOf = (facts: Facts, line: BudgetLine, project: Project): LinePapers["payments"] =>
  facts.budget.linePayments(line.id).map(({ row, state, isPaid, payDate }) => ({
    id: row.id,
    paymentNo: row.paymentNo,
    purpose: row.purpose,
    payeeName: row.payeeName,
    state,
    isPaid,
    quarter: quarterWithin(payDate, project.fiscalYear),
    on: isPaid ? payDate : row.requestedOn,
    amountCents: row.amountCents,
  }));
