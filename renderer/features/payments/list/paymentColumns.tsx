import type { CheckSummary } from "#shared/api/checks.ts";
import type { PaymentRow } from "#shared/api/payments.ts";
import { paymentWords } from "#shared/words/words.ts";
import { Amount } from "../../../components/Amount.tsx";
import { instantText } from "../../../components/DateText.tsx";
import { SeverityCounts } from "../../../components/SeverityTag.tsx";
import { StatusTag } from "../../../components/StatusTag.tsx";
import { paymentTones } from "../../../components/statusTones.ts";
import type { TableColumn } from "../../../components/table/column.ts";
import { unallocatedCents } from "./paymentRows.ts";

type Column = TableColumn<PaymentRow>;

const number: Column = {
  key: "paymentNo",
  title: "付款编号",
  kind: "text",
  width: 112,
  value: (row) => row.paymentNo,
};

const payee: Column = {
  key: "payee",
  title: "收款方",
  kind: "text",
  width: 112,
  grow: 2,
  value: (row) => row.payeeName,
};

const amount: Column = {
  key: "amount",
  title: "金额",
  kind: "amount",
  width: 108,
  sum: true,
  value: (row) => row.amountCents,
};

const stateText = (row: PaymentRow): string => (row.voidedAt === null ? paymentWords[row.state] : "作废");

const state: Column = {
  key: "state",
  title: "状态",
  kind: "text",
  width: 78,
  value: stateText,
  render: (row) => (
    <StatusTag tone={row.voidedAt === null ? paymentTones[row.state] : "muted"}>{stateText(row)}</StatusTag>
  ),
};

/** The findings open on each payment by its id; `undefined` as long as they are being counted. */
export type FindingsOf = ReadonlyMap<string, CheckSummary> | undefined;

const findings = (of: FindingsOf): Column => ({
  key: "findings",
  title: "核对",
  kind: "number",
  width: 122,
  align: "left",
  // Sorted by what is gravest.
  value: ({ id }) => {
    const { block, warn, hint } = of?.get(id) ?? { block: 0, warn: 0, hint: 0 };
    return block * 1_000_000 + warn * 1_000 + hint || null;
  },
  render: ({ id, voidedAt }) => {
    const counts = of?.get(id);
    if (counts !== undefined) return <SeverityCounts counts={counts} />;
    return of === undefined && voidedAt === null ? <span className="jf-faint">核对中</span> : "";
  },
  hint: "还没有处理的问题：阻断、警告、提示",
});

/** Of void ones the reason is what matters. */
export const voidedColumns: readonly Column[] = [
  number,
  payee,
  amount,
  { key: "purpose", title: "用途", kind: "text", width: 120, grow: 1, value: (row) => row.purpose },
  {
    key: "voidedAt",
    title: "作废时间",
    kind: "date",
    width: 132,
    value: (row) => (row.voidedAt === null ? null : instantText(row.voidedAt)),
  },
  { key: "voidReason", title: "作废原因", kind: "text", width: 160, grow: 2, value: (row) => row.voidReason },
];

export const narrowColumns: readonly Column[] = [number, payee, amount, state];

/** Instalments name their contract; one column for all of them keeps the list within the window. */
const settles = ({ contractNo, instalmentLabels, invoiceNumbers }: PaymentRow): string =>
  [...(instalmentLabels.length === 0 ? [contractNo ?? ""] : instalmentLabels), ...invoiceNumbers]
    .filter((text) => text !== "")
    .join("　");

export const paymentColumns = (findingsOf: FindingsOf): readonly Column[] => [
  number,
  { key: "requestedOn", title: "申请日期", kind: "date", width: 94, value: (row) => row.requestedOn },
  payee,
  { key: "purpose", title: "用途", kind: "text", width: 120, grow: 2, value: (row) => row.purpose },
  {
    key: "settles",
    title: "合同、期次、发票",
    kind: "text",
    width: 128,
    grow: 1,
    value: settles,
  },
  amount,
  {
    key: "unallocated",
    title: "未分摊",
    kind: "amount",
    width: 92,
    value: (row) => unallocatedCents(row) || null,
    render: (row) => {
      const open = unallocatedCents(row);
      return open === 0 ? "" : <Amount value={open} />;
    },
    hint: "付款金额减去分摊到期次和发票的金额",
  },
  findings(findingsOf),
  state,
  { key: "paidOn", title: "付款日期", kind: "date", width: 94, spare: true, value: (row) => row.paidOn },
];
