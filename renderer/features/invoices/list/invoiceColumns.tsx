import type { InvoiceRow } from "#shared/api/invoices.ts";
import { StatusTag, type StatusTone } from "../../../components/StatusTag.tsx";
import { invoiceTones } from "../../../components/statusTones.ts";
import type { TableColumn } from "../../../components/table/column.ts";
import { availableCents, statusText } from "./invoiceRows.ts";

type Column = TableColumn<InvoiceRow>;

/** An abnormal voucher weighs as much as a void invoice, a doubtful one is a warning. */
export const toneOf = ({ status, riskLevel }: InvoiceRow): StatusTone => {
  const tone = invoiceTones[status];
  if (tone === "block" || riskLevel === "abnormal") return "block";
  return riskLevel === "suspect" ? "warn" : tone;
};

const number: Column = {
  key: "number",
  title: "发票号码",
  kind: "text",
  width: 172,
  value: (row) => row.number,
};

const issueDate: Column = {
  key: "issueDate",
  title: "开票日期",
  kind: "date",
  width: 96,
  value: (row) => row.issueDate,
};

const seller: Column = {
  key: "seller",
  title: "销方",
  kind: "text",
  width: 140,
  grow: 2,
  value: (row) => row.sellerName,
};

const gross: Column = {
  key: "gross",
  title: "价税合计",
  kind: "amount",
  width: 112,
  sum: true,
  value: (row) => row.grossCents,
};

export const narrowColumns: readonly Column[] = [number, issueDate, seller, gross];

export const invoiceColumns: readonly Column[] = [
  number,
  issueDate,
  seller,
  { key: "goods", title: "内容", kind: "text", width: 110, grow: 1, value: (row) => row.goods },
  gross,
  {
    key: "available",
    title: "可付余额",
    kind: "amount",
    width: 108,
    sum: true,
    value: availableCents,
    hint: "价税合计加红字，减去已批和已付的付款",
  },
  {
    key: "status",
    title: "发票状态",
    kind: "text",
    width: 112,
    value: statusText,
    render: (row) => <StatusTag tone={toneOf(row)}>{statusText(row)}</StatusTag>,
  },
  {
    key: "contract",
    title: "合同",
    kind: "text",
    width: 110,
    spare: true,
    value: (row) => row.contractNo,
  },
  {
    key: "payments",
    title: "付款",
    kind: "text",
    width: 112,
    value: (row) => row.paymentNos.join("、"),
    render: (row) => (row.open ? <span className="jf-faint">未申请付款</span> : row.paymentNos.join("、")),
  },
  { key: "type", title: "票种", kind: "text", width: 150, spare: true, value: (row) => row.type },
  {
    key: "net",
    title: "不含税金额",
    kind: "amount",
    width: 112,
    sum: true,
    spare: true,
    value: (row) => row.netCents,
  },
  {
    key: "tax",
    title: "税额",
    kind: "amount",
    width: 100,
    sum: true,
    spare: true,
    value: (row) => row.taxCents,
  },
];
