import type { LinkedPayment, NeedIssueView, NeedView, PersonDueView } from "#shared/api/needs.ts";
import { isDue } from "#shared/needs/personDue.ts";
import type { SizeTotal } from "#shared/needs/sizes.ts";
import { paymentWords } from "#shared/words/words.ts";
import type { TableColumn } from "../../components/table/column.ts";
import { dueWords, needKindWords } from "./needWords.ts";

type NeedColumn = TableColumn<NeedView>;

const kind: NeedColumn = {
  key: "kind",
  title: "类别",
  kind: "text",
  width: 84,
  value: (row) => needKindWords[row.kind],
};
const name: NeedColumn = {
  key: "name",
  title: "名称",
  kind: "text",
  width: 150,
  grow: 3,
  value: (row) => row.name,
};
const due: NeedColumn = {
  key: "due",
  title: "应发人数",
  kind: "number",
  width: 90,
  value: (row) => row.dueCount,
  hint: "本年到更换年限或从未发放的在职人员",
};
const left: NeedColumn = {
  key: "left",
  title: "剩余",
  kind: "number",
  width: 80,
  value: (row) => row.leftQuantity,
  hint: "计划减已发",
};

/** Beside an open need the list only serves to find the next one. */
export const narrowNeedColumns: readonly NeedColumn[] = [kind, name, left];

export const needColumns: readonly NeedColumn[] = [
  kind,
  name,
  { key: "unit", title: "单位", kind: "text", width: 60, value: (row) => row.unitName },
  {
    key: "price",
    title: "单价",
    kind: "number",
    width: 84,
    value: (row) => row.unitPrice,
  },
  {
    key: "planned",
    title: "计划数量",
    kind: "number",
    width: 90,
    value: (row) => row.plannedQuantity,
  },
  {
    key: "plannedCents",
    title: "计划金额",
    kind: "amount",
    width: 110,
    sum: true,
    value: (row) => row.plannedCents,
  },
  due,
  {
    key: "issued",
    title: "本年已发",
    kind: "number",
    width: 90,
    value: (row) => row.issuedQuantity,
  },
  left,
  {
    key: "leftCents",
    title: "剩余金额",
    kind: "amount",
    width: 110,
    sum: true,
    value: (row) => row.leftCents,
  },
  { key: "line", title: "预算明细", kind: "text", width: 130, grow: 1, value: (row) => row.budgetLineName },
];

export const peopleColumns: readonly TableColumn<PersonDueView>[] = [
  { key: "staffNo", title: "工号", kind: "text", width: 74, value: (row) => row.staff.staffNo },
  { key: "name", title: "姓名", kind: "text", width: 80, value: (row) => row.staff.name },
  { key: "size", title: "尺码", kind: "text", width: 56, value: (row) => row.staff.size },
  { key: "state", title: "本年", kind: "text", width: 68, value: (row) => dueWords[row.state] },
  {
    key: "quantity",
    title: "应发",
    kind: "number",
    width: 56,
    value: (row) => (isDue(row) ? row.quantity : null),
  },
  { key: "amount", title: "金额", kind: "amount", width: 96, sum: true, value: (row) => row.amountCents },
  { key: "reason", title: "原因", kind: "text", width: 164, grow: 1, value: (row) => row.reason },
];

export const sizeColumns: readonly TableColumn<SizeTotal>[] = [
  {
    key: "size",
    title: "尺码",
    kind: "text",
    width: 120,
    value: (row) => (row.size === "" ? "未登记" : row.size),
  },
  { key: "people", title: "人数", kind: "number", width: 90, value: (row) => row.people },
  { key: "quantity", title: "数量", kind: "number", width: 90, value: (row) => row.quantity },
];

export const issueColumns: readonly TableColumn<NeedIssueView>[] = [
  { key: "issuedOn", title: "发放日期", kind: "date", width: 104, value: (row) => row.issuedOn },
  { key: "staff", title: "领用人", kind: "text", width: 96, value: (row) => row.staffName },
  { key: "quantity", title: "数量", kind: "number", width: 76, value: (row) => row.quantity },
  { key: "amount", title: "金额", kind: "amount", width: 100, sum: true, value: (row) => row.amountCents },
  { key: "payment", title: "付款单", kind: "text", width: 120, value: (row) => row.paymentNo },
  { key: "note", title: "说明", kind: "text", width: 120, grow: 1, value: (row) => row.note },
];

export const paymentColumns: readonly TableColumn<LinkedPayment>[] = [
  { key: "no", title: "付款单号", kind: "text", width: 124, value: (row) => row.paymentNo },
  { key: "purpose", title: "用途", kind: "text", width: 150, grow: 1, value: (row) => row.purpose },
  { key: "state", title: "状态", kind: "text", width: 76, value: (row) => paymentWords[row.state] },
  { key: "day", title: "日期", kind: "date", width: 104, value: (row) => row.day },
  { key: "amount", title: "金额", kind: "amount", width: 110, sum: true, value: (row) => row.amountCents },
];
