import type { ImportIssue, ImportPreview, PreviewEntry } from "#shared/invoices/preview.ts";
import type { Severity } from "#shared/model/check.ts";

/** What of a preview is shown: one outcome, all invoices, the refused rows, or the issues. */
export type PreviewPart = PreviewEntry["result"] | "all" | "rejected" | "issues";

export const partWords: Readonly<Record<PreviewPart, string>> = {
  new: "新增",
  changed: "变更",
  conflict: "冲突",
  unchanged: "未变",
  all: "全部发票",
  rejected: "拒绝",
  issues: "提示",
};

/** What importing does with each outcome, in one sentence above the list. */
export const partNotes: Readonly<Record<PreviewPart, string>> = {
  new: "账本中还没有，将会登记。不要的可取消勾选。",
  changed: "账本中已有，文件中的内容更新，将会改写。不要的可取消勾选。",
  conflict: "号码相同而销方、金额或日期不同，或者曾在账本里作废，不会导入。请与原件核对。",
  unchanged: "与账本一致，不用处理。",
  all: "文件中的全部发票。",
  rejected: "这些行读不出一张正确的发票，不会导入。",
  issues: "导入前值得看一眼的地方；可以先导入，再在“核对”中处理。",
};

export type PartCount = Readonly<{ part: PreviewPart; count: number }>;

const order: readonly PreviewPart[] = [
  "new",
  "changed",
  "conflict",
  "unchanged",
  "all",
  "rejected",
  "issues",
];

export const partCounts = ({ counts, entries, rejected, issues }: ImportPreview): readonly PartCount[] =>
  order.map((part) => {
    switch (part) {
      case "all":
        return { part, count: entries.length };
      case "issues":
        return { part, count: issues.length };
      case "rejected":
        return { part, count: rejected.length };
      default:
        return { part, count: counts[part] };
    }
  });

/** What to look at first: what will be written, else what was refused. */
export function firstPart(preview: ImportPreview): PreviewPart {
  const counts = new Map(partCounts(preview).map(({ part, count }) => [part, count]));
  const first = (["new", "changed", "conflict", "rejected", "issues"] as const).find(
    (part) => (counts.get(part) ?? 0) > 0,
  );
  return first ?? "all";
}

export const linesOf = (lines: readonly EntryLine[], part: PreviewPart): readonly EntryLine[] =>
  part === "all" ? lines : lines.filter(({ result }) => result === part);

/** Only what would be written can be left out. */
export const canLeaveOut = ({ result }: PreviewEntry): boolean => result === "new" || result === "changed";

/** How many invoices the button would write. */
export const takenCount = (entries: readonly PreviewEntry[], leftOut: ReadonlySet<string>): number =>
  entries.filter((entry) => canLeaveOut(entry) && !leftOut.has(entry.number)).length;

/** An invoice of the file as the table knows it: a number may stand in a file twice when it contradicts itself. */
export type EntryLine = PreviewEntry & Readonly<{ key: string }>;

export const entryLines = (entries: readonly PreviewEntry[]): readonly EntryLine[] =>
  entries.map((entry) => ({ ...entry, key: `${entry.number} ${entry.sheet} ${entry.row}` }));

/** The table ticks what is taken, the engine is told what is not. */
export function tickedOf(lines: readonly EntryLine[], leftOut: ReadonlySet<string>): ReadonlySet<string> {
  const ticked = new Set<string>();
  for (const line of lines) if (canLeaveOut(line) && !leftOut.has(line.number)) ticked.add(line.key);
  return ticked;
}

/** Numbers left out, after the ticks of these lines were changed; what is not among them stays as it was. */
export function leftOutOf(
  lines: readonly EntryLine[],
  ticked: ReadonlySet<string>,
  before: ReadonlySet<string>,
): ReadonlySet<string> {
  const leftOut = new Set(before);
  for (const line of lines) {
    if (!canLeaveOut(line)) continue;
    if (ticked.has(line.key)) leftOut.delete(line.number);
    else leftOut.add(line.number);
  }
  return leftOut;
}

/** The sentence of an invoice: what the engine says, or what changes. */
export function entrySentence({ message, changes }: PreviewEntry): string {
  if (message !== "" || changes.length === 0) return message;
  return changes
    .map(({ label, before, after }) => `${label}：${before || "空"} → ${after || "空"}`)
    .join("；");
}

export function countSeverities(issues: readonly ImportIssue[]): Readonly<Record<Severity, number>> {
  const counts = { block: 0, warn: 0, hint: 0 };
  for (const { severity } of issues) counts[severity] += 1;
  return counts;
}

export type RuleCount = Readonly<{ ruleId: string; severity: Severity; count: number }>;

const rank: Readonly<Record<Severity, number>> = { block: 0, warn: 1, hint: 2 };

/** How many issues each rule has, the gravest and most frequent first. */
export function ruleCounts(issues: readonly ImportIssue[]): readonly RuleCount[] {
  const counts = new Map<string, RuleCount>();
  for (const { ruleId, severity } of issues) {
    const known = counts.get(ruleId);
    const graver = known !== undefined && rank[known.severity] < rank[severity] ? known.severity : severity;
    counts.set(ruleId, { ruleId, severity: graver, count: (known?.count ?? 0) + 1 });
  }
  return [...counts.values()].toSorted(
    (a, b) => rank[a.severity] - rank[b.severity] || b.count - a.count || (a.ruleId < b.ruleId ? -1 : 1),
  );
}
