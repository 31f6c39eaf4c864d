import { Select } from "antd";
import type { MonitoringView } from "#shared/api/performance.ts";
import { formatBp, formatYuan } from "#shared/kernel/cents.ts";
import { useOfficer, useToday } from "../../../app/status.ts";
import { useApi, useApiMutation } from "../../../app/useApi.ts";
import { SavedField } from "../../../components/autosave/SavedField.tsx";
import { useAutoSave } from "../../../components/autosave/useAutoSave.ts";
import { MoneyInput } from "../../../components/inputs/MoneyInput.tsx";
import { Loaded } from "../../../components/Page.tsx";
import { useUrlState } from "../../../components/useUrlState.ts";
import { Place } from "../edit/Place.tsx";
import { useWantedField } from "../edit/useWantedField.ts";
import type { EntryProps } from "../entryProps.ts";
import { EntryTable } from "../performance/EntryTable.tsx";
import { Figure } from "../performance/Figure.tsx";
import { RemarkField } from "../performance/RemarkField.tsx";
import "../performance/performance.css";
import { MonitoringRow } from "./MonitoringRow.tsx";

/** 绩效运行监控, filled in in place: what came of every indicator up to a month, and whether the year's target will be met. */
export function MonitoringEntry(props: EntryProps) {
  const url = useUrlState();
  const month = Number(url.get("month") ?? "") || null;
  const query = useApi("performance.monitoring", { projectId: props.projectId, month });
  return (
    <div className="jf-entry">
      {/* Above what belongs to one period, so that choosing another leaves the keys here. */}
      <div className="jf-entry-period">
        <span className="jf-soft">监控期间</span>
        <Select
          aria-label="监控期间"
          value={query.data?.month ?? month}
          options={months}
          onChange={(next) => url.set({ month: String(next) })}
        />
      </div>
      <Loaded query={query}>{(view) => <Entry key={view.cutoff} {...props} view={view} />}</Loaded>
    </div>
  );
}

const months = Array.from({ length: 11 }, (_, index) => ({ value: index + 1, label: `1—${index + 1} 月` }));

function Entry({ projectId, view, ...arrival }: EntryProps & Readonly<{ view: MonitoringView }>) {
  const save = useApiMutation("performance.saveMonitoring", { quiet: true });
  const officer = useOfficer();
  const today = useToday();
  const { row, cutoff, sheet } = view;
  const room = useWantedField<HTMLDivElement>(arrival, view.indicators);
  const form = useAutoSave(
    {
      expectedCents: row?.expectedCents ?? null,
      problems: row?.problems ?? "",
      measures: row?.measures ?? "",
    },
    (fields) =>
      save.mutateAsync({ projectId, periodTo: cutoff, ...fields, monitoredOn: today, monitoredBy: officer }),
  );
  return (
    <div ref={room}>
      <div className="jf-entry-figures">
        <Figure label="年初预算数" value={formatYuan(view.budgetCents)} />
        <Figure label={`1—${view.month} 月执行数（台账）`} value={formatYuan(view.executedCents)} />
        <Figure label="执行率" value={view.executionBp === null ? "—" : formatBp(view.executionBp)} />
        <Place name="expectedCents">
          <SavedField form={form} name="expectedCents" label="全年预计执行数" note="元">
            {(control, { choose }) => <MoneyInput {...control} onChange={choose} />}
          </SavedField>
        </Place>
      </div>
      <EntryTable
        label="绩效运行监控"
        columns={[
          { heading: `1—${view.month} 月执行情况`, width: 140 },
          { heading: "全年预计", width: 84 },
          { heading: "可能性", width: 100 },
          { heading: "偏差原因类别", width: 108 },
        ]}
        reason="原因说明"
        isEmpty={view.indicators.length === 0}
      >
        {view.indicators.map((one, index) => (
          <MonitoringRow
            key={one.indicator.id}
            index={index}
            one={one}
            cutoff={cutoff}
            offers={view.offers[one.indicator.id] ?? []}
            template={sheet}
          />
        ))}
      </EntryTable>
      <div className="jf-fields jf-entry-remarks">
        <RemarkField form={form} name="problems" label={sheet.remarks.problems} />
        <RemarkField form={form} name="measures" label={sheet.remarks.measures} />
      </div>
    </div>
  );
}
