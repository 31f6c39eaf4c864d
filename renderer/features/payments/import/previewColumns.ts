import type { PaymentEntry } from "#shared/payments/import/preview.ts";
import type { TableColumn } from "../../../components/table/column.ts";
import { type PreviewPart, partWords } from "./previewParts.ts";

type Column = TableColumn<PaymentEntry>;

const result: Column = {
  key: "result",
  title: "结果",
  kind: "text",
  width: 60,
  value: (entry) => (entry.isLeftOut ? "不导入" : partWords[entry.result]),
};

const columns: readonly Column[] = [
  { key: "row", title: "行", kind: "number", width: 46, value: (entry) => entry.row },
  {
    key: "number",
    title: "付款编号／凭证号",
    kind: "text",
    width: 118,
    value: (entry) => entry.paymentNo || entry.voucherNo,
  },
  { key: "day", title: "日期", kind: "date", width: 92, value: (entry) => entry.day },
  { key: "payee", title: "收款方", kind: "text", width: 130, grow: 2, value: (entry) => entry.payeeName },
  {
    key: "amount",
    title: "金额",
    kind: "amount",
    width: 106,
    sum: true,
    value: (entry) => entry.amountCents,
  },
  { key: "purpose", title: "用途", kind: "text", width: 110, grow: 1, value: (entry) => entry.purpose },
  {
    key: "settles",
    title: "合同、期次、发票",
    kind: "text",
    width: 130,
    grow: 1,
    value: (entry) =>
      [entry.contractNo, ...entry.instalmentLabels, ...entry.invoiceNumbers]
        .filter((text) => text !== "")
        .join("　"),
  },
  { key: "line", title: "预算项", kind: "text", width: 90, value: (entry) => entry.budgetLineName },
  { key: "message", title: "说明", kind: "text", width: 180, grow: 4, value: (entry) => entry.message },
];

/** The rows of one part; among all of them each says what becomes of it. */
export const previewColumns = (part: PreviewPart): readonly Column[] =>
  part === "all" ? [result, ...columns] : columns;
