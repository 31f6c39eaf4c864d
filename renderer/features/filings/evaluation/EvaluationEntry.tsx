import type { EvaluationView } from "#shared/api/performance.ts";
import { formatBp, formatYuan } from "#shared/kernel/cents.ts";
import { useOfficer, useToday } from "../../../app/status.ts";
import { useApi, useApiMutation } from "../../../app/useApi.ts";
import { SavedField } from "../../../components/autosave/SavedField.tsx";
import { useAutoSave } from "../../../components/autosave/useAutoSave.ts";
import { MoneyInput } from "../../../components/inputs/MoneyInput.tsx";
import { Loaded } from "../../../components/Page.tsx";
import { Place } from "../edit/Place.tsx";
import { useWantedField } from "../edit/useWantedField.ts";
import type { EntryProps } from "../entryProps.ts";
import { EntryTable } from "../performance/EntryTable.tsx";
import { Figure } from "../performance/Figure.tsx";
import { RemarkField } from "../performance/RemarkField.tsx";
import "../performance/performance.css";
import { EvaluationRow } from "./EvaluationRow.tsx";

/**
 * 绩效自评, filled in in place: points are worked out, and reasons asked for where some are missing. What came of a year is
 * written down when the year is closed too.
 */
export function EvaluationEntry(props: EntryProps) {
  const query = useApi("performance.evaluation", { projectId: props.projectId });
  return <Loaded query={query}>{(view) => <Entry {...props} view={view} />}</Loaded>;
}

function Entry({ projectId, view, ...arrival }: EntryProps & Readonly<{ view: EvaluationView }>) {
  const { remarks, goal } = view.sheet;
  const save = useApiMutation("performance.saveEvaluation", { quiet: true });
  const officer = useOfficer();
  const today = useToday();
  const { row, execution, executionBp, reasonBelowBp } = view;
  const room = useWantedField<HTMLDivElement>(arrival, view.indicators);
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
  return (
    <div className="jf-entry" ref={room}>
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
        <Figure label="等级" value={gradeText(view)} />
      </div>
      <EntryTable
        label="绩效自评"
        columns={[
          { heading: "实际完成值", width: 140 },
          { heading: "达成情况", width: 116 },
          { heading: "分值", width: 56 },
          { heading: "得分", width: 72, title: "按规定计算；改动的要写理由" },
        ]}
        reason="偏差原因分析及改进措施"
        isEmpty={view.indicators.length === 0}
      >
        {view.indicators.map((one, index) => (
          <EvaluationRow
            key={one.indicator.id}
            index={index}
            fiscalYear={view.fiscalYear}
            one={one}
            offers={view.offers[one.indicator.id] ?? []}
          />
        ))}
      </EntryTable>
      <div className="jf-fields jf-entry-remarks">
        <RemarkField form={form} name="goalResult" label={`${goal.result}（年度总体目标）`} />
        <RemarkField
          form={form}
          name="executionReason"
          label={remarks.execution}
          note={isLow ? `执行率低于 ${formatBp(reasonBelowBp)}，请说明` : undefined}
        />
        <RemarkField form={form} name="problems" label={remarks.problems} />
        <RemarkField form={form} name="measures" label={remarks.measures} />
      </div>
    </div>
  );
}

/** A project without indicators is not worth a grade. */
const gradeText = ({ indicators, unscored, grade }: EvaluationView): string => {
  if (indicators.length === 0) return "—";
  return unscored > 0 ? `还有 ${unscored} 项没有得分` : grade;
};
