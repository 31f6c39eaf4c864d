import type { ApprovalOwner } from "#shared/api/approvals.ts";
import type { Approval } from "#shared/model/contract.ts";
import { useApi } from "../../app/useApi.ts";
import { Loaded } from "../../components/Page.tsx";
import { RecordSection } from "../../components/RecordSection.tsx";
import type { TableColumn } from "../../components/table/column.ts";
import { VoidDialog } from "../../components/VoidDialog.tsx";
import { ApprovalForm } from "./ApprovalForm.tsx";
import { approvalKindWords } from "./approvalDraft.ts";

const nameOf = ({ kind, documentNo, title }: Approval): string =>
  `${approvalKindWords[kind]} ${documentNo || title}`;

const columns: readonly TableColumn<Approval>[] = [
  { key: "kind", title: "类别", kind: "text", width: 76, value: (row) => approvalKindWords[row.kind] },
  { key: "documentNo", title: "文号", kind: "text", width: 110, grow: 1, value: (row) => row.documentNo },
  { key: "title", title: "标题", kind: "text", width: 140, grow: 2, value: (row) => row.title },
  { key: "approvedOn", title: "日期", kind: "date", width: 92, value: (row) => row.approvedOn },
];

/** 审批和会议纪要 of a project, a contract or a payment. */
export function ApprovalSection({ owner }: Readonly<{ owner: ApprovalOwner }>) {
  const query = useApi("approvals.list", { owner });
  return (
    <Loaded query={query}>
      {(approvals) => (
        <RecordSection
          title="审批和会议纪要"
          add="登记审批"
          columns={columns}
          rows={approvals}
          nameOf={nameOf}
          empty={<p className="jf-soft">没有登记审批或会议纪要。</p>}
          form={(approval, onClose) => <ApprovalForm owner={owner} approval={approval} onClose={onClose} />}
          voiding={(approval, onClose) => (
            <VoidDialog
              route="approvals.void"
              id={approval.id}
              name={nameOf(approval)}
              text="这份审批和它的附件不再作为依据，记录仍然保留。"
              onClose={onClose}
            />
          )}
        />
      )}
    </Loaded>
  );
}
