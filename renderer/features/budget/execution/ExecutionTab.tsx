import { useMemo, useState } from "react";
import { Link } from "react-router";
import type { BudgetExecution } from "#shared/api/budget.ts";
import { isIsoDate } from "#shared/kernel/dates.ts";
import { useScope } from "../../../app/scope.ts";
import { useApi } from "../../../app/useApi.ts";
import { AsOfInput } from "../../../components/AsOfInput.tsx";
import { EmptyState } from "../../../components/EmptyState.tsx";
import { Loaded } from "../../../components/Page.tsx";
import { Segments } from "../../../components/Segments.tsx";
import { SplitView } from "../../../components/SplitView.tsx";
import { DataTable } from "../../../components/table/DataTable.tsx";
import { useUrlState } from "../../../components/useUrlState.ts";
import { ExecutionSummary } from "./ExecutionSummary.tsx";
import { executionColumns } from "./executionColumns.tsx";
import { executionRows, executionTone, type QuarterView, quarterViews, viewWords } from "./executionRows.ts";
import { LinePane } from "./LinePane.tsx";

/** 预算执行: line × quarter, and the papers behind each line. */
export function ExecutionTab() {
  const { scope } = useScope();
  const url = useUrlState();
  const asked = url.get("asOf");
  const asOf = asked !== null && isIsoDate(asked) ? asked : null;
  const execution = useApi("budget.execution", { ...scope, asOf });
  const toPaper = asOf === null ? "/filings?form=execution" : `/filings?form=execution&asOf=${asOf}`;
  return (
    <>
      <div className="jf-tools">
        <AsOfInput value={execution.data?.asOf ?? asOf} onChange={(day) => url.set({ asOf: day })} />
        {execution.data === undefined ? null : <ExecutionSummary execution={execution.data} />}
        <span className="jf-spacer" />
        <Link to={toPaper} title="每项明细的原预算、调剂、分季支出和执行率，在“申报”里预览、导出">
          预算执行情况表…
        </Link>
      </div>
      <Loaded query={execution}>{(data) => <ExecutionTable execution={data} asOf={asOf} />}</Loaded>
    </>
  );
}

type TableProps = Readonly<{ execution: BudgetExecution; asOf: BudgetExecution["asOf"] | null }>;

function ExecutionTable({ execution, asOf }: TableProps) {
  const url = useUrlState();
  const [view, setView] = useState<QuarterView>("cumulative");
  const rows = useMemo(() => executionRows(execution), [execution]);
  const openId = url.get("line");
  const open = rows.find((row) => row.key === openId)?.line ?? null;
  const narrow = open !== null;
  const withProject = execution.projects.length > 1;
  const columns = useMemo(() => executionColumns({ view, withProject, narrow }), [view, withProject, narrow]);
  return (
    <SplitView
      detailSize="48%"
      list={
        <DataTable
          title="预算执行"
          exportNote={`截至 ${execution.asOf}，各季为${viewWords[view]}`}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.key}
          rowTone={executionTone}
          openKey={openId}
          onOpen={(row) => url.set({ line: row.line === null ? null : row.key })}
          onClose={() => url.set({ line: null })}
          toolbar={
            narrow ? null : (
              <Segments<QuarterView>
                label="各季显示"
                value={view}
                options={quarterViews.map((value) => ({ value, label: viewWords[value] }))}
                onChange={setView}
              />
            )
          }
          empty={
            <EmptyState title="还没有预算明细" action={<Link to="/projects">去填写项目</Link>}>
              在“项目”里填写预算明细后，这里列出每项每季还能用多少。
            </EmptyState>
          }
        />
      }
      detail={
        open === null ? null : (
          <LinePane key={open.line.id} line={open} asOf={asOf} onClose={() => url.set({ line: null })} />
        )
      }
    />
  );
}
