import type { BroughtRow } from "#shared/api/bring.ts";
import { InstantText } from "../../../components/DateText.tsx";
import type { TableColumn } from "../../../components/table/column.ts";

const count = (value: number): number | null => (value === 0 ? null : value);

/** Of one project the column that names it says nothing. */
export const broughtColumns = (withProject: boolean): readonly TableColumn<BroughtRow>[] => [
  { key: "title", title: "材料", kind: "text", width: 210, grow: 2, value: ({ title }) => title },
  {
    key: "year",
    title: "年度",
    kind: "number",
    width: 64,
    align: "left",
    value: ({ fiscalYear }) => fiscalYear,
  },
  ...(withProject
    ? [
        {
          key: "project",
          title: "项目",
          kind: "text",
          width: 130,
          grow: 1,
          value: ({ projectName }: BroughtRow) => projectName,
        } as const,
      ]
    : []),
  {
    key: "from",
    title: "来自",
    kind: "text",
    width: 120,
    grow: 1,
    value: ({ fileName, hasFile }) => (hasFile || fileName !== "" ? fileName : "粘贴"),
  },
  {
    key: "at",
    title: "带入时间",
    kind: "text",
    width: 136,
    value: ({ broughtAt }) => broughtAt,
    render: ({ broughtAt }) => <InstantText value={broughtAt} />,
  },
  { key: "by", title: "经手", kind: "text", width: 76, value: ({ broughtBy }) => broughtBy },
  {
    key: "differs",
    title: "与项目不一致",
    kind: "number",
    width: 104,
    hint: "材料上写的与项目现在的不一样，有几项",
    value: ({ differs }) => count(differs),
  },
  { key: "unsure", title: "拿不准", kind: "number", width: 68, value: ({ unsure }) => count(unsure) },
  {
    key: "unused",
    title: "未采用",
    kind: "number",
    width: 68,
    spare: true,
    hint: "原文中没有用上的，有几处",
    value: ({ unused }) => count(unused),
  },
  {
    key: "state",
    title: "状态",
    kind: "text",
    width: 150,
    grow: 2,
    value: ({ voidReason }) => (voidReason === null ? "参与核对" : `已作废：${voidReason}`),
  },
];
