import type { InstalmentView } from "#shared/api/contracts.ts";
import { instalmentWords } from "#shared/words/words.ts";
import { StatusTag } from "../../components/StatusTag.tsx";
import { instalmentTones } from "../../components/statusTones.ts";
import type { TableColumn } from "../../components/table/column.ts";

export const instalmentColumns: readonly TableColumn<InstalmentView>[] = [
  { key: "dueDate", title: "应付日", kind: "date", width: 94, value: (row) => row.dueDate },
  {
    key: "status",
    title: "状态",
    kind: "text",
    width: 94,
    value: (row) => instalmentWords[row.status],
    render: ({ status }) => <StatusTag tone={instalmentTones[status]}>{instalmentWords[status]}</StatusTag>,
  },
  { key: "contractName", title: "合同", kind: "text", width: 150, grow: 2, value: (row) => row.contractName },
  { key: "label", title: "期次", kind: "text", width: 114, value: (row) => row.label },
  { key: "vendor", title: "供应商", kind: "text", width: 120, grow: 2, value: (row) => row.vendorName },
  {
    key: "payable",
    title: "应付金额",
    kind: "amount",
    width: 106,
    sum: true,
    value: (row) => row.payableCents,
    hint: "扣除考核扣款之后",
  },
  {
    key: "invoiced",
    title: "已收票",
    kind: "amount",
    width: 106,
    sum: true,
    value: (row) => row.invoicedCents,
  },
  { key: "paid", title: "已付", kind: "amount", width: 106, sum: true, value: (row) => row.paidCents },
  {
    key: "remaining",
    title: "未付",
    kind: "amount",
    width: 106,
    sum: true,
    value: (row) => row.remainingCents,
  },
  {
    key: "contractNo",
    title: "合同编号",
    kind: "text",
    width: 110,
    spare: true,
    value: (row) => row.contractNo,
  },
  {
    key: "budgetLine",
    title: "预算明细",
    kind: "text",
    width: 120,
    spare: true,
    grow: 1,
    value: (row) => row.budgetLineName,
  },
  {
    key: "earliest",
    title: "最早付款日",
    kind: "date",
    width: 96,
    spare: true,
    value: (row) => row.earliestDate,
  },
];
