import type { HistoryStep, RecordChange } from "#shared/api/history.ts";
import type { TableName } from "#shared/model/ledger.ts";
import type { Context } from "../context.ts";
import { historyOfRecord, latestHistory } from "../history/getHistory.ts";
import { nothingToUndo } from "../history/refusals.ts";
import { previewUndo, undoStep } from "../history/undo.ts";
import { findByNumber } from "../store/findByNumber.ts";
import { type Arguments, badUse } from "./args.ts";
import type { Command } from "./command.ts";

const mostSteps = 500;
const usualSteps = 20;

/** A whole number of an option; bad use when it is none or out of bounds. */
function countOption(args: Arguments, name: string, most: number): number | undefined {
  const text = args.text(name);
  if (text === undefined) return undefined;
  const count = Number(text);
  if (Number.isSafeInteger(count) && count >= 1 && count <= most) return count;
  throw badUse(`--${name} 应为 1 到 ${most} 的整数，现为 ${text}`);
}

export const historyCommand: Command = {
  name: "history",
  usage: "history [--record 编号] [--limit 步数] --db 账本",
  summary: "变更记录：最近的改动，或一份合同、付款、发票、项目的全部改动（按编号）",
  shape: { words: [], options: { record: "text", limit: "text" } },
  run: async ({ args, withLedger }) => {
    const limit = countOption(args, "limit", mostSteps) ?? usualSteps;
    const number = args.text("record");
    const steps = await withLedger(async (context) =>
      number === undefined
        ? latestHistory(context, { before: null, limit })
        : historyOfRecord(context, { ...(await recordOf(context, number)), limit }),
    );
    return { data: steps, text: steps.length === 0 ? "没有变更记录。" : steps.map(stepText).join("\n\n") };
  },
};

async function recordOf(
  { ledger }: Context,
  number: string,
): Promise<Readonly<{ entity: TableName; id: string }>> {
  const found = await findByNumber(ledger, number);
  if (found !== undefined) return found;
  throw badUse(
    `没有编号为 ${number} 的合同、付款、发票或项目`,
    "用 list contracts、list payments 等查看编号。",
  );
}

/** With `--step` also one that is not the last, as long as nothing later changed its records. */
export const undoStepCommand: Command = {
  name: "undo",
  usage: "undo [--step 步号] [--redo] [--dry-run] --db 账本",
  summary: "撤销最近一步改动（--redo 重做）；--dry-run 只看会撤销什么",
  shape: { words: [], options: { step: "text", redo: "flag", "dry-run": "flag" } },
  run: async ({ args, withLedger }) => {
    const redo = args.flag("redo");
    const named = countOption(args, "step", Number.MAX_SAFE_INTEGER);
    if (redo && named !== undefined) throw badUse("--redo 和 --step 只能写一个");
    const dryRun = args.flag("dry-run");
    return withLedger(async (context) => {
      const preview = await previewUndo(context, { which: named ?? (redo ? "redo" : "undo") });
      if (preview === null) throw nothingToUndo(redo);
      const { step, refusal, passedOver } = preview;
      const passed = passedOver.map((action) => `跳过：${action}（会一直保留，不能撤销）\n`).join("");
      if (dryRun) {
        const verdict = refusal === null ? "可以撤销。" : `不能撤销：${refusal.message}${refusal.hint}`;
        return { data: { ...preview, undone: false }, text: `${passed}${stepText(step)}\n\n${verdict}` };
      }
      const undone = await undoStep(context, { step: step.step ?? 0 });
      return {
        data: { step, undo: undone, undone: true },
        text: `${passed}${undone.action}\n\n${stepText(undone)}`,
      };
    });
  },
};

const kindWords: Readonly<Record<RecordChange["kind"], string>> = {
  add: "新增",
  change: "修改",
  void: "作废",
  revive: "恢复",
  remove: "删除",
  bulk: "成批",
};

function stepText({ step, seq, at, actor, action, undone, records }: HistoryStep): string {
  const head = `第 ${step ?? seq} 步　${at.slice(0, 16).replace("T", " ")}　${actor}　${action}${undone ? "（已撤销）" : ""}`;
  const lines = records.flatMap(({ kind, label, name, count, fields }) => [
    `  ${kindWords[kind]}${label}${name === "" ? "" : ` ${name}`}${count === null ? "" : ` ${count} 条`}`,
    ...fields.map(
      ({ label: field, before, after }) => `      ${field}：${before || "（空）"} → ${after || "（空）"}`,
    ),
  ]);
  return [head, ...lines].join("\n");
}
