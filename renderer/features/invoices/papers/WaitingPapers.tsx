import { type ReactNode, useState } from "react";
import type { WaitingPaper } from "#shared/api/papers.ts";
import type { Id } from "#shared/kernel/id.ts";
import { useNotify } from "../../../app/notify.ts";
import { useReportError } from "../../../app/reportError.ts";
import { useApiMutation } from "../../../app/useApi.ts";
import { EmptyState } from "../../../components/EmptyState.tsx";
import { RowButton } from "../../../components/RowButton.tsx";
import type { TableColumn } from "../../../components/table/column.ts";
import { DataTable } from "../../../components/table/DataTable.tsx";
import { VoidDialog } from "../../../components/VoidDialog.tsx";
import { sizeText } from "../../attachments/attachmentWords.ts";
import { openPaper } from "../../attachments/openPaper.ts";
import { OwnerDialog } from "./OwnerDialog.tsx";

type Column = TableColumn<WaitingPaper>;
type Props = Readonly<{ rows: readonly WaitingPaper[]; toolbar: ReactNode }>;

const facts: readonly Column[] = [
  { key: "number", title: "票面号码", kind: "text", width: 172, value: (row) => row.number },
  { key: "fileName", title: "文件", kind: "text", width: 220, grow: 2, value: (row) => row.fileName },
  {
    key: "size",
    title: "大小",
    kind: "text",
    width: 80,
    align: "right",
    value: (row) => sizeText(row.sizeBytes),
  },
  { key: "addedAt", title: "收下日期", kind: "date", width: 100, value: (row) => row.addedAt.slice(0, 10) },
  { key: "addedBy", title: "经办", kind: "text", width: 84, value: (row) => row.addedBy },
];

/** Papers that were kept before their invoice came: opened, given an invoice by hand, or discarded. */
export function WaitingPapers({ rows, toolbar }: Props) {
  const [assigning, setAssigning] = useState<WaitingPaper | null>(null);
  const [voiding, setVoiding] = useState<WaitingPaper | null>(null);
  const report = useReportError();
  const buttons: Column = {
    key: "do",
    title: "",
    kind: "text",
    width: 140,
    value: () => "",
    render: (row) => (
      <>
        <RowButton word="指定发票" of={row.fileName} onClick={() => setAssigning(row)} />
        <RowButton word="作废" of={row.fileName} onClick={() => setVoiding(row)} />
      </>
    ),
  };
  return (
    <>
      <DataTable
        title="等发票的原件"
        columns={[...facts, buttons]}
        rows={rows}
        rowKey={(row) => row.id}
        onOpen={(row) => void openPaper(row).catch(report)}
        toolbar={toolbar}
        empty={
          <EmptyState title="没有等发票的原件">
            票面号码在账本里还没有的原件会列在这里，等发票导入或手工登记后自动对应。
          </EmptyState>
        }
      />
      {assigning === null ? null : <AssignDialog paper={assigning} onClose={() => setAssigning(null)} />}
      {voiding === null ? null : (
        <VoidDialog
          route="papers.discard"
          id={voiding.id}
          name={`原件“${voiding.fileName}”`}
          text="它不再等发票；内容仍留在账本里，变更记录可查。"
          onClose={() => setVoiding(null)}
        />
      )}
    </>
  );
}

/** A paper that is kept and waits for an invoice which the ledger has under another number. */
function AssignDialog({ paper, onClose }: Readonly<{ paper: WaitingPaper; onClose: () => void }>) {
  const { done } = useNotify();
  const assign = useApiMutation("papers.assign");
  const keep = async (number: string, invoiceId: Id) => {
    await assign.mutateAsync({ attachmentId: paper.id, invoiceId });
    done(`“${paper.fileName}”已存为发票${number}的原件`);
    onClose();
  };
  return (
    <OwnerDialog
      fileName={paper.fileName}
      why={`票面上读到的号码是 ${paper.number}，账本里没有这张发票。`}
      mayWait={false}
      pending={assign.isPending}
      onSubmit={({ number, invoiceId }) => {
        // What went wrong has been said; the dialog stays.
        if (invoiceId !== null) keep(number, invoiceId).catch(() => undefined);
      }}
      onClose={onClose}
    />
  );
}
