import { useState } from "react";
import type { RuleView } from "#shared/api/checks.ts";
import { useApi } from "../../../app/useApi.ts";
import { instantText } from "../../../components/DateText.tsx";
import { EmptyState } from "../../../components/EmptyState.tsx";
import { Loaded } from "../../../components/Page.tsx";
import { Segments } from "../../../components/Segments.tsx";
import { SeverityTag } from "../../../components/SeverityTag.tsx";
import { SplitView } from "../../../components/SplitView.tsx";
import type { TableColumn } from "../../../components/table/column.ts";
import { DataTable } from "../../../components/table/DataTable.tsx";
import { useUrlState } from "../../../components/useUrlState.ts";
import { RulePane } from "./RulePane.tsx";
import "./rules.css";
import { filterRules, levelWords, paramSummary, type RuleFilter, ruleChoices } from "./ruleWords.ts";

const columns: readonly TableColumn<RuleView>[] = [
  { key: "id", title: "编号", kind: "text", width: 84, value: (rule) => rule.id },
  { key: "area", title: "类别", kind: "text", width: 64, value: (rule) => rule.area },
  { key: "name", title: "规则", kind: "text", width: 170, grow: 1, value: (rule) => rule.name },
  {
    key: "severity",
    title: "等级",
    kind: "text",
    width: 76,
    value: (rule) => levelWords[rule.severity],
    render: ({ severity }) =>
      severity === "off" ? <span className="jf-faint">停用</span> : <SeverityTag severity={severity} />,
  },
  {
    key: "params",
    title: "参数",
    kind: "text",
    width: 160,
    grow: 2,
    value: (rule) => (rule.waiting ? `请先填写：${paramSummary(rule.params)}` : paramSummary(rule.params)),
    render: (rule) =>
      rule.waiting ? (
        <span className="jf-param-missing">请先填写：{paramSummary(rule.params)}</span>
      ) : (
        paramSummary(rule.params)
      ),
  },
  {
    key: "changed",
    title: "改动",
    kind: "text",
    width: 150,
    spare: true,
    value: ({ changed }) => (changed === null ? "" : `${changed.by} ${instantText(changed.at)}`),
  },
];

/** 核对规则: what is checked, how gravely, and by which limits. */
export function RulesTab() {
  const rules = useApi("checks.rules", {});
  const url = useUrlState();
  const [filter, setFilter] = useState<RuleFilter>("all");
  const openId = url.get("rule");
  return (
    <Loaded query={rules}>
      {(rows) => {
        const open = rows.find((rule) => rule.id === openId);
        return (
          <SplitView
            detailSize="42%"
            list={
              <DataTable
                title="核对规则"
                columns={columns}
                rows={filterRules(rows, filter)}
                rowKey={(rule) => rule.id}
                toolbar={
                  <Segments label="类别" value={filter} options={ruleChoices(rows)} onChange={setFilter} />
                }
                openKey={openId}
                onOpen={(rule) => url.set({ rule: rule.id })}
                onClose={() => url.set({ rule: null })}
                rowTone={(rule) => (rule.severity === "off" || rule.waiting ? "muted" : undefined)}
                empty={<EmptyState title="没有规则" />}
              />
            }
            detail={
              open === undefined ? null : (
                <RulePane key={open.id} rule={open} onClose={() => url.set({ rule: null })} />
              )
            }
          />
        );
      }}
    </Loaded>
  );
}
