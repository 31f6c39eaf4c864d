import { PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import type { ApprovalOwner } from "#shared/api/approvals.ts";
import type { Approval } from "#shared/model/contract.ts";
import { useNotify } from "../../app/notify.ts";
import { useApi, useApiMutation } from "../../app/useApi.ts";
import { Loaded, Section } from "../../components/Page.tsx";
import { ReasonDialog } from "../../components/ReasonDialog.tsx";
import type { TableColumn } from "../../components/table/column.ts";
import { DataTable } from "../../components/table/DataTable.tsx";
import { ApprovalForm } from "./ApprovalForm.tsx";
import { approvalKindWords } from "./approvalDraft.ts";

type Dialog =
  | Readonly<{ kind: "edit"; approval: Approval | null }>
  | Readonly<{ kind: "void"; approval: Approval }>
  | null;

/** 审批和会议纪要 of a project, a contract or a payment. */
export function ApprovalSection({ owner }: Readonly<{ owner: ApprovalOwner }>) {
  const query = useApi("approvals.list", { owner });
  const [dialog, setDialog] = useState<Dialog>(null);
  const close = () => setDialog(null);
  return (
    <Section
      title="审批和会议纪要"
      actions={
        <Button
          size="small"
          icon={<PlusOutlined />}
          onClick={() => setDialog({ kind: "edit", approval: null })}
        >
          登记审批
        </Button>
      }
    >
      <Loaded query={query}>
        {(approvals) => (
          <DataTable
            title="审批和会议纪要"
            bare
            fit
            columns={columnsOf((approval) => setDialog({ kind: "void", approval }))}
            rows={approvals}
            rowKey={(row) => row.id}
            onOpen={(approval) => setDialog({ kind: "edit", approval })}
            empty={<p className="jf-soft">没有登记审批或会议纪要。</p>}
          />
        )}
      </Loaded>
      {dialog?.kind === "edit" ? (
        <ApprovalForm owner={owner} approval={dialog.approval} onClose={close} />
      ) : null}
      {dialog?.kind === "void" ? <VoidDialog approval={dialog.approval} onClose={close} /> : null}
    </Section>
  );
}

const columnsOf = (onVoid: (approval: Approval) => void): readonly TableColumn<Approval>[] => [
  { key: "kind", title: "类别", kind: "text", width: 76, value: (row) => approvalKindWords[row.kind] },
  { key: "documentNo", title: "文号", kind: "text", width: 110, grow: 1, value: (row) => row.documentNo },
  { key: "title", title: "标题", kind: "text", width: 140, grow: 2, value: (row) => row.title },
  { key: "approvedOn", title: "日期", kind: "date", width: 92, value: (row) => row.approvedOn },
  {
    key: "void",
    title: "",
    kind: "text",
    width: 64,
    value: () => "",
    render: (row) => (
      <Button
        size="small"
        type="text"
        onClick={(event) => {
          event.stopPropagation();
          onVoid(row);
        }}
      >
        作废
      </Button>
    ),
  },
];

function VoidDialog({ approval, onClose }: Readonly<{ approval: Approval; onClose: () => void }>) {
  const { done } = useNotify();
  const voiding = useApiMutation("approvals.void", {
    onSuccess: () => {
      done("审批记录已作废");
      onClose();
    },
  });
  return (
    <ReasonDialog
      title={`作废${approvalKindWords[approval.kind]} ${approval.documentNo}`}
      text="这份审批和它的附件不再作为依据，记录仍然保留。"
      action="作废"
      label="作废原因"
      pending={voiding.isPending}
      onConfirm={(reason) => voiding.mutate({ id: approval.id, reason })}
      onCancel={onClose}
    />
  );
}
