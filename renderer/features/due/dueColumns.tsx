import { type DueItem, type DueKind, dueWords, owedCents } from "#shared/api/due.ts";
import { StatusTag, type StatusTone } from "../../components/StatusTag.tsx";
import type { TableColumn } from "../../components/table/column.ts";
import type { DueShow } from "./dueShows.ts";

const tones: Readonly<Record<DueKind, StatusTone>> = {
  reversed: "block",
  overdue: "block",
  due: "open",
  soon: "plain",
  blocked: "warn",
  retention: "open",
  bond: "open",
  expiring: "plain",
  advance: "open",
};

/** What has no invoice to wait for and whose day has gone by is late all the same. */
const toneOf = ({ kind, days }: DueItem): StatusTone =>
  kind !== "expiring" && days !== null && days < 0 ? "block" : tones[kind];

/** The sum is what is still to be paid and given back, each once; advances have a sum of their own. */
const amountColumn = (show: DueShow): TableColumn<DueItem> =>
  show === "advance"
    ? { ...amount, title: "未冲销", value: (item) => item.amountCents }
    : {
        ...amount,
        title: "应付应退",
        value: owedCents,
        hint: "合计是还要付出、退还的钱，每笔只计一次；合同到期、预付款的金额写在原因里",
      };

const amount = { key: "amount", kind: "amount", width: 104, sum: true } as const;

export const dueColumns = (show: DueShow): readonly TableColumn<DueItem>[] => [
  {
    key: "kind",
    title: "事项",
    kind: "text",
    width: 104,
    value: (item) => dueWords[item.kind],
    render: (item) => <StatusTag tone={toneOf(item)}>{dueWords[item.kind]}</StatusTag>,
  },
  {
    key: "date",
    title: "日期",
    kind: "date",
    width: 92,
    value: (item) => item.date,
    hint: "最迟付款日、应退日、到期日",
  },
  {
    key: "days",
    title: "天数",
    kind: "number",
    width: 56,
    value: (item) => item.days,
    hint: "负数表示已过的天数",
  },
  amountColumn(show),
  {
    key: "contract",
    title: "合同",
    kind: "text",
    width: 130,
    grow: 2,
    value: (item) => item.contractName,
  },
  { key: "what", title: "内容", kind: "text", width: 114, value: (item) => item.what },
  { key: "vendor", title: "对方单位", kind: "text", width: 120, grow: 2, value: (item) => item.vendorName },
  { key: "why", title: "原因", kind: "text", width: 130, grow: 2, value: (item) => item.why },
  { key: "next", title: "下一步", kind: "text", width: 170, grow: 3, value: (item) => item.next },
];
