import path from "node:path";
import type { BudgetExecution } from "#shared/api/budget.ts";
import type { Exported, FileFormat } from "#shared/api/filings.ts";
import type { Execution, LineExecution } from "#shared/budget/execution.ts";
import { spreadNames } from "#shared/budget/spread.ts";
import { timeProgressName } from "#shared/budget/timeProgress.ts";
import { buildList, type ListColumn } from "#shared/forms/builders/list.ts";
import type { Form, FormValue } from "#shared/forms/form.ts";
import { amount, empty, text } from "#shared/forms/values.ts";
import { formatBp, zeroCents } from "#shared/kernel/cents.ts";
import { formatDateText } from "#shared/kernel/dates.ts";
import type { Context } from "../context.ts";
import { writeFileWhole } from "../files/writeFile.ts";
import { writeForm } from "../filings/writeForm.ts";
import { getExecution } from "./getExecution.ts";

type Row = Readonly<{ projectName: string; name: string; line: LineExecution | null; figures: Execution }>;
type Column = ListColumn & Readonly<{ value: (row: Row) => FormValue }>;

const amountColumn = (title: string, pick: (figures: Execution) => Execution["paidCents"]): Column => ({
  title,
  width: 13,
  kind: "amount",
  total: true,
  value: ({ figures }) => amount(pick(figures)),
});

const quarterNames = ["一季", "二季", "三季", "四季"] as const;

const columns: readonly Column[] = [
  { title: "项目", width: 16, kind: "text", value: ({ projectName }) => text(projectName) },
  { title: "预算明细", width: 20, kind: "text", value: ({ name }) => text(name) },
  {
    title: "原预算",
    width: 13,
    kind: "amount",
    total: true,
    value: ({ line }) => (line === null ? empty : amount(line.originalCents)),
  },
  amountColumn("调剂后预算", (figures) => figures.allocatedCents),
  amountColumn("已付", (figures) => figures.paidCents),
  amountColumn("已签未付", (figures) => figures.committedCents),
  amountColumn("可用余额", (figures) => figures.availableCents),
  {
    title: "执行率",
    width: 9,
    kind: "number",
    value: ({ figures: { executionBp } }) =>
      executionBp === null ? empty : { kind: "percent", bp: executionBp },
  },
  {
    title: "分季依据",
    width: 10,
    kind: "centred",
    value: ({ line }) => (line === null ? empty : text(spreadNames[line.spread])),
  },
  ...quarterNames.map((name, index) =>
    amountColumn(`${name}度可用`, ({ quarters }) => quarters[index]?.availableCents ?? zeroCents),
  ),
  ...quarterNames.map((name, index) =>
    amountColumn(`到${name}末可用`, ({ quarters }) => quarters[index]?.cumulativeCents ?? zeroCents),
  ),
];

/** Only where something falls on later years. */
const laterColumn = amountColumn("以后年度已签", (figures) => figures.laterCents);

/** 预算执行表: every line, and what of it is available in each quarter. */
export function executionForm({ asOf, progress, total, projects }: BudgetExecution): Form {
  const rows = projects.flatMap(({ project, lines, unassigned }): readonly Row[] => [
    ...lines.map((line) => ({ projectName: project.name, name: line.line.name, line, figures: line })),
    ...(unassigned.paidCents === 0
      ? []
      : [{ projectName: project.name, name: "（没有对应预算明细）", line: null, figures: unassigned }]),
  ]);
  const shown = total.laterCents === 0 ? columns : [...columns, laterColumn];
  const done = total.executionBp === null ? "" : `　执行率${formatBp(total.executionBp)}`;
  return buildList({
    title: "预算执行表",
    note: `截至${formatDateText(asOf)}${done}　${timeProgressName(progress)}${formatBp(progress.bp)}　可用余额＝调剂后预算－已付－已签未付`,
    columns: shown,
    rows: rows.map((row) => shown.map(({ value }) => value(row))),
  });
}

type Wanted = Parameters<typeof getExecution>[1] & Readonly<{ format: FileFormat; path: string }>;

export async function exportExecution(
  context: Context,
  { format, path: target, ...asked }: Wanted,
): Promise<Exported> {
  const { bytes, pages } = await writeForm(
    context,
    executionForm(await getExecution(context, asked)),
    format,
  );
  await writeFileWhole(target, bytes);
  return { fileName: path.basename(target), pages, warnings: [] };
}
