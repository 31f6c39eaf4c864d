import { Button } from "antd";
import { useState } from "react";
import type { NeedDetail, NeedIssueView } from "#shared/api/needs.ts";
import { useNotify } from "../../app/notify.ts";
import { useApiMutation } from "../../app/useApi.ts";
import { ReasonDialog } from "../../components/ReasonDialog.tsx";
import { DataTable } from "../../components/table/DataTable.tsx";
import { HistoryDialog } from "./HistoryDialog.tsx";
import { IssueForm } from "./IssueForm.tsx";
import { issueColumns } from "./needColumns.ts";

/** What was handed out in all years, the latest first. */
export function IssueTab({ detail }: Readonly<{ detail: NeedDetail }>) {
  const { need, issues } = detail;
  const { done } = useNotify();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [dialog, setDialog] = useState<"paste" | "void" | null>(null);
  const [edited, setEdited] = useState<NeedIssueView | null>(null);
  const chosen = issues.filter((row) => ticked.has(row.id));
  const close = () => setDialog(null);
  const voiding = useApiMutation("needs.voidIssues", {
    onSuccess: () => {
      done(`已作废 ${chosen.length} 条发放记录`);
      setTicked(new Set());
      close();
    },
  });
  return (
    <>
      <DataTable
        title={`${need.name} 发放记录`}
        followNew
        columns={issueColumns}
        rows={issues}
        rowKey={(row) => row.id}
        onOpen={setEdited}
        ticks={{ ticked, onChange: setTicked, label: "选中发放记录" }}
        toolbar={
          chosen.length === 0 ? (
            <Button onClick={() => setDialog("paste")}>粘贴以前的发放…</Button>
          ) : (
            <Button danger onClick={() => setDialog("void")}>
              作废 {chosen.length} 条…
            </Button>
          )
        }
        empty={
          <p className="jf-soft jf-need-none">还没有发放记录。以前年度的发放请粘贴进来，更换年限才算得准。</p>
        }
      />
      {edited === null ? null : <IssueForm detail={detail} issue={edited} onClose={() => setEdited(null)} />}
      {dialog === "paste" ? <HistoryDialog detail={detail} onClose={close} /> : null}
      {dialog === "void" ? (
        <ReasonDialog
          title={`作废 ${chosen.length} 条发放记录`}
          text="作废后这些人重新按名单计算应发，记录仍然保留。"
          action="作废"
          label="作废原因"
          pending={voiding.isPending}
          onConfirm={(reason) =>
            voiding.mutate({ needId: need.id, ids: chosen.map((row) => row.id), reason })
          }
          onCancel={close}
        />
      ) : null}
    </>
  );
}
