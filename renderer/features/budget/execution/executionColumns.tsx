import type { ReactNode } from "react";
import { cents, formatBp, formatYuan } from "#shared/kernel/cents.ts";
import type { TableColumn } from "../../../components/table/column.ts";
import { type ExecutionRow, type QuarterView, quarterCents, viewHints } from "./executionRows.ts";

const quarterTitles = ["一季度", "二季度", "三季度", "四季度"] as const;

const plain = (value: number) => <span className="jf-amount">{formatYuan(cents(value))}</span>;

/** An amount below zero stands out: more is used than there is. */
const signed = (value: number) =>
  value < 0 ? <span className="jf-amount jf-budget-short">{formatYuan(cents(value))}</span> : plain(value);

const amount = (
  key: string,
  title: string,
  value: (row: ExecutionRow) => number,
  hint?: string,
  show: (value: number) => ReactNode = plain,
): TableColumn<ExecutionRow> => ({
  key,
  title,
  kind: "amount",
  width: 102,
  sum: true,
  value,
  render: (row) => show(value(row)),
  ...(hint === undefined ? {} : { hint }),
});

type Shown = Readonly<{
  view: QuarterView;
  /** With several projects each row says whose line it is. */
  withProject: boolean;
  /** Beside an open line, which shows its quarters itself. */
  narrow: boolean;
}>;

export function executionColumns({ view, withProject, narrow }: Shown): readonly TableColumn<ExecutionRow>[] {
  const columns = allColumns(view, withProject && !narrow);
  return narrow ? columns.filter(({ key }) => narrowKeys.has(key)) : columns;
}

const narrowKeys: ReadonlySet<string> = new Set(["name", "allocated", "paid", "available", "execution"]);

const allColumns = (view: QuarterView, withProject: boolean): readonly TableColumn<ExecutionRow>[] => [
  ...(withProject
    ? [
        {
          key: "project",
          title: "项目",
          kind: "text" as const,
          width: 80,
          grow: 1,
          value: (row: ExecutionRow) => row.projectName,
        },
      ]
    : []),
  { key: "name", title: "预算明细", kind: "text", width: 110, grow: 2, value: (row) => row.name },
  amount("allocated", "预算", ({ figures }) => figures.allocatedCents, "含年内调剂"),
  amount("paid", "已付", ({ figures }) => figures.paidCents),
  amount(
    "committed",
    "已签未付",
    ({ figures }) => figures.committedCents,
    "已签合同还没有付的部分，不含以后年度",
  ),
  amount("available", "可用余额", ({ figures }) => figures.availableCents, "预算－已付－已签未付", signed),
  {
    key: "execution",
    title: "执行率",
    kind: "text",
    align: "right",
    width: 68,
    value: ({ figures }) => (figures.executionBp === null ? "" : formatBp(figures.executionBp)),
  },
  ...quarterTitles.map((title, index) =>
    amount(
      `quarter${index + 1}`,
      title,
      ({ figures }) => {
        const quarter = figures.quarters[index];
        return quarter === undefined ? 0 : quarterCents(quarter, view);
      },
      viewHints[view],
      // What one quarter overdraws an earlier one may have left.
      view === "cumulative" ? signed : plain,
    ),
  ),
];
