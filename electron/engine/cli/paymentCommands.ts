import { asId } from "#shared/kernel/id.ts";
import {
  type ImportState,
  importStates,
  type PaymentImportPreview,
} from "#shared/payments/import/preview.ts";
import { importPayments } from "../payments/import/importPayments.ts";
import { writeTemplate } from "../payments/import/template.ts";
import { undoPayments } from "../payments/import/undoPayments.ts";
import { type Arguments, badUse } from "./args.ts";
import type { Command } from "./command.ts";
import { resultWords } from "./resultWords.ts";

const importPaymentsCommand: Command = {
  name: "import payments",
  usage: "import payments 文件 [--as paid|draft] [--project 编码] [--take-alike] [--dry-run] --db 账本",
  summary:
    "导入付款记录（paid 已付，draft 草稿）；--take-alike 疑似重复的也作为新付款；--dry-run 只看结果，不写入",
  shape: {
    words: ["文件"],
    options: { as: "text", project: "text", "take-alike": "flag", "dry-run": "flag" },
  },
  run: async ({ args, withLedger }) => {
    const state = stateOption(args);
    const { batch, preview } = await withLedger(async (context) => {
      const code = args.text("project");
      const { rows } = await context.facts();
      const project = rows.project.find((each) => each.code === code);
      if (code !== undefined && project === undefined) throw badUse(`没有编码为“${code}”的项目。`);
      return importPayments(context, {
        path: args.word("文件"),
        state,
        projectId: project?.id ?? null,
        dryRun: args.flag("dry-run"),
        takeAlike: args.flag("take-alike"),
      });
    });
    const { counts, entries } = preview;
    return {
      data: { batch, counts, entries },
      text: `${summaryOf(preview)}${batch === null ? "\n（试运行，没有写入）" : `\n批次：${batch}`}`,
    };
  },
};

const templateCommand: Command = {
  name: "payments template",
  usage: "payments template 输出.xlsx --db 账本",
  summary: "写出付款登记表模板，填好后用 import payments 导入",
  shape: { words: ["输出文件"], options: {} },
  run: async ({ args, withLedger }) => {
    const written = await withLedger((context) => writeTemplate(context, args.word("输出文件")));
    return { data: { file: written.fileName }, text: `已写出 ${written.fileName}` };
  },
};

const undoPaymentsCommand: Command = {
  name: "payments undo",
  usage: "payments undo 批次 [--reason 原因] --db 账本",
  summary: "整批撤销一次付款导入",
  shape: { words: ["批次"], options: { reason: "text" } },
  run: async ({ args, withLedger }) => {
    const batchId = asId(args.word("批次"));
    const reason = args.text("reason") ?? "命令行撤销";
    const undone = await withLedger((context) => undoPayments(context, { batchId, reason }));
    return {
      data: { batch: undone.id, undone: true },
      text: `已撤销批次 ${undone.id}（${undone.fileName}）`,
    };
  },
};

export const paymentCommands: readonly Command[] = [
  importPaymentsCommand,
  templateCommand,
  undoPaymentsCommand,
];

function stateOption(args: Arguments): ImportState {
  const text = args.text("as") ?? "paid";
  const state = importStates.find((each) => each === text);
  if (state === undefined) throw badUse(`--as 应为 ${importStates.join(" 或 ")}，现为 ${text}`);
  return state;
}

function summaryOf({ fileName, counts, entries }: PaymentImportPreview): string {
  const lines = entries
    .filter(({ message }) => message !== "")
    .map(({ result, sheet, row, message }) => `[${resultWords[result]}] ${sheet} 第${row}行：${message}`);
  return [
    fileName,
    ...lines,
    `读取 ${counts.rows} 行：新增 ${counts.new}　未变 ${counts.unchanged}　变更 ${counts.changed}　冲突 ${counts.conflict}　拒绝 ${counts.rejected}`,
  ].join("\n");
}
