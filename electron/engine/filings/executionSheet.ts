import type { Execution } from "#shared/budget/execution.ts";
import { fundNames } from "#shared/budget/fundUse.ts";
import { timeProgressName } from "#shared/budget/timeProgress.ts";
import type { ExecutedLine, ExecutionSheet } from "#shared/forms/builders/execution.ts";
import { type Cents, zeroCents } from "#shared/kernel/cents.ts";
import { executionOf } from "../budget/getExecution.ts";
import type { YearSource } from "./sources.ts";

/** 预算执行 as the screen shows it, turned to what was spent in each quarter. */
export function executionSheet({
  facts,
  scope,
  sheet,
}: Pick<YearSource, "facts" | "scope" | "sheet">): ExecutionSheet {
  const { progress, projects } = executionOf(facts, scope);
  return {
    scope: sheet,
    progressBp: progress.bp,
    progressName: timeProgressName(progress),
    projects: projects.map(({ project, lines, unassigned, funds }) => ({
      name: `${project.name}（${project.code}）`,
      lines: [
        ...lines.map((line) => executedLine(line.line.name, line.originalCents, line)),
        ...(unassigned.paidCents === 0 ? [] : [executedLine("（没有对应预算明细）", null, unassigned)]),
      ],
      funds: funds.sources.map(({ kind, amountCents, usedCents, leftCents }) => ({
        name: fundNames[kind],
        amountCents,
        usedCents,
        leftCents,
      })),
      beyondCents: funds.beyondCents,
    })),
  };
}

function executedLine(name: string, originalCents: Cents | null, execution: Execution): ExecutedLine {
  const paidIn = (quarter: number): Cents => execution.quarters[quarter - 1]?.paidCents ?? zeroCents;
  return {
    name,
    originalCents,
    allocatedCents: execution.allocatedCents,
    paidByQuarter: [paidIn(1), paidIn(2), paidIn(3), paidIn(4)],
  };
}
