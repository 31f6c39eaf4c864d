import type { AllocationView, PaymentDetail } from "#shared/api/payments.ts";
import { Section } from "../../../components/Page.tsx";
import { PaperLink } from "../../../components/PaperLink.tsx";
import type { TableColumn } from "../../../components/table/column.ts";
import { DataTable } from "../../../components/table/DataTable.tsx";
import { balanceOf, toRows } from "../allocations.ts";
import { BalanceLine } from "./BalanceLine.tsx";

const columns: readonly TableColumn<AllocationView>[] = [
  {
    key: "instalment",
    title: "付款期次",
    kind: "text",
    width: 180,
    grow: 1,
    value: (row) => row.instalmentLabel ?? "",
    render: (row) =>
      row.instalmentId === null ? (
        <span className="jf-faint">未对应期次</span>
      ) : (
        <PaperLink kind="instalment" id={row.instalmentId}>
          {row.instalmentLabel}
        </PaperLink>
      ),
  },
  {
    key: "invoice",
    title: "发票",
    kind: "text",
    width: 176,
    value: (row) => row.invoiceNumber ?? "",
    render: (row) =>
      row.invoiceId === null ? (
        <span className="jf-faint">无发票</span>
      ) : (
        <PaperLink kind="invoice" id={row.invoiceId}>
          {row.invoiceNumber}
        </PaperLink>
      ),
  },
  {
    key: "amount",
    title: "金额（元）",
    kind: "amount",
    width: 110,
    sum: true,
    value: (row) => row.amountCents,
  },
];

/** 分摊: which instalments and invoices the payment settles, and how much of it that explains. */
export function AllocationList({ detail }: Readonly<{ detail: PaymentDetail }>) {
  const { payment, allocations } = detail;
  const balance = balanceOf(
    payment.amountCents,
    toRows(allocations, () => ""),
  );
  return (
    <Section title="分摊">
      {allocations.length === 0 ? null : (
        <DataTable
          title="分摊"
          bare
          fit
          columns={columns}
          rows={allocations}
          rowKey={(row) => row.id}
          empty={null}
        />
      )}
      <BalanceLine balance={balance} />
    </Section>
  );
}
