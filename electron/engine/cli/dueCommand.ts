import { type DueKind, dueKinds, dueWords } from "#shared/api/due.ts";
import { exportDue } from "../due/exportDue.ts";
import { listDue } from "../due/listDue.ts";
import { badUse } from "./args.ts";
import type { Command } from "./command.ts";
import { asOfOption } from "./listCommands.ts";
import { formatOf, scopeOf } from "./scopeOptions.ts";
import { textTable } from "./textTable.ts";

export const dueCommand: Command = {
  name: "due",
  usage:
    "due [--year 年度] [--project 项目编码] [--kind 事项] [--as-of 日期] [--export 文件.xlsx|.pdf] --db 账本",
  summary: `待办清单：该付、逾期、待退、到期的事项；--kind 可为 ${dueKinds.join("、")}`,
  shape: {
    words: [],
    options: { year: "text", project: "text", kind: "text", "as-of": "text", export: "text" },
  },
  run: async ({ args, withLedger }) => {
    const asOf = asOfOption(args);
    const kind = kindIn(args.text("kind"));
    const file = args.text("export");
    const format = file === undefined ? undefined : formatOf(file);
    const { due, exported } = await withLedger(async (context) => {
      const list = { ...(await scopeOf(context, args, asOf)), asOf: asOf ?? null };
      const all = await listDue(context, list);
      const due = { ...all, items: all.items.filter((item) => kind === undefined || item.kind === kind) };
      if (file === undefined || format === undefined) return { due, exported: undefined };
      const keys = due.items.map((item) => item.key);
      return { due, exported: await exportDue(context, { list, keys, format, path: file }) };
    });
    const table = textTable(due.items, [
      { title: "事项", value: (item) => dueWords[item.kind] },
      { title: "日期", value: (item) => item.date ?? "" },
      { title: "天数", value: (item) => (item.days === null ? "" : String(item.days)) },
      {
        title: "金额（元）",
        value: (item) => (item.amountCents === null ? "" : { cents: item.amountCents }),
      },
      { title: "合同", value: (item) => item.contractName },
      { title: "内容", value: (item) => item.what },
      { title: "对方单位", value: (item) => item.vendorName },
      { title: "下一步", value: (item) => item.next },
    ]);
    return {
      data: { ...due, ...(exported === undefined ? {} : { file, pages: exported.pages }) },
      text: [`截至 ${due.asOf}`, table, ...(file === undefined ? [] : [`已导出：${file}`])].join("\n"),
    };
  },
};

function kindIn(text: string | undefined): DueKind | undefined {
  const found = dueKinds.find((kind) => kind === text);
  if (text === undefined || found !== undefined) return found;
  throw badUse(`--kind 应为 ${dueKinds.join("、")} 之一，现为“${text}”`);
}
