import type { InvoiceLine } from "#shared/model/invoice.ts";
import { Section } from "../../../components/Page.tsx";
import type { TableColumn } from "../../../components/table/column.ts";
import { DataTable } from "../../../components/table/DataTable.tsx";

const columns: readonly TableColumn<InvoiceLine>[] = [
  { key: "goods", title: "货物或服务", kind: "text", width: 150, grow: 2, value: (row) => row.goodsName },
  { key: "spec", title: "规格", kind: "text", width: 70, value: (row) => row.spec },
  { key: "unit", title: "单位", kind: "text", width: 52, value: (row) => row.unitName },
  { key: "quantity", title: "数量", kind: "number", width: 64, value: (row) => row.quantity },
  { key: "price", title: "单价", kind: "number", width: 84, value: (row) => shortPrice(row.unitPrice) },
  { key: "net", title: "金额", kind: "amount", width: 92, sum: true, value: (row) => row.netCents },
  { key: "rate", title: "税率", kind: "text", width: 56, align: "right", value: (row) => row.taxRate },
  { key: "tax", title: "税额", kind: "amount", width: 84, sum: true, value: (row) => row.taxCents },
];

/** Unit prices come with up to thirteen decimals; what is shown ends after the sixth. */
const shortPrice = (price: string | null): string | null =>
  price === null ? null : price.replace(/(\.\d{6})\d+$/, "$1…");

/** 发票明细; an invoice from a list without lines has none. */
export function LinesTable({ lines }: Readonly<{ lines: readonly InvoiceLine[] }>) {
  return (
    <Section title="发票明细">
      {lines.length === 0 ? (
        <p className="jf-soft">导入的表中没有这张发票的明细。</p>
      ) : (
        <DataTable
          title="发票明细"
          bare
          fit
          columns={columns}
          rows={lines}
          rowKey={(row) => row.id}
          empty={null}
        />
      )}
    </Section>
  );
}
