import { Button } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import type { NeedDetail } from "#shared/api/needs.ts";
import { isDue } from "#shared/needs/personDue.ts";
import { EmptyState } from "../../components/EmptyState.tsx";
import { DataTable } from "../../components/table/DataTable.tsx";
import { IssueDialog } from "./IssueDialog.tsx";
import { peopleColumns } from "./needColumns.ts";

/** Everybody on the list of the year: who is due and why, who is not and why not. */
export function PeopleTab({ detail }: Readonly<{ detail: NeedDetail }>) {
  const { need, people } = detail;
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [issuing, setIssuing] = useState(false);
  const chosen = people.filter((row) => ticked.has(row.staff.id) && isDue(row));
  return (
    <>
      <DataTable
        title={`${need.name} 应发名单 ${need.fiscalYear}`}
        columns={peopleColumns}
        rows={people}
        rowKey={(row) => row.staff.id}
        rowTone={(row) => (isDue(row) ? undefined : "muted")}
        ticks={{ ticked, onChange: setTicked, allowed: isDue, label: "选中人员" }}
        toolbar={
          chosen.length === 0 ? null : (
            <Button onClick={() => setIssuing(true)}>发给选中的 {chosen.length} 人…</Button>
          )
        }
        empty={
          <EmptyState title="人员名册还是空的">
            请先在<Link to="/needs?view=staff">人员名册</Link>中登记或粘贴人员。
          </EmptyState>
        }
      />
      {issuing ? (
        <IssueDialog
          detail={detail}
          people={chosen}
          onClose={() => {
            setIssuing(false);
            setTicked(new Set());
          }}
        />
      ) : null}
    </>
  );
}
