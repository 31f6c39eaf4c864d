import type { Finding } from "../rules/finding.ts";

/** Papers of a project as the check before submission groups by them, in the order in which they are handed in. */
export const checkedPapers = [
  "情况说明",
  "预算明细表",
  "绩效目标申报表",
  "绩效自评表",
  "绩效运行监控表",
] as const;
type OwnPaper = (typeof checkedPapers)[number];
const inOrder: readonly string[] = checkedPapers;

type OfRule = Pick<Finding, "ruleId">;

/** Findings of the two rules that hold the money of the papers together: no paper that states it goes out with them. */
export const isOnMoney = ({ ruleId }: OfRule): boolean => ruleId === "BUD-02" || ruleId === "BUD-06";

/** Findings that are about the papers handed in: all on 绩效, and those on their money. */
export const isOnPapers = (finding: OfRule): boolean =>
  finding.ruleId.startsWith("PERF-") || isOnMoney(finding);

/** Papers with these are not handed in: mended, or accepted with a reason first. */
export const isBlocking = (
  finding: OfRule & Pick<Finding, "severity"> & Readonly<{ state: "open" | "accepted" }>,
): boolean => finding.state === "open" && (finding.severity === "block" || isOnMoney(finding));

const byRule: Readonly<Record<string, OwnPaper>> = {
  "BUD-02": "预算明细表",
  "PERF-05": "情况说明",
  "PERF-06": "预算明细表",
  "PERF-07": "情况说明",
  "PERF-13": "情况说明",
  "PERF-14": "绩效自评表",
  "PERF-15": "绩效自评表",
  "PERF-16": "绩效自评表",
  "PERF-17": "绩效自评表",
  "PERF-18": "绩效自评表",
  "PERF-20": "绩效运行监控表",
};

/** The paper on which a finding stands: what it says itself, else that of its place, of its rule, or the target sheet. */
export function paperOfFinding({ ruleId, texts, figures, subjects }: Finding): string {
  const [text] = texts ?? [];
  if (text !== undefined) return text.paper;
  const place = String(figures.place ?? figures.field ?? "");
  if (/^(?:情况说明|立项依据)/.test(place)) return "情况说明";
  if (/^预算明细|的测算依据$/.test(place) || subjects[0]?.kind === "budgetLine") return "预算明细表";
  return byRule[ruleId] ?? "绩效目标申报表";
}

type Group<Item> = Readonly<{ paper: string; findings: readonly Item[] }>;

/** By paper: the project's own in their order, then those it is compared with. */
export function groupByPaper<Item extends Finding>(findings: readonly Item[]): readonly Group<Item>[] {
  const groups = new Map<string, Item[]>();
  for (const finding of findings) {
    const paper = paperOfFinding(finding);
    const group = groups.get(paper) ?? [];
    group.push(finding);
    groups.set(paper, group);
  }
  const rank = (paper: string): number => {
    const at = inOrder.indexOf(paper);
    return at < 0 ? checkedPapers.length : at;
  };
  return [...groups]
    .map(([paper, own]) => ({ paper, findings: own }))
    .toSorted((a, b) => rank(a.paper) - rank(b.paper));
}
