import type { ImportPreview } from "#shared/invoices/preview.ts";
import { asId } from "#shared/kernel/id.ts";
import { BlockedImport } from "../invoices/importErrors.ts";
import { importInvoices } from "../invoices/importInvoices.ts";
import { undoImport } from "../invoices/undoImport.ts";
import type { Command } from "./command.ts";

export const importCommand: Command = {
  name: "import invoices",
  usage: "import invoices 文件 [--dry-run] --db 账本",
  summary: "导入税务局导出的发票；--dry-run 只看结果，不写入",
  shape: { words: ["文件"], options: { "dry-run": "flag" } },
  run: async ({ args, withLedger }) => {
    const dryRun = args.flag("dry-run");
    try {
      const { batch, preview } = await withLedger((context) =>
        importInvoices(context, { path: args.word("文件"), dryRun }),
      );
      return {
        data: { batch, counts: preview.counts, issues: preview.issues },
        text: `${summaryOf(preview)}${batch === null ? "\n（试运行，没有写入）" : `\n批次：${batch}`}`,
      };
    } catch (error) {
      if (!(error instanceof BlockedImport)) throw error;
      const { counts, issues } = error.preview;
      return { error, data: { counts, issues: issues.slice(0, issuesOfRefused) } };
    }
  },
};

/** Enough to see what is wrong with a file of which nothing is taken. */
const issuesOfRefused = 20;

export const undoCommand: Command = {
  name: "undo-import",
  usage: "undo-import 批次 [--reason 原因] --db 账本",
  summary: "整批撤销一次导入",
  shape: { words: ["批次"], options: { reason: "text" } },
  run: async ({ args, withLedger }) => {
    const batchId = args.word("批次");
    const undone = await withLedger((context) =>
      undoImport(context, { batchId: asId(batchId), reason: args.text("reason") ?? "命令行撤销" }),
    );
    return {
      data: { batch: undone.id, undone: true },
      text: `已撤销批次 ${undone.id}（${undone.fileName}）`,
    };
  },
};

function summaryOf(preview: ImportPreview): string {
  const { counts, issues } = preview;
  const lines = issues.map(
    (issue) =>
      `[${issue.severity}] ${issue.ruleId} ${issue.sheet} 第${issue.row}行${issue.column === "" ? "" : `“${issue.column}”`}：${issue.message}`,
  );
  return [
    `${preview.fileName}（${preview.source}）`,
    ...lines,
    `读取 ${counts.rows} 行：新增 ${counts.new}　未变 ${counts.unchanged}　变更 ${counts.changed}　冲突 ${counts.conflict}　拒绝 ${counts.rejected}`,
  ].join("\n");
}
