import { buildList, type ListColumn } from "../../forms/builders/list.ts";
import type { Form, FormValue } from "../../forms/form.ts";
import { empty, text } from "../../forms/values.ts";
import { payMethodWords } from "../../words/words.ts";
import { fieldWords, type PaymentField, paymentFields } from "./columns.ts";

type Column = Readonly<{ width: number; kind: ListColumn["kind"]; note: string; example: string }>;

const methods = Object.values(payMethodWords).join("、");

/** The columns of the template: how wide, and what to write there. */
const columns: Readonly<Record<PaymentField, Column>> = {
  paymentNo: {
    ...{ width: 15, kind: "text", example: "FK-2022-0101" },
    note: "本单位的付款单号。再次导入时按它认出同一笔；没有的可以不填，由程序编号。",
  },
  voucherNo: {
    width: 14,
    kind: "text",
    note: "记账凭证号。没有付款编号时，用它认出同一笔。",
    example: "记-0012",
  },
  day: {
    width: 12,
    kind: "date",
    note: "必填。付款的日期；导入为草稿的，是申请日期。",
    example: "2022-03-15",
  },
  payeeName: { width: 26, kind: "text", note: "必填。收款方的全称。", example: "上海某某保洁有限公司" },
  amount: { width: 14, kind: "amount", note: "必填，元。退款写负数。", example: "60000.00" },
  capitalText: { width: 24, kind: "text", note: "审批单上写的大写金额，会与金额核对。", example: "陆万元整" },
  purpose: { width: 26, kind: "text", note: "付款用途。", example: "第一季度保洁服务费" },
  contractNo: { width: 16, kind: "text", note: "账本里合同的编号。", example: "HT-2022-001" },
  invoices: {
    ...{ width: 24, kind: "text", example: "22312000000000000001" },
    note: "账本里已有的发票；几张发票用顿号隔开，按顺序用到各张的余额为止。",
  },
  budgetLine: { width: 18, kind: "text", note: "预算明细的名称。有合同的可以不填。", example: "综合整治" },
  project: {
    ...{ width: 18, kind: "text", example: "社区综合治理" },
    note: "项目的名称或编码。合同、预算项已经说明的可以不填。",
  },
  period: {
    ...{ width: 16, kind: "text", example: "2022年第1季度" },
    note: "付的是哪一段：2022年第1季度、2022年1-3月、2022-01-01至2022-03-31。有合同的据此对应付款期次。",
  },
  method: { width: 12, kind: "text", note: `${methods}。不填按财政直接支付。`, example: "转账" },
  payeeTaxId: { width: 22, kind: "text", note: "收款方统一社会信用代码。", example: "" },
  payeeAccountNo: { width: 22, kind: "text", note: "收款账号。", example: "" },
  advance: { width: 8, kind: "centred", note: "是预付款的写“是”。", example: "" },
  refundOf: { width: 15, kind: "text", note: "退款必填：退的是哪一笔付款。", example: "" },
  handledBy: { width: 9, kind: "centred", note: "经办人。", example: "王经办" },
  reviewedBy: { width: 9, kind: "centred", note: "审核人。导入为草稿的不读这一列。", example: "" },
  approvedBy: { width: 9, kind: "centred", note: "审批人。导入为草稿的不读这一列。", example: "" },
  note: { width: 20, kind: "text", note: "备注。", example: "" },
};

/** Rows that are ready to be written in: text stays text there, so that Excel leaves long numbers alone. */
const readyRows = 200;

const blankText: FormValue = { kind: "text", text: "" };

/** The workbook to fill in: the list itself, and what each column means. */
export function templateForms(): readonly Form[] {
  const list = paymentFields.map((field) => ({ ...columns[field], title: fieldWords[field] }));
  const blank = list.map(({ kind }) => (kind === "text" || kind === "centred" ? blankText : empty));
  return [
    buildList({
      title: "付款登记表",
      note: "从下一行起每行填一笔付款；各列怎样填见“填写说明”。",
      columns: list.map(({ title, width, kind }) => ({ title, width, kind })),
      rows: Array.from({ length: readyRows }, () => blank),
    }),
    buildList({
      title: "填写说明",
      columns: [
        { title: "列", width: 16, kind: "text" },
        { title: "怎样填", width: 60, kind: "text" },
        { title: "例", width: 26, kind: "text" },
      ],
      rows: list.map(({ title, note, example }) => [text(title), text(note), text(example)]),
    }),
  ];
}
