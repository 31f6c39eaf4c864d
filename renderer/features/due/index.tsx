import { useMemo } from "react";
import { Link, useNavigate } from "react-router";
import type { DueList } from "#shared/api/due.ts";
import { isIsoDate } from "#shared/kernel/dates.ts";
import { pathToSubject } from "../../app/paths.ts";
import { useScope } from "../../app/scope.ts";
import { useApi } from "../../app/useApi.ts";
import { AsOfInput } from "../../components/AsOfInput.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { Loaded, Page } from "../../components/Page.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { Segments } from "../../components/Segments.tsx";
import { DataTable } from "../../components/table/DataTable.tsx";
import { useUrlState } from "../../components/useUrlState.ts";
import { missingPapersPath } from "../workbench/todos.ts";
import { dueColumns } from "./dueColumns.tsx";
import { type DueShow, dueShows, kindsOf, shownDue, showOf, showWords } from "./dueShows.ts";

/** 待办: all that is to be paid, given back or renewed, with what to do next. The workbench shows the same list. */
export function DuePage() {
  const { scope, fiscalYear, project } = useScope();
  const url = useUrlState();
  const asked = url.get("asOf");
  const asOf = asked !== null && isIsoDate(asked) ? asked : null;
  const due = useApi("due.list", { ...scope, asOf });
  return (
    <Page>
      <PageHeader
        title="待办"
        note={`${project?.name ?? `${fiscalYear} 年度全部项目`}，金额单位：元`}
        actions={
          <>
            {due.data === undefined || due.data.missingPapers.count === 0 ? null : (
              <Link to={missingPapersPath}>{`缺原件的发票 ${due.data.missingPapers.count} 张`}</Link>
            )}
            <AsOfInput value={due.data?.asOf ?? asOf} onChange={(day) => url.set({ asOf: day })} />
          </>
        }
      />
      <Loaded query={due}>{(list) => <DueTable list={list} />}</Loaded>
    </Page>
  );
}

function DueTable({ list: { items, asOf, soonDays } }: Readonly<{ list: DueList }>) {
  const url = useUrlState();
  const navigate = useNavigate();
  const show = showOf(url.get("kind"));
  const rows = useMemo(() => shownDue(items, show), [items, show]);
  const columns = useMemo(() => dueColumns(show), [show]);
  return (
    <DataTable
      title={show === "all" ? "待办清单" : `待办清单 ${showWords[show]}`}
      exportNote={`截至 ${asOf}，即将到期指 ${soonDays} 天内；合计为${show === "advance" ? "未冲销的预付款" : "应付、应退之和，每笔只计一次"}`}
      columns={columns}
      rows={rows}
      rowKey={(item) => item.key}
      onOpen={(item) => void navigate(pathToSubject(item.subject))}
      toolbar={
        <Segments<DueShow>
          label="事项"
          value={show}
          options={dueShows.map((value) => ({
            value,
            label: `${showWords[value]} ${shownDue(items, value).length}`,
          }))}
          onChange={(value) => url.set({ kind: value === "all" ? null : kindsOf[value].join(",") })}
        />
      }
      empty={
        items.length === 0 ? (
          <EmptyState title="没有待办事项" action={<Link to="/contracts">去登记合同</Link>}>
            登记合同、排好付款期次后，该付的、该退的、要到期的都列在这里。即将到期指 {soonDays}{" "}
            天内，可在“设置 › 年度”改。
          </EmptyState>
        ) : (
          <EmptyState title={`没有“${showWords[show]}”的事项`} />
        )
      }
    />
  );
}
