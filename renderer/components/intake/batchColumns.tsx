import type { ImportBatch } from "#shared/model/invoice.ts";
import { instantText } from "../DateText.tsx";
import { StatusTag } from "../StatusTag.tsx";
import type { TableColumn } from "../table/column.ts";

type Column = TableColumn<ImportBatch>;

const count = (key: string, title: string, value: (batch: ImportBatch) => number): Column => ({
  key,
  title,
  kind: "number",
  width: 68,
  value,
});

const stateText = ({ voidedAt }: ImportBatch): string => (voidedAt === null ? "已导入" : "已撤销");

export const batchColumns: readonly Column[] = [
  {
    key: "importedAt",
    title: "导入时间",
    kind: "date",
    width: 132,
    value: (batch) => instantText(batch.importedAt),
  },
  { key: "fileName", title: "文件", kind: "text", width: 200, grow: 2, value: (batch) => batch.fileName },
  { key: "source", title: "来源", kind: "text", width: 110, value: (batch) => batch.source },
  count("rows", "行", (batch) => batch.rowCount),
  count("new", "新增", (batch) => batch.newCount),
  count("changed", "变更", (batch) => batch.changedCount),
  count("unchanged", "未变", (batch) => batch.unchangedCount),
  count("conflict", "冲突", (batch) => batch.conflictCount),
  count("rejected", "拒绝", (batch) => batch.rejectedCount),
  { key: "importedBy", title: "导入人", kind: "text", width: 76, value: (batch) => batch.importedBy },
  {
    key: "state",
    title: "状态",
    kind: "text",
    width: 86,
    value: stateText,
    render: (batch) => (
      <StatusTag tone={batch.voidedAt === null ? "done" : "muted"}>{stateText(batch)}</StatusTag>
    ),
  },
];
