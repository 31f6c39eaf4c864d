import { addCents, type Cents, ratioBp, subtractCents, sumCents, zeroCents } from "../kernel/cents.ts";
import type { Id } from "../kernel/id.ts";
import type { BudgetLine, Project } from "../model/project.ts";
import type { Facts } from "../rules/facts.ts";
import {
  type ByQuarter,
  cumulative,
  minusQuarters,
  noQuarters,
  type Quarter,
  quarters,
  quarterWithin,
  sumByQuarter,
} from "./quarters.ts";
import { type Spread, type SpreadRule, spreadLine } from "./spread.ts";

/** available = allocated − paid − committed, in each quarter and so in the year. */
export type ExecutionFigures = Readonly<{
  /** With 调剂. */
  allocatedCents: Cents;
  paidCents: Cents;
  /** 已签未付 */
  committedCents: Cents;
  availableCents: Cents;
}>;

export type QuarterFigures = ExecutionFigures &
  Readonly<{
    quarter: Quarter;
    /** What is available from the first quarter up to this one: what a quarter leaves may be spent later. */
    cumulativeCents: Cents;
  }>;

export type Execution = ExecutionFigures &
  Readonly<{
    executionBp: number | null;
    /** 以后年度: signed, but it falls on later years, and this one's budget need not bear it. */
    laterCents: Cents;
    quarters: readonly QuarterFigures[];
    /** Up to these quarters more is used and bound than the plan has. */
    overQuarters: readonly Quarter[];
  }>;

export type LineExecution = Execution &
  Readonly<{
    line: BudgetLine;
    /** As filed, without 调剂. */
    originalCents: Cents;
    spread: SpreadRule;
  }>;

export type ProjectExecution = Execution &
  Readonly<{
    project: Project;
    /** 年度资金申请总额 */
    annualCents: Cents;
    lines: readonly LineExecution[];
    /** What was paid without a line of this project; it belongs to the project all the same. */
    unassigned: Execution;
  }>;

export function lineExecution(facts: Facts, line: BudgetLine, project: Project): LineExecution {
  const spread: Spread = spreadLine(facts, line, project);
  const within = (day: Parameters<typeof quarterWithin>[0]) => quarterWithin(day, project.fiscalYear);
  const paid = facts.budget
    .linePayments(line.id)
    .filter((payment) => payment.isPaid)
    .map(({ payDate, row }) => ({ quarter: within(payDate), cents: row.amountCents }));
  const commitments = facts.budget.lineCommitments(line.id);
  const committed = commitments.flatMap(({ parts }) =>
    parts.map((part) => ({ quarter: within(part.on), cents: part.cents })),
  );
  const later = sumCents(commitments.map(({ laterCents }) => laterCents));
  return {
    line,
    originalCents: line.amountCents,
    spread: spread.rule,
    ...execution(spread.cents, sumByQuarter(paid), sumByQuarter(committed), later),
  };
}

/** Every line of a project and what they come to; Σ lines and what has no line are the project. */
export function projectExecution(facts: Facts, project: Project): ProjectExecution {
  const lines = facts.budget
    .linesOf(project.id)
    .toSorted((a, b) => a.seq - b.seq || (a.id < b.id ? -1 : 1))
    .map((line) => lineExecution(facts, line, project));
  const unassigned = withoutLine(facts, project, new Set(lines.map(({ line }) => line.id)));
  return {
    project,
    annualCents: facts.budget.annualCents(project.id),
    lines,
    unassigned,
    ...addExecutions([...lines, unassigned]),
  };
}

function withoutLine(facts: Facts, project: Project, lineIds: ReadonlySet<Id>): Execution {
  const paid = facts.payments
    .filter(({ isPaid, row, lineUse }) => {
      const isOwn = row.projectId === project.id;
      return isPaid && isOwn && (lineUse === undefined || !lineIds.has(lineUse.of.id));
    })
    .map(({ payDate, row }) => ({
      quarter: quarterWithin(payDate, project.fiscalYear),
      cents: row.amountCents,
    }));
  return execution(noQuarters, sumByQuarter(paid), noQuarters, zeroCents);
}

/** Several executions as one: a project of its lines, an office of its projects. */
export function addExecutions(parts: readonly Execution[]): Execution {
  const sum = (pick: (figures: ExecutionFigures) => Cents): ByQuarter =>
    sumByQuarter(
      parts.flatMap((part) =>
        part.quarters.map((figures) => ({ quarter: figures.quarter, cents: pick(figures) })),
      ),
    );
  return execution(
    sum((figures) => figures.allocatedCents),
    sum((figures) => figures.paidCents),
    sum((figures) => figures.committedCents),
    sumCents(parts.map(({ laterCents }) => laterCents)),
  );
}

function execution(
  allocated: ByQuarter,
  paid: ByQuarter,
  committed: ByQuarter,
  laterCents: Cents,
): Execution {
  const available = minusQuarters(allocated, paid, committed);
  const upTo = cumulative(available);
  const [allocatedCents, paidCents, committedCents] = [
    sumCents(allocated),
    sumCents(paid),
    sumCents(committed),
  ];
  const of = (amounts: ByQuarter, quarter: Quarter) => amounts[quarter - 1] ?? zeroCents;
  return {
    allocatedCents,
    paidCents,
    committedCents,
    availableCents: subtractCents(allocatedCents, addCents(paidCents, committedCents)),
    executionBp: ratioBp(paidCents, allocatedCents) ?? null,
    laterCents,
    quarters: quarters.map((quarter) => ({
      quarter,
      allocatedCents: of(allocated, quarter),
      paidCents: of(paid, quarter),
      committedCents: of(committed, quarter),
      availableCents: of(available, quarter),
      cumulativeCents: of(upTo, quarter),
    })),
    overQuarters: quarters.filter((quarter) => of(upTo, quarter) < 0),
  };
}
