import path from "node:path";
import { type DueItem, type DueList, dueWords, owedCents } from "#shared/api/due.ts";
import type { Exported, FileFormat } from "#shared/api/filings.ts";
import { buildList, type ListColumn } from "#shared/forms/builders/list.ts";
import type { Form, FormValue } from "#shared/forms/form.ts";
import { amount, dateOrEmpty, empty, text } from "#shared/forms/values.ts";
import { formatDateText } from "#shared/kernel/dates.ts";
import { decimal } from "#shared/kernel/decimal.ts";
import type { Context } from "../context.ts";
import { writeFileWhole } from "../files/writeFile.ts";
import { writeForm } from "../filings/writeForm.ts";
import { listDue } from "./listDue.ts";

type Column = ListColumn & Readonly<{ value: (item: DueItem) => FormValue }>;

/** 未冲销 stands alone: what was paid in advance is nothing that is still to be paid. */
const amountColumn = (items: readonly DueItem[]): Column => {
  const isAdvances = items.length > 0 && items.every(({ kind }) => kind === "advance");
  return {
    title: isAdvances ? "未冲销" : "应付应退",
    width: 14,
    kind: "amount",
    total: true,
    value: (item) => {
      const value = isAdvances ? item.amountCents : owedCents(item);
      return value === null ? empty : amount(value);
    },
  };
};

const columnsFor = (items: readonly DueItem[]): readonly Column[] => [
  { title: "事项", width: 12, kind: "centred", value: ({ kind }) => text(dueWords[kind]) },
  { title: "日期", width: 11, kind: "date", value: ({ date }) => dateOrEmpty(date) },
  {
    title: "天数",
    width: 6,
    kind: "number",
    value: ({ days }) => (days === null ? empty : { kind: "number", value: decimal(String(days)) }),
  },
  amountColumn(items),
  { title: "合同", width: 22, kind: "text", value: ({ contractName }) => text(contractName) },
  { title: "合同编号", width: 13, kind: "text", value: ({ contractNo }) => text(contractNo) },
  { title: "内容", width: 14, kind: "text", value: ({ what }) => text(what) },
  { title: "对方单位", width: 22, kind: "text", value: ({ vendorName }) => text(vendorName) },
  { title: "原因", width: 20, kind: "text", value: ({ why }) => text(why) },
  { title: "下一步", width: 24, kind: "text", value: ({ next }) => text(next) },
];

/** 待办清单 as a sheet. 天数 are those from its day to the date: negative ones have gone by. */
export function dueForm({ asOf, soonDays, items }: DueList): Form {
  const columns = columnsFor(items);
  return buildList({
    title: "待办清单",
    note: `截至${formatDateText(asOf)}　即将到期指${soonDays}天内　天数为负表示已过期　合计为应付、应退之和，每笔只计一次`,
    columns,
    rows: items.map((item) => columns.map(({ value }) => value(item))),
  });
}

type Wanted = Readonly<{
  list: Parameters<typeof listDue>[1];
  /** Those shown, in their order; all when null. */
  keys: readonly string[] | null;
  format: FileFormat;
  path: string;
}>;

/** Writes the list, or the part of it that a screen shows, to a file. */
export async function exportDue(
  context: Context,
  { list, keys, format, path: target }: Wanted,
): Promise<Exported> {
  const due = await listDue(context, list);
  const byKey = new Map(due.items.map((item) => [item.key, item]));
  const items = keys === null ? due.items : keys.flatMap((key) => byKey.get(key) ?? []);
  const { bytes, pages } = await writeForm(context, dueForm({ ...due, items }), format);
  await writeFileWhole(target, bytes);
  return { fileName: path.basename(target), pages, warnings: [] };
}
