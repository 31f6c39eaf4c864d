import type { BatchDetail, BatchRow } from "#shared/api/invoiceLife.ts";
import { asId } from "#shared/kernel/id.ts";
import { batchDetail } from "../invoices/batchDetail.ts";
import { firstRows } from "../invoices/batchRows.ts";
import type { Command } from "./command.ts";
import { listCommands } from "./listCommands.ts";
import { resultWords } from "./resultWords.ts";
import { textTable } from "./textTable.ts";

const list = listCommands.filter(({ name }) => name === "list batches");

const saidBy = ({ message, changes, cells }: BatchRow): string =>
  changes.length > 0
    ? changes.map(({ label, before, after }) => `${label}：${before || "空"} → ${after}`).join("；")
    : [message, cells.map(({ title, text }) => `${title}=${text}`).join(" ")].filter(Boolean).join("　");

type Shown = BatchDetail & Readonly<{ rows: readonly BatchRow[]; more: number }>;

function detailText({ batch, sheets, rows, more, alarms, obstacles }: Shown): string {
  const columns = sheets.map(
    (sheet) =>
      `“${sheet.name}”第${sheet.headerRow}行为表头：${sheet.columns
        .filter(({ field }) => field !== null)
        .map(({ title }) => title)
        .join("、")}`,
  );
  return [
    `${batch.fileName}（${batch.source}）　${batch.importedAt}　${batch.importedBy}${batch.voidedAt === null ? "" : `　已撤销：${batch.voidReason ?? ""}`}`,
    ...columns,
    textTable(rows, [
      { title: "行", value: ({ sheet, row }) => `${sheet} ${row}` },
      { title: "结果", value: ({ result }) => resultWords[result] },
      { title: "发票号码", value: ({ number }) => number },
      { title: "内容", value: saidBy },
    ]),
    ...(more === 0 ? [] : [`另有 ${more} 行没有列出。`]),
    ...alarms.map(({ invoice, message, remedy }) => `[须处理] 发票${invoice.number}${message}${remedy}`),
    ...obstacles.map(({ number, use, fileName }) =>
      use === null
        ? `不能撤销：${number} 后来${fileName === null ? "改动过" : `被“${fileName}”更新过`}`
        : `不能撤销：${number} 用在付款单 ${use.paymentNo}`,
    ),
  ].join("\n");
}

export const batchCommands: readonly Command[] = [
  ...list.map((command) => ({ ...command, name: "batches", usage: "batches --db 账本" })),
  {
    name: "batches show",
    usage: "batches show 批次 --db 账本",
    summary: "再看一次某次导入做了什么：逐行的结果、改动前后、拒绝和冲突的原文，以及能不能撤销",
    shape: { words: ["批次"], options: {} },
    run: async ({ args, withLedger }) => {
      const id = asId(args.word("批次"));
      const detail = await withLedger(async (context) => ({
        ...(await batchDetail(context, id)),
        ...(await firstRows(context, id)),
      }));
      return { data: detail, text: detailText(detail) };
    },
  },
];
