import { resolve } from "node:path";
import type { ImportPreview } from "#shared/invoices/preview.ts";
import { asId } from "#shared/kernel/id.ts";
import { BlockedImport, DoubtfulImport } from "../invoices/importErrors.ts";
import { importInvoices, saidInWords } from "../invoices/importInvoices.ts";
import type { ListSource } from "../invoices/invoiceFile.ts";
import { undoImport } from "../invoices/undoImport.ts";
import { badUse } from "./args.ts";
import type { Command } from "./command.ts";
import { listOptions, listWords, sourceOf } from "./listSource.ts";

export const importCommand: Command = {
  name: "import invoices",
  usage:
    "import invoices 文件|文件夹|- [--sheet 工作表] [--header-row 行号] [--map 列=内容,…] [--source 来源] [--remember 名称] [--accept-doubts] [--errors 文件.xlsx] [--dry-run] --db 账本",
  summary:
    "导入发票：税务局导出的清单、csv、数电票 XML（单个、文件夹或 zip），- 表示从标准输入读复制出来的行；--map 指定哪一列是什么，--header-row 指定表头在第几行（0 表示没有表头），--remember 记住这些列，下次自动采用，有拿不准的列时不导入，指明或加 --accept-doubts 才导入，--errors 把没有导入的行另存，--dry-run 只看结果，不写入",
  shape: {
    words: ["文件"],
    options: {
      "dry-run": "flag",
      "accept-doubts": "flag",
      ...listOptions,
      remember: "text",
      errors: "text",
    },
  },
  run: async ({ args, withLedger }) => {
    const words = listWords(args);
    const source = await sourceOf(args.word("文件"));
    const errorsTo = errorFile(args.text("errors"), source);
    try {
      const { batch, preview, hasErrorFile } = await withLedger(async (context) =>
        importInvoices(context, {
          ...source,
          dryRun: args.flag("dry-run"),
          said: await saidInWords(context, source, words),
          errorsTo,
          rememberAs: args.text("remember") ?? null,
          acceptDoubts: args.flag("accept-doubts"),
        }),
      );
      const errors = hasErrorFile ? errorsTo : null;
      return {
        data: {
          batch,
          counts: preview.counts,
          issues: preview.issues,
          ...(errorsTo === undefined ? {} : { errors }),
        },
        text: [
          summaryOf(preview),
          ...(errorsTo === undefined
            ? []
            : [errors ? `没有导入的行：${errors}` : "没有被拒绝的行，没有另存"]),
          batch === null ? "（试运行，没有写入）" : `批次：${batch}`,
        ].join("\n"),
      };
    } catch (error) {
      if (error instanceof DoubtfulImport) return { error, data: { doubts: error.doubts } };
      if (!(error instanceof BlockedImport)) throw error;
      const { counts, issues } = error.preview;
      return { error, data: { counts, issues: issues.slice(0, issuesOfRefused) } };
    }
  },
};

/** The workbook of refused rows must not take the place of the list itself. */
function errorFile(given: string | undefined, source: ListSource): string | undefined {
  if (given === undefined) return undefined;
  if (!/\.xlsx$/i.test(given))
    throw badUse("--errors 要写一个 .xlsx 文件名。", "例如 --errors 没有导入的行.xlsx");
  const target = resolve(given);
  if ("path" in source && resolve(source.path) === target) {
    throw badUse("--errors 不能写到要导入的文件本身。", "请换一个文件名。");
  }
  return target;
}

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
