import { useMemo, useState } from "react";
import type { ImportIssue } from "#shared/invoices/preview.ts";
import { severityWords } from "#shared/words/words.ts";
import { EmptyState } from "../../../../components/EmptyState.tsx";
import { SeverityTag } from "../../../../components/SeverityTag.tsx";
import type { TableColumn } from "../../../../components/table/column.ts";
import { DataTable } from "../../../../components/table/DataTable.tsx";
import { useIssueNames } from "./issueNames.ts";
import { ruleCounts } from "./previewEntries.ts";

type Line = ImportIssue & Readonly<{ key: string }>;

const columnsOf = (nameOf: (ruleId: string) => string): readonly TableColumn<Line>[] => [
  {
    key: "severity",
    title: "级别",
    kind: "text",
    width: 72,
    value: (row) => severityWords[row.severity],
    render: (row) => <SeverityTag severity={row.severity} />,
  },
  {
    key: "rule",
    title: "规则",
    kind: "text",
    width: 176,
    value: (row) => `${nameOf(row.ruleId)} ${row.ruleId}`,
  },
  { key: "message", title: "说明", kind: "text", width: 360, grow: 1, value: (row) => row.message },
  { key: "sheet", title: "工作表", kind: "text", width: 120, value: (row) => row.sheet },
  { key: "row", title: "行", kind: "number", width: 64, value: (row) => row.row || null },
  { key: "column", title: "列", kind: "text", width: 120, value: (row) => row.column },
];

type Props = Readonly<{
  issues: readonly ImportIssue[];
  /** The one that was opened and is about no row of its own. */
  lost: ImportIssue | null;
  onOpen: (issue: ImportIssue) => void;
}>;

/** What is worth a look in the file, by rule. */
export function IssuesTable({ issues, lost, onOpen }: Props) {
  const [ruleId, setRuleId] = useState<string | null>(null);
  const rules = useMemo(() => ruleCounts(issues), [issues]);
  const nameOf = useIssueNames();
  const columns = useMemo(() => columnsOf(nameOf), [nameOf]);
  const lines = useMemo(
    () =>
      issues
        .map((issue, index) => ({ ...issue, key: String(index) }))
        .filter((issue) => ruleId === null || issue.ruleId === ruleId),
    [issues, ruleId],
  );
  return (
    <DataTable
      title="导入预览 提示"
      columns={columns}
      rows={lines}
      rowKey={(row) => row.key}
      onOpen={onOpen}
      toolbar={
        <div className="jf-rule-chips">
          <span className="jf-soft" role="status">
            {lost === null
              ? "点一条，看它说的那一行。"
              : `“${nameOf(lost.ruleId)}”说的是${lost.sheet === "" ? "整份清单" : `整张工作表“${lost.sheet}”`}，不是某一行。`}
          </span>
          {rules.map((rule) => (
            <button
              key={rule.ruleId}
              type="button"
              className="jf-plain jf-chip"
              aria-pressed={rule.ruleId === ruleId}
              onClick={() => setRuleId(rule.ruleId === ruleId ? null : rule.ruleId)}
            >
              <SeverityTag severity={rule.severity} />
              <span title={rule.ruleId}>{nameOf(rule.ruleId)}</span>
              <span className="jf-faint jf-num">{rule.count}</span>
            </button>
          ))}
        </div>
      }
      empty={<EmptyState title="没有需要留意的地方" />}
    />
  );
}
