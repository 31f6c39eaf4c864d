import type { ProjectView } from "#shared/api/projects.ts";
import { formatBp } from "#shared/kernel/cents.ts";
import { SeverityCounts } from "../../components/SeverityTag.tsx";
import type { TableColumn } from "../../components/table/column.ts";

export const projectColumns: readonly TableColumn<ProjectView>[] = [
  { key: "code", title: "编码", kind: "text", width: 110, value: (row) => row.code },
  { key: "name", title: "项目名称", kind: "text", width: 150, grow: 2, value: (row) => row.name },
  { key: "category", title: "类别", kind: "text", width: 96, value: (row) => row.category },
  {
    key: "unit",
    title: "实施单位",
    kind: "text",
    width: 150,
    grow: 2,
    value: (row) => row.implementingName,
  },
  {
    key: "annual",
    title: "年度预算（元）",
    kind: "amount",
    width: 124,
    sum: true,
    value: (row) => row.annualCents,
  },
  { key: "paid", title: "已付", kind: "amount", width: 108, sum: true, value: (row) => row.paidCents },
  {
    key: "committed",
    title: "已签未付",
    kind: "amount",
    width: 108,
    sum: true,
    value: (row) => row.committedCents,
  },
  {
    key: "execution",
    title: "执行率",
    kind: "number",
    width: 78,
    value: (row) => (row.executionBp === null ? null : row.executionBp / 100),
    render: (row) => (row.executionBp === null ? "—" : formatBp(row.executionBp)),
  },
  {
    key: "findings",
    title: "问题",
    kind: "number",
    width: 150,
    align: "left",
    value: (row) => row.findings.block + row.findings.warn + row.findings.hint,
    render: (row) => <SeverityCounts counts={row.findings} />,
  },
];
