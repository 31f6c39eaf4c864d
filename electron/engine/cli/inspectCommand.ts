import type { ColumnInspection, FileInspection, SheetInspection } from "#shared/invoices/inspection.ts";
import { saidInWords } from "../invoices/importInvoices.ts";
import { inspectSource } from "../invoices/inspectSource.ts";
import type { Command } from "./command.ts";
import { listOptions, listWords, sourceOf } from "./listSource.ts";

export const inspectCommand: Command = {
  name: "invoices inspect",
  usage: "invoices inspect 文件|文件夹|- [--sheet 工作表] [--header-row 行号] [--map 列=内容,…] --db 账本",
  summary: "先看一份清单：用哪些工作表、表头在哪一行、每一列认作什么、为什么、有什么拿不准；不读入，不写入",
  shape: { words: ["文件"], options: listOptions },
  run: async ({ args, withLedger }) => {
    const source = await sourceOf(args.word("文件"));
    const inspection = await withLedger(async (context) =>
      inspectSource(context, source, await saidInWords(context, source, listWords(args))),
    );
    return { data: inspection, text: textOf(inspection) };
  },
};

function textOf({ fileName, kind, sourceName, remembered, sheets }: FileInspection): string {
  const known = remembered === null ? "" : `，各列按记住的“${remembered.name}”`;
  const lines = [`${fileName}（${sourceName}${known}）`];
  if (kind === "eInvoices") lines.push("数电票 XML，没有工作表和列，可以直接导入。");
  return [...lines, ...sheets.flatMap(sheetLines)].join("\n");
}

function sheetLines({ name, used, why, headerRow, columns, missing }: SheetInspection): readonly string[] {
  const place = headerRow === null ? "" : headerRow === 0 ? "，没有表头" : `，表头在第${headerRow}行`;
  return [
    "",
    `${used ? "使用" : "不用"}  ${name}${place}：${why}`,
    ...columns.map(columnLine),
    ...(missing.length === 0 ? [] : [`  还缺：${missing.join("、")}。可以用 --map 列=内容 指定。`]),
  ];
}

function columnLine({ letter, title, fieldTitle, why, samples, doubt }: ColumnInspection): string {
  const what = fieldTitle ?? (doubt === null ? "—" : "？");
  const shown = samples.length === 0 ? "" : `　例：${samples.slice(0, 2).join("、")}`;
  return `  ${letter.padEnd(3)}${title} → ${what}　${doubt === null ? why : `拿不准：${doubt}`}${shown}`;
}
