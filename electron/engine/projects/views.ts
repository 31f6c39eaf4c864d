import type { BudgetLineView, ProjectView } from "#shared/api/projects.ts";
import { cents, ratioBp, subtractCents, sumCents } from "#shared/kernel/cents.ts";
import type { BudgetLine, Project } from "#shared/model/project.ts";
import type { Facts } from "#shared/rules/facts.ts";
import type { FindingCounts } from "../checks/counts.ts";

export function projectView(facts: Facts, project: Project, findings: FindingCounts): ProjectView {
  const annualCents = facts.budget.annualCents(project.id);
  const paidCents = facts.budget.projectPaidCents(project.id);
  const unitName = (id: Project["departmentUnitId"]) =>
    id === null ? "" : facts.ownUnits.nameOn(id, project.startDate ?? facts.asOf);
  return {
    ...project,
    departmentName: unitName(project.departmentUnitId),
    implementingName: unitName(project.implementingUnitId),
    annualCents,
    paidCents,
    committedCents: sumCents(
      facts.budget.linesOf(project.id).map((line) => facts.budget.lineCommittedCents(line.id)),
    ),
    executionBp: ratioBp(paidCents, annualCents) ?? null,
    findings,
  };
}

export function budgetLineView(facts: Facts, line: BudgetLine): BudgetLineView {
  const allocatedCents = facts.budget.allocatedCents(line);
  const paidCents = facts.budget.linePaidCents(line.id);
  const committedCents = facts.budget.lineCommittedCents(line.id);
  return {
    ...line,
    economicName: facts.rows.economicCode.find((row) => row.code === line.economicCode)?.name ?? "",
    allocatedCents,
    paidCents,
    committedCents,
    availableCents: subtractCents(allocatedCents, cents(paidCents + committedCents)),
    contractNos: facts.contracts
      .filter((contract) => contract.row.budgetLineId === line.id)
      .map((contract) => contract.row.contractNo),
  };
}
