import { Input } from "antd";
import type { EvaluationView } from "#shared/api/performance.ts";
import { formatBp, formatYuan } from "#shared/kernel/cents.ts";
import { useOfficer, useToday } from "../../../app/status.ts";
import { useApi, useApiMutation } from "../../../app/useApi.ts";
import { SavedField } from "../../../components/autosave/SavedField.tsx";
import { useAutoSave } from "../../../components/autosave/useAutoSave.ts";
import { MoneyInput } from "../../../components/inputs/MoneyInput.tsx";
import { Loaded } from "../../../components/Page.tsx";
import "../../projects/budget/budget.css";
import { moveInGrid } from "../../projects/budget/moveInGrid.ts";
import { Place } from "../edit/Place.tsx";
import { useWantedField } from "../edit/useWantedField.ts";
import type { EntryProps } from "../entryProps.ts";
import { Figure, OpenYear } from "../monitoring/OpenYear.tsx";
import "../performance.css";
import { EvaluationRow } from "./EvaluationRow.tsx";

/** 绩效自评, filled in in place: points are worked out, and reasons asked for where some are missing. */
export function EvaluationEntry(props: EntryProps) {
  const query = useApi("performance.evaluation", { projectId: props.projectId });
  return <Loaded query={query}>{(view) => <Entry {...props} view={view} />}</Loaded>;
}

const reasonBelowBp = 9_000;

function Entry({ projectId, wanted, view }: EntryProps & Readonly<{ view: EvaluationView }>) {
  const { remarks, goal } = view.sheet;
  const save = useApiMutation("performance.saveEvaluation", { quiet: true });
  const officer = useOfficer();
  const today = useToday();
  const { row, execution, executionBp } = view;
  const room = useWantedField<HTMLDivElement>(wanted, view.indicators);
  const form = useAutoSave(
    {
      executedCents: row?.executedCents ?? null,
      executionReason: row?.executionReason ?? "",
      goalResult: row?.goalResult ?? "",
      problems: row?.problems ?? "",
      measures: row?.measures ?? "",
    },
    (fields) => save.mutateAsync({ projectId, ...fields, evaluatedOn: today, evaluatedBy: officer }),
  );
  const isLow = executionBp !== null && executionBp < reasonBelowBp;
  const area = (
    name: "goalResult" | "executionReason" | "problems" | "measures",
    label: string,
    note?: string,
  ) => (
    <Place name={name}>
      <SavedField form={form} name={name} label={label} note={note}>
        {(control, { type }) => (
          <Input.TextArea
            {...control}
            autoSize={{ minRows: 2 }}
            onChange={(event) => type(event.target.value)}
          />
        )}
      </SavedField>
    </Place>
  );
  return (
    <OpenYear room={room}>
      <div className="jf-entry-figures">
        <Figure label="全年预算数（A）" value={formatYuan(view.budgetCents)} />
        <Place name="executedCents">
          <SavedField
            form={form}
            name="executedCents"
            label="全年执行数（B）"
            note={`台账 ${formatYuan(view.ledgerCents)}`}
          >
            {(control, { choose }) => (
              <MoneyInput {...control} placeholder={formatYuan(view.ledgerCents)} onChange={choose} />
            )}
          </SavedField>
        </Place>
        <Figure label="执行率（B/A）" value={executionBp === null ? "—" : formatBp(executionBp)} />
        <Figure label={`执行率得分（满分 ${execution.weight}）`} value={execution.points ?? "—"} />
        <Figure label="分值合计" value={view.weights === "100" ? "100" : `${view.weights}（应为 100）`} />
        <Figure label="总分" value={view.total} />
        <Figure label="等级" value={view.unscored > 0 ? `还有 ${view.unscored} 项没有得分` : view.grade} />
      </div>
      <div className="jf-grid-frame">
        <table className="jf-grid" aria-label="绩效自评" onKeyDown={moveInGrid}>
          <thead>
            <tr>
              <th>三级指标</th>
              <th style={{ width: 90 }}>年度指标值</th>
              <th style={{ width: 140 }}>实际完成值</th>
              <th style={{ width: 116 }}>达成情况</th>
              <th style={{ width: 56 }}>分值</th>
              <th style={{ width: 72 }} title="按规定计算；改动的要写理由">
                得分
              </th>
              <th>偏差原因分析及改进措施</th>
            </tr>
          </thead>
          <tbody>
            {view.indicators.map((one, index) => (
              <EvaluationRow
                key={one.indicator.id}
                index={index}
                fiscalYear={view.fiscalYear}
                one={one}
                offers={view.offers[one.indicator.id] ?? []}
              />
            ))}
          </tbody>
        </table>
      </div>
      <div className="jf-fields jf-entry-remarks">
        {area("goalResult", `${goal.result}（年度总体目标）`)}
        {area("executionReason", remarks.execution, isLow ? "执行率低于 90%，请说明" : undefined)}
        {area("problems", remarks.problems)}
        {area("measures", remarks.measures)}
      </div>
    </OpenYear>
  );
}
