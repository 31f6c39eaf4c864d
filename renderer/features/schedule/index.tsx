import { useMemo } from "react";
import { useNavigate } from "react-router";
import type { InstalmentView } from "#shared/api/contracts.ts";
import { pathTo } from "../../app/paths.ts";
import { useScope } from "../../app/scope.ts";
import { useApi } from "../../app/useApi.ts";
import { EmptyState } from "../../components/EmptyState.tsx";
import { Loaded, Page } from "../../components/Page.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { Segments } from "../../components/Segments.tsx";
import { DataTable } from "../../components/table/DataTable.tsx";
import { useUrlState } from "../../components/useUrlState.ts";
import { instalmentColumns } from "./instalmentColumns.tsx";
import { type Show, showCounts, shownInstalments, shows, showWords } from "./instalmentShows.ts";

/** 付款期次 of all contracts in one list: what is due, when, and what is still open. */
export function SchedulePage() {
  const { scope, fiscalYear, project } = useScope();
  const instalments = useApi("schedule.list", scope);
  return (
    <Page>
      <PageHeader title="付款期次" note={`${project?.name ?? `${fiscalYear} 年度全部项目`}，金额单位：元`} />
      <Loaded query={instalments}>{(rows) => <InstalmentTable rows={rows} year={fiscalYear} />}</Loaded>
    </Page>
  );
}

function InstalmentTable({ rows, year }: Readonly<{ rows: readonly InstalmentView[]; year: number }>) {
  const url = useUrlState();
  const navigate = useNavigate();
  const show: Show = shows.find((candidate) => candidate === url.get("show")) ?? "all";
  const shown = useMemo(() => shownInstalments(rows, show), [rows, show]);
  const counts = useMemo(() => showCounts(rows), [rows]);
  const choose = (
    <Segments<Show>
      label="显示"
      value={show}
      options={shows.map((value) => ({
        value,
        label: `${showWords[value]} ${counts[value]}`,
      }))}
      onChange={(value) => url.set({ show: value === "all" ? null : value })}
    />
  );
  return (
    <DataTable
      title={`付款期次 ${year}`}
      columns={instalmentColumns}
      rows={shown}
      rowKey={(row) => row.id}
      initialSort={{ key: "dueDate", descending: false }}
      onOpen={(row) => void navigate(pathTo("instalment", row.id))}
      toolbar={choose}
      empty={
        rows.length === 0 ? (
          <EmptyState title="还没有付款期次">登记合同后，付款计划会自动排出来。</EmptyState>
        ) : (
          <EmptyState title={`没有${showWords[show]}的期次`} />
        )
      }
    />
  );
}
