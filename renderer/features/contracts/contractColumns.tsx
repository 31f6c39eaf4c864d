import type { ContractView } from "#shared/api/contracts.ts";
import { contractKindWords, contractStateWords } from "#shared/words/words.ts";
import { StatusTag } from "../../components/StatusTag.tsx";
import { contractTones } from "../../components/statusTones.ts";
import type { TableColumn } from "../../components/table/column.ts";

type Column = TableColumn<ContractView>;

const number: Column = {
  key: "contractNo",
  title: "合同编号",
  kind: "text",
  width: 112,
  value: (row) => row.contractNo,
};

const name: Column = {
  key: "name",
  title: "合同名称",
  kind: "text",
  width: 140,
  grow: 3,
  value: (row) => row.name,
};

const unpaid: Column = {
  key: "unpaid",
  title: "未付",
  kind: "amount",
  width: 100,
  sum: true,
  value: (row) => row.unpaidCents,
  hint: "付款计划各期还没有付的，已减考核扣款；没有付款计划的（据实支付、框架合同）为空",
};

const overdue: Column = {
  key: "overdue",
  title: "逾期",
  kind: "number",
  width: 60,
  value: (row) => row.overdueCount,
  render: (row) =>
    row.overdueCount === 0 ? "" : <span className="jf-status-block">{row.overdueCount} 期</span>,
  hint: "已过最迟付款日而没有付清的期次",
};

/** Beside an open contract the list only serves to find the next one. */
export const narrowColumns: readonly Column[] = [number, name, unpaid, overdue];

export const contractColumns: readonly Column[] = [
  number,
  name,
  {
    key: "vendor",
    title: "供应商",
    kind: "text",
    width: 110,
    grow: 2,
    value: (row) => row.vendorName,
  },
  {
    key: "kind",
    title: "支付方式",
    kind: "text",
    width: 92,
    spare: true,
    value: (row) => contractKindWords[row.kind],
  },
  {
    key: "total",
    title: "合同金额",
    kind: "amount",
    width: 108,
    sum: true,
    value: (row) => row.totalCents,
    hint: "含补充协议；没有总价的合同为空",
  },
  {
    key: "invoiced",
    title: "已开票",
    kind: "amount",
    width: 104,
    sum: true,
    value: (row) => row.invoicedCents,
  },
  {
    key: "paid",
    title: "已付",
    kind: "amount",
    width: 104,
    sum: true,
    value: (row) => row.paidCents,
  },
  unpaid,
  overdue,
  {
    key: "state",
    title: "状态",
    kind: "text",
    width: 78,
    value: (row) => contractStateWords[row.stateNow],
    render: (row) => (
      <StatusTag tone={contractTones[row.stateNow]}>{contractStateWords[row.stateNow]}</StatusTag>
    ),
  },
  {
    key: "endDate",
    title: "到期日",
    kind: "date",
    width: 92,
    value: (row) => row.endNow,
    hint: "含已生效的补充协议",
  },
];
