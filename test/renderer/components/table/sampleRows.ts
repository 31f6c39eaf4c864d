import type { TableColumn } from "../../../../renderer/components/table/column.ts";

export type Row = Readonly<{ name: string; cents: number | null; count: string | null; day: string | null }>;

export const columns: readonly TableColumn<Row>[] = [
  { key: "name", title: "名称", kind: "text", width: 100, value: (row) => row.name },
  { key: "cents", title: "金额", kind: "amount", width: 75, sum: true, value: (row) => row.cents },
  { key: "count", title: "数量", kind: "number", width: 60, sum: true, value: (row) => row.count },
  { key: "day", title: "日期", kind: "date", width: 90, value: (row) => row.day },
];

export const rows: readonly Row[] = [
  { name: "工作服 ABC", cents: 3_776_000, count: "32", day: "2022-03-15" },
  { name: "对讲机", cents: 162_000, count: "36", day: "2022-04-01" },
  { name: "宣传", cents: 1_050, count: "0.5", day: null },
  { name: "红字冲销", cents: -500, count: null, day: "2022-03-01" },
  { name: "据实", cents: null, count: "100", day: "2021-12-31" },
];

export const names = (some: readonly Row[]): readonly string[] => some.map((row) => row.name);
