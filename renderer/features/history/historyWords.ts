import type { HistoryStep, RecordChange } from "#shared/api/history.ts";

export const kindWords: Readonly<Record<RecordChange["kind"], string>> = {
  add: "新增",
  change: "修改",
  void: "作废",
  revive: "恢复",
  remove: "删除",
  bulk: "成批",
};

/** "新增合同 HT-2022-01", "成批发票 27 条" */
export function recordTitle({ kind, label, name, count }: RecordChange): string {
  const what = count === null ? name : `${count} 条`;
  return `${kindWords[kind]}${label}${what === "" ? "" : ` ${what}`}`;
}

/** What a step did, in a line: its first record, and how many more. */
export function stepSummary({ records }: HistoryStep): string {
  const [first] = records;
  if (first === undefined) return "";
  return records.length === 1 ? recordTitle(first) : `${recordTitle(first)} 等 ${records.length} 处`;
}

/** Whether a step may be asked to be taken back; whether it can, the engine says. */
export const mayUndo = ({ step, undone }: HistoryStep): boolean => step !== null && !undone;

/** "跳过了“新增预算年度”：……" */
export const passedOverText = (actions: readonly string[]): string =>
  `跳过了${actions.map((action) => `“${action}”`).join("、")}：登记的内容会一直保留，不能撤销。`;

/** The word on the button: a step that took another one back is done again. */
export const undoWord = ({ undoesStep }: HistoryStep): string => (undoesStep === null ? "撤销" : "重做");
