import type { PaymentEntry, PaymentImportPreview, RowResult } from "#shared/payments/import/preview.ts";

/** What the officer decided about single rows, by their keys. */
export type EntryChoice = Readonly<{ leaveOut: ReadonlySet<string>; asNew: ReadonlySet<string> }>;
export const noChoice: EntryChoice = { leaveOut: new Set(), asNew: new Set() };

export type PreviewPart = "all" | RowResult;

export const partWords: Readonly<Record<PreviewPart, string>> = {
  all: "全部",
  new: "新增",
  changed: "变更",
  unchanged: "未变",
  conflict: "冲突",
  rejected: "拒绝",
};

export const partNotes: Readonly<Record<PreviewPart, string>> = {
  all: "每一行会怎样处理。去掉勾选的不导入。",
  new: "账本里没有的付款，将登记下来。",
  changed: "账本里已有的付款，只补充用途、凭证号等；金额、日期、收款方和分摊不会改动。",
  unchanged: "账本里已有而且相同，不用导入。",
  conflict: "与账本里的付款对不上，或看不出是不是同一笔，不会自动导入。确是另一笔的，打勾即作为新付款。",
  rejected: "有误，不能导入。请按说明改正文件后重新选择。",
};

/** How many rows are in each part; those without any are shown greyed out. */
export const partCounts = ({
  counts,
}: Pick<PaymentImportPreview, "counts">): readonly Readonly<{ part: PreviewPart; count: number }>[] => [
  { part: "all", count: counts.rows },
  { part: "new", count: counts.new },
  { part: "changed", count: counts.changed },
  { part: "unchanged", count: counts.unchanged },
  { part: "conflict", count: counts.conflict },
  { part: "rejected", count: counts.rejected },
];

export const entriesOf = (entries: readonly PaymentEntry[], part: PreviewPart): readonly PaymentEntry[] =>
  part === "all" ? entries : entries.filter(({ result }) => result === part);

/** Rows about which there is something to decide. */
export const canTick = ({ result, canTakeAsNew, key }: PaymentEntry, { asNew }: EntryChoice): boolean =>
  result === "new" || result === "changed" || canTakeAsNew || asNew.has(key);

/** The rows that will be imported. */
export const tickedOf = (entries: readonly PaymentEntry[]): ReadonlySet<string> =>
  new Set(
    entries
      .filter(({ result, isLeftOut }) => (result === "new" || result === "changed") && !isLeftOut)
      .map(({ key }) => key),
  );

/** The decision behind new ticks: a row unticked is left out, a question ticked is a payment of its own. */
export function choiceOf(
  entries: readonly PaymentEntry[],
  ticked: ReadonlySet<string>,
  before: EntryChoice,
): EntryChoice {
  const leaveOut = new Set(before.leaveOut);
  const asNew = new Set(before.asNew);
  for (const { key, result, canTakeAsNew } of entries) {
    if (canTakeAsNew && ticked.has(key)) asNew.add(key);
    else if (asNew.has(key) && !ticked.has(key)) asNew.delete(key);
    else if (result === "new" || result === "changed")
      ticked.has(key) ? leaveOut.delete(key) : leaveOut.add(key);
  }
  return { leaveOut, asNew };
}
