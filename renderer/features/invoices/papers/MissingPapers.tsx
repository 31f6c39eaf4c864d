import type { ReactNode } from "react";
import { useNavigate } from "react-router";
import type { MissingPaper } from "#shared/api/papers.ts";
import { invoiceWords } from "#shared/words/words.ts";
import { pathTo } from "../../../app/paths.ts";
import { EmptyState } from "../../../components/EmptyState.tsx";
import { StatusTag } from "../../../components/StatusTag.tsx";
import { invoiceTones } from "../../../components/statusTones.ts";
import type { TableColumn } from "../../../components/table/column.ts";
import { DataTable } from "../../../components/table/DataTable.tsx";

const columns: readonly TableColumn<MissingPaper>[] = [
  { key: "number", title: "发票号码", kind: "text", width: 172, value: (row) => row.number },
  { key: "issueDate", title: "开票日期", kind: "date", width: 96, value: (row) => row.issueDate },
  { key: "seller", title: "销方", kind: "text", width: 180, grow: 2, value: (row) => row.sellerName },
  { key: "type", title: "票种", kind: "text", width: 150, grow: 1, spare: true, value: (row) => row.type },
  { key: "gross", title: "价税合计", kind: "amount", width: 112, sum: true, value: (row) => row.grossCents },
  {
    key: "status",
    title: "状态",
    kind: "text",
    width: 104,
    value: (row) => invoiceWords[row.status],
    render: (row) => <StatusTag tone={invoiceTones[row.status]}>{invoiceWords[row.status]}</StatusTag>,
  },
  {
    key: "payments",
    title: "付款单",
    kind: "text",
    width: 130,
    grow: 1,
    value: (row) => row.paymentNos.join("、"),
  },
];

type Props = Readonly<{ rows: readonly MissingPaper[]; title: string; toolbar: ReactNode }>;

/** Invoices without a paper, those on payments first: an audit asks for these. */
export function MissingPapers({ rows, title, toolbar }: Props) {
  const navigate = useNavigate();
  return (
    <DataTable
      title={title}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      onOpen={(row) => void navigate(pathTo("invoice", row.id))}
      toolbar={toolbar}
      empty={<EmptyState title="每张发票都有原件" />}
    />
  );
}
