import type { PaymentEntry } from "#shared/payments/import/preview.ts";
import type { TableColumn } from "../../../components/table/column.ts";
import { type PreviewPart, partWords } from "./previewParts.ts";

type Column = TableColumn<PaymentEntry>;

/** What the payment is for: line, contract, instalments, invoices. */
const settles = (entry: PaymentEntry): string =>
  [entry.budgetLineName, entry.contractNo, ...entry.instalmentLabels, ...entry.invoiceNumbers]
    .filter((text) => text !== "")
    .join("　");

const result: Column = {
  key: "result",
  title: "结果",
  kind: "text",
  width: 60,
  value: (entry) => (entry.isLeftOut ? "不导入" : partWords[entry.result]),
};

const columns: readonly Column[] = [
  { key: "row", title: "行", kind: "number", width: 44, value: (entry) => entry.row },
  {
    key: "number",
    title: "编号、凭证号",
    kind: "text",
    width: 116,
    value: (entry) => entry.paymentNo || entry.voucherNo,
  },
  { key: "day", title: "日期", kind: "date", width: 90, value: (entry) => entry.day },
  { key: "payee", title: "收款方", kind: "text", width: 120, grow: 2, value: (entry) => entry.payeeName },
  {
    key: "amount",
    title: "金额",
    kind: "amount",
    width: 106,
    sum: true,
    value: (entry) => entry.amountCents,
  },
  { key: "purpose", title: "用途", kind: "text", width: 90, grow: 1, value: (entry) => entry.purpose },
  { key: "settles", title: "用于", kind: "text", width: 100, grow: 1, value: settles },
  { key: "message", title: "说明", kind: "text", width: 280, grow: 6, value: (entry) => entry.message },
];

const besidePane: ReadonlySet<string> = new Set(["row", "number", "payee", "amount", "message"]);

/** The rows of one part; among all of them each says what becomes of it. Few columns beside an open row. */
export const previewColumns = (part: PreviewPart, isAlone: boolean): readonly Column[] => [
  ...(part === "all" ? [result] : []),
  ...columns
    .filter(({ key }) => isAlone || besidePane.has(key))
    .map((column) => (isAlone || column.key !== "message" ? column : { ...column, width: 120 })),
];
