import { Button } from "antd";
import { useMemo, useState } from "react";
import type { InstalmentView } from "#shared/api/contracts.ts";
import type { InvoiceRow } from "#shared/api/invoices.ts";
import { instalmentWords } from "#shared/words/words.ts";
import { useScope } from "../../../app/scope.ts";
import { useApi } from "../../../app/useApi.ts";
import { EmptyState } from "../../../components/EmptyState.tsx";
import { Loaded } from "../../../components/Page.tsx";
import { Segments } from "../../../components/Segments.tsx";
import { StatusTag } from "../../../components/StatusTag.tsx";
import { instalmentTones } from "../../../components/statusTones.ts";
import type { TableColumn } from "../../../components/table/column.ts";
import { DataTable } from "../../../components/table/DataTable.tsx";
import { availableCents } from "../../invoices/list/invoiceRows.ts";
import type { Source } from "./paymentForm.ts";

type Kind = "instalment" | "invoice";

type Props = Readonly<{ onPick: (source: Source) => void; onEmpty: () => void }>;

/** Where a payment starts: with a click on an instalment that is due or on an invoice that is open. */
export function SourcePick({ onPick, onEmpty }: Props) {
  const [kind, setKind] = useState<Kind>("instalment");
  const toolbar = (
    <>
      <Segments<Kind>
        label="从什么开始"
        value={kind}
        options={[
          { value: "instalment", label: "按付款期次" },
          { value: "invoice", label: "按发票" },
        ]}
        onChange={setKind}
      />
      <Button onClick={onEmpty}>直接填写</Button>
      <span className="jf-soft">选一行按 Enter 或点击：付款按它填好，并给出分摊建议。</span>
    </>
  );
  return kind === "instalment" ? (
    <Instalments toolbar={toolbar} onPick={(id) => onPick({ instalmentId: id, invoiceId: null })} />
  ) : (
    <Invoices toolbar={toolbar} onPick={(id) => onPick({ invoiceId: id, instalmentId: null })} />
  );
}

type ListProps = Readonly<{ toolbar: React.ReactNode; onPick: (id: string) => void }>;

const instalmentColumns: readonly TableColumn<InstalmentView>[] = [
  { key: "contractNo", title: "合同", kind: "text", width: 120, value: (row) => row.contractNo },
  { key: "label", title: "期次", kind: "text", width: 130, grow: 1, value: (row) => row.label },
  { key: "vendor", title: "供应商", kind: "text", width: 150, grow: 2, value: (row) => row.vendorName },
  { key: "earliest", title: "最早付款日", kind: "date", width: 104, value: (row) => row.earliestDate },
  { key: "due", title: "最迟付款日", kind: "date", width: 104, value: (row) => row.dueDate },
  { key: "payable", title: "应付", kind: "amount", width: 112, value: (row) => row.payableCents },
  {
    key: "remaining",
    title: "未付",
    kind: "amount",
    width: 112,
    sum: true,
    value: (row) => row.remainingCents,
  },
  {
    key: "status",
    title: "状态",
    kind: "text",
    width: 104,
    value: (row) => instalmentWords[row.status],
    render: (row) => <StatusTag tone={instalmentTones[row.status]}>{instalmentWords[row.status]}</StatusTag>,
  },
];

const urgency: Readonly<Record<InstalmentView["status"], number>> = {
  overdue: 0,
  due: 1,
  partlyPaid: 2,
  blocked: 3,
  dueSoon: 4,
  notDue: 5,
  paid: 6,
};

function Instalments({ toolbar, onPick }: ListProps) {
  const { scope } = useScope();
  const schedule = useApi("schedule.list", scope);
  const rows = useMemo(
    () =>
      (schedule.data ?? [])
        .filter((row) => row.remainingCents > 0)
        .toSorted((a, b) => urgency[a.status] - urgency[b.status] || (a.periodFrom < b.periodFrom ? -1 : 1)),
    [schedule.data],
  );
  return (
    <Loaded query={schedule}>
      {() => (
        <DataTable
          title="未付的期次"
          columns={instalmentColumns}
          rows={rows}
          rowKey={(row) => row.id}
          onOpen={(row) => onPick(row.id)}
          toolbar={toolbar}
          empty={<EmptyState title="没有未付的期次">可以按发票申请，或直接填写。</EmptyState>}
        />
      )}
    </Loaded>
  );
}

const invoiceColumns: readonly TableColumn<InvoiceRow>[] = [
  { key: "number", title: "发票号码", kind: "text", width: 176, value: (row) => row.number },
  { key: "issueDate", title: "开票日期", kind: "date", width: 100, value: (row) => row.issueDate },
  { key: "seller", title: "销方", kind: "text", width: 160, grow: 2, value: (row) => row.sellerName },
  { key: "goods", title: "内容", kind: "text", width: 150, grow: 2, value: (row) => row.goods },
  { key: "gross", title: "价税合计", kind: "amount", width: 112, value: (row) => row.grossCents },
  { key: "left", title: "可付余额", kind: "amount", width: 112, sum: true, value: availableCents },
  { key: "payments", title: "已在付款", kind: "text", width: 130, value: (row) => row.paymentNos.join("、") },
];

function Invoices({ toolbar, onPick }: ListProps) {
  const { fiscalYear } = useScope();
  const invoices = useApi("invoices.list", { fiscalYear });
  const rows = useMemo(
    () =>
      (invoices.data ?? [])
        .filter((row) => row.voidedAt === null && availableCents(row) > 0)
        .toSorted((a, b) => Number(b.open) - Number(a.open)),
    [invoices.data],
  );
  return (
    <Loaded query={invoices}>
      {() => (
        <DataTable
          title="可付的发票"
          columns={invoiceColumns}
          rows={rows}
          rowKey={(row) => row.id}
          onOpen={(row) => onPick(row.id)}
          toolbar={toolbar}
          empty={<EmptyState title="没有可付的发票">请先在“发票”中导入本月的发票。</EmptyState>}
        />
      )}
    </Loaded>
  );
}
