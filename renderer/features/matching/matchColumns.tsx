import type { MatchRow } from "#shared/api/matching.ts";
import { bandWords } from "#shared/words/words.ts";
import { StatusTag, type StatusTone } from "../../components/StatusTag.tsx";
import type { TableColumn } from "../../components/table/column.ts";
import { whyText } from "./matchWords.ts";

type Column = TableColumn<MatchRow>;

const tones: Readonly<Record<MatchRow["band"], StatusTone>> = { sure: "done", ask: "open", new: "plain" };

const band: Column = {
  key: "band",
  title: "把握",
  kind: "text",
  width: 84,
  value: (row) => bandWords[row.band],
  render: (row) => <StatusTag tone={tones[row.band]}>{bandWords[row.band]}</StatusTag>,
};

const number: Column = {
  key: "number",
  title: "发票号码",
  kind: "text",
  width: 168,
  value: (row) => row.number,
};

const seller: Column = {
  key: "seller",
  title: "销方",
  kind: "text",
  width: 120,
  grow: 1,
  value: (row) => row.sellerName,
};

const instalments: Column = {
  key: "instalments",
  title: "配到的期次",
  kind: "text",
  width: 170,
  grow: 1,
  value: (row) => (row.instalmentLabels.length === 0 ? null : row.instalmentLabels.join("、")),
};

const free: Column = {
  key: "free",
  title: "可付",
  kind: "amount",
  width: 108,
  sum: true,
  value: (row) => row.freeCents,
};

export const narrowColumns: readonly Column[] = [band, seller, instalments, free];

export const matchColumns: readonly Column[] = [
  band,
  {
    key: "score",
    title: "分数",
    kind: "number",
    width: 60,
    value: (row) => row.score || null,
    hint: "满分 100：供应商、合同、期间、金额各占多少，见右侧理由",
  },
  number,
  { key: "issueDate", title: "开票日期", kind: "date", width: 94, value: (row) => row.issueDate },
  seller,
  { key: "goods", title: "内容", kind: "text", width: 110, grow: 1, value: (row) => row.goods },
  free,
  instalments,
  {
    key: "why",
    title: "理由",
    kind: "text",
    width: 160,
    grow: 2,
    value: (row) => whyText(row),
  },
];
