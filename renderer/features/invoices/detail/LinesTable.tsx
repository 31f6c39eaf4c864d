import { ratePercent } from "#shared/invoices/taxRate.ts";
import type { InvoiceLine } from "#shared/model/invoice.ts";
import { Section } from "../../../components/Page.tsx";
import type { TableColumn } from "../../../components/table/column.ts";
import { DataTable } from "../../../components/table/DataTable.tsx";

type Row = InvoiceLine & Readonly<{ isDiscount: boolean }>;

const allColumns: readonly TableColumn<Row>[] = [
  {
    key: "goods",
    title: "货物或服务",
    kind: "text",
    width: 116,
    grow: 2,
    value: (row) => (row.isDiscount ? `${row.goodsName}（折扣）` : row.goodsName),
  },
  { key: "spec", title: "规格", kind: "text", width: 70, value: (row) => row.spec },
  { key: "unit", title: "单位", kind: "text", width: 46, value: (row) => row.unitName },
  { key: "quantity", title: "数量", kind: "number", width: 58, value: (row) => row.quantity },
  { key: "price", title: "单价", kind: "number", width: 88, value: (row) => shortPrice(row.unitPrice) },
  { key: "net", title: "金额", kind: "amount", width: 86, sum: true, value: (row) => row.netCents },
  {
    key: "rate",
    title: "税率",
    kind: "text",
    width: 52,
    align: "right",
    value: (row) => ratePercent(row.taxRate),
  },
  { key: "tax", title: "税额", kind: "amount", width: 78, sum: true, value: (row) => row.taxCents },
];

/** Most invoices name no specification: then there is no column for it. */
const columnsFor = (lines: readonly Row[]) =>
  lines.some(({ spec }) => spec !== "") ? allColumns : allColumns.filter(({ key }) => key !== "spec");

/** Unit prices come with up to thirteen decimals; what is shown ends after the third. */
const shortPrice = (price: string | null): string | null =>
  price === null ? null : price.replace(/(\.\d{3})\d+$/, "$1…");

/** 发票明细; an invoice from a list without lines has none. */
export function LinesTable({ lines, isRed }: Readonly<{ lines: readonly InvoiceLine[]; isRed: boolean }>) {
  // Of a red invoice every line is below zero.
  const rows = lines.map((line) => ({ ...line, isDiscount: !isRed && line.netCents < 0 }));
  return (
    <Section title="发票明细">
      {lines.length === 0 ? (
        <p className="jf-soft">没有这张发票的明细。</p>
      ) : (
        <DataTable
          title="发票明细"
          bare
          fit
          columns={columnsFor(rows)}
          rows={rows}
          rowKey={(row) => row.id}
          empty={null}
        />
      )}
    </Section>
  );
}
