import type { BudgetExecution } from "#shared/api/budget.ts";
import type { Execution, LineExecution, QuarterFigures } from "#shared/budget/execution.ts";
import type { RowTone } from "../../../components/table/tableProps.ts";

/** A line of a project, or what the project paid without one. */
export type ExecutionRow = Readonly<{
  key: string;
  projectName: string;
  name: string;
  line: LineExecution | null;
  figures: Execution;
}>;

export const executionRows = ({ projects }: Pick<BudgetExecution, "projects">): readonly ExecutionRow[] =>
  projects.flatMap(({ project, lines, unassigned }): readonly ExecutionRow[] => [
    ...lines.map((line) => ({
      key: line.line.id as string,
      projectName: project.name,
      name: line.line.name,
      line,
      figures: line,
    })),
    ...(unassigned.paidCents === 0
      ? []
      : [
          {
            key: `unassigned-${project.id}`,
            projectName: project.name,
            name: "（没有对应预算明细的付款）",
            line: null,
            figures: unassigned,
          },
        ]),
  ]);

/** What the columns of the quarters show. */
export const quarterViews = ["cumulative", "available", "allocated", "paid", "committed"] as const;
export type QuarterView = (typeof quarterViews)[number];

export const viewWords: Readonly<Record<QuarterView, string>> = {
  cumulative: "到季末可用",
  available: "本季可用",
  allocated: "本季预算",
  paid: "本季已付",
  committed: "本季已签未付",
};

export const viewHints: Readonly<Record<QuarterView, string>> = {
  cumulative: "年初到本季末：预算－已付－已签未付。前几季没有用完的，本季可以接着用",
  available: "只算本季：预算－已付－已签未付",
  allocated: "分到本季的预算，含调剂",
  paid: "付款日在本季的付款",
  committed: "已签合同中所属期在本季结束、还没有付的部分",
};

export function quarterCents(figures: QuarterFigures, view: QuarterView): number {
  switch (view) {
    case "cumulative":
      return figures.cumulativeCents;
    case "available":
      return figures.availableCents;
    case "allocated":
      return figures.allocatedCents;
    case "paid":
      return figures.paidCents;
    case "committed":
      return figures.committedCents;
  }
}

/** Colour as the control of the line wants it; a line that is not controlled has none. */
export function executionTone({ line, figures }: ExecutionRow): RowTone {
  if (line === null) return "block";
  if (figures.overQuarters.length === 0) return undefined;
  return { block: "block", warn: "warn", ignore: undefined }[line.line.control] as RowTone;
}
