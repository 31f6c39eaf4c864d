import { z } from "zod";
import { UserError } from "#shared/kernel/errors.ts";
import type { ChangeLogEntry } from "#shared/model/filing.ts";
import { labelOf } from "#shared/model/labels.ts";
import type { TableName } from "#shared/model/ledger.ts";
import { stepActions } from "#shared/model/payment.ts";
import type { StepAction } from "#shared/payments/flow.ts";

const refuse = (message: string, hint: string): UserError =>
  new UserError({ code: "refused", message, hint });

/** Records that no undo may touch, with the way there is instead. */
const untouchable: Readonly<Record<string, readonly [message: string, hint: string]>> = {
  filing: ["申报材料已经定稿，不能撤销。", "需要更正的，请另存一个新的版本。"],
  filingVersion: ["申报材料已经定稿，不能撤销。", "需要更正的，请另存一个新的版本。"],
  finding: ["处理意见已经留痕，不能撤销。", "请在这个问题上点“重新打开”，并写明理由。"],
  decision: ["处理意见已经留痕，不能撤销。", "请在这个问题上点“重新打开”，并写明理由。"],
  fiscalYear: ["年度的关账和重新打开要写明原因，不能撤销。", "请在设置中重新打开或关账。"],
  importBatch: ["导入不能这样撤销。", "请在导入批次中用“撤销批次”，整批撤销。"],
};

const flow = ["付款的流转已经留痕，不能撤销。", "请在付款上退回、撤回或作废，并写明意见。"] as const;

/** Steps of a payment, each with its own way back. */
const untouchableSteps: Readonly<Record<StepAction, readonly [message: string, hint: string]>> = {
  submit: flow,
  review: flow,
  approve: flow,
  return: flow,
  withdraw: flow,
  pay: ["付款已经付出，不能撤销。", "确有错误的，请在付款上登记退款，或作废并写明原因。"],
  void: ["付款已经作废，不能恢复。", "仍要付的，请重新登记一笔付款。"],
  exchange: ["换票已经留痕，不能这样撤销。", "换错了的，请在付款上点“撤回换票”。"],
  offset: ["冲销预付款已经留痕，不能这样撤销。", "冲销错了的，请在付款上点“撤回冲销预付款”。"],
  moveBack: ["撤回换票、冲销已经留痕，不能撤销。", "请在付款上重新换票或冲销。"],
};

const stepRow = z.object({ action: z.enum(stepActions) });

/** Why the record of an entry of the log may not be taken back; `undefined` when it may. */
export function untouchableRecord({ entity, afterJson }: ChangeLogEntry): UserError | undefined {
  const step = entity === "paymentStep" ? stepRow.safeParse(JSON.parse(afterJson ?? "null")) : undefined;
  const words =
    step === undefined ? untouchable[entity] : step.success ? untouchableSteps[step.data.action] : flow;
  return words === undefined ? undefined : refuse(...words);
}

export const bulkChange = (table: TableName): UserError =>
  refuse(
    `${labelOf(table)}是成批写入的，没有逐条记录，不能撤销。`,
    "导入的请在导入批次中用“撤销批次”；其他的请直接修改。",
  );

export const staysForGood = (table: TableName): UserError =>
  refuse(`${labelOf(table)}登记后不能删除，也不能作废，所以不能撤销。`, "请直接修改这条记录。");

export const changedSince = (table: TableName, name: string): UserError =>
  refuse(
    `${labelOf(table)}${name === "" ? "" : `“${name}”`}在这之后又改动过，不能撤销。`,
    "请先撤销后来的改动，或者直接修改。",
  );

export const nothingToUndo = (redo: boolean): UserError =>
  redo
    ? refuse("没有可以重做的操作。", "只有刚刚撤销、之后没有别的改动时才能重做。")
    : refuse("没有可以撤销的操作。", "早期版本记下的改动不能撤销，请直接修改。");

export const alreadyUndone = (): UserError =>
  refuse("这一步已经撤销过了。", "要恢复的话，请撤销那一次“撤销”。");

export const noSuchStep = (step: number): UserError =>
  new UserError({ code: "not-found", message: `没有第 ${step} 步。`, hint: "用 history 查看步号。" });
