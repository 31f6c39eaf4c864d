import type { VendorView } from "#shared/api/vendors.ts";
import type { IsoDate } from "#shared/kernel/dates.ts";
import type { TableColumn } from "../../components/table/column.ts";
import { accountText, codeProblem, sizeOf, sizeWords } from "./vendorWords.ts";

type Column = TableColumn<VendorView>;

const name: Column = {
  key: "name",
  title: "名称",
  kind: "text",
  width: 190,
  grow: 2,
  value: (row) => row.name,
};

const code: Column = {
  key: "code",
  title: "统一社会信用代码",
  kind: "text",
  width: 172,
  value: (row) => row.creditCode ?? "",
  render: (row) =>
    row.creditCode === null ? (
      <span className="jf-faint">未登记</span>
    ) : codeProblem(row.creditCode) === undefined ? (
      <span className="jf-num">{row.creditCode}</span>
    ) : (
      <span className="jf-num jf-status-warn" title={codeProblem(row.creditCode)}>
        {row.creditCode}
      </span>
    ),
};

const others: Column = {
  key: "others",
  title: "其他名称",
  kind: "text",
  width: 100,
  grow: 1,
  value: (row) => row.names.map((other) => other.name).join("、"),
};

const size: Column = {
  key: "size",
  title: "规模",
  kind: "text",
  width: 84,
  value: (row) => sizeWords[sizeOf(row)],
};

const contracts: Column = {
  key: "contracts",
  title: "合同",
  kind: "number",
  width: 58,
  value: (row) => row.contractCount,
};

const paid: Column = {
  key: "paid",
  title: "已付（元）",
  kind: "amount",
  width: 108,
  sum: true,
  value: (row) => row.paidCents,
};

const account = (today: IsoDate): Column => ({
  key: "account",
  title: "账号",
  kind: "text",
  width: 172,
  value: (row) => accountText(row, today),
  render: (row) => <span className="jf-num">{accountText(row, today)}</span>,
});

export const vendorColumns = (today: IsoDate): readonly Column[] => [
  name,
  code,
  others,
  size,
  account(today),
  contracts,
  paid,
];

/** Beside an open vendor there is room for little more than the names; what is searched stays the same. */
export const narrowVendorColumns: readonly Column[] = [name, contracts, paid];
