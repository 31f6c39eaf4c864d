import type { FindingView } from "#shared/api/checks.ts";
import type { ListInput } from "#shared/api/filings.ts";
import { type Severity, severities } from "#shared/model/check.ts";
import { subjectWords } from "../../app/paths.ts";
import { figureTexts } from "../../components/figures.ts";
import { foldText } from "../../components/table/cellText.ts";
import { severityWords } from "../../components/words.ts";

/** What is shown: open findings of one severity, all open ones, or those that were accepted. */
export type StateFilter = Severity | "open" | "accepted";

export type FindingFilter = Readonly<{
  state: StateFilter;
  /** Null for all rules. */
  ruleId: string | null;
  typed: string;
}>;

export const noFilter: FindingFilter = { state: "open", ruleId: null, typed: "" };

/** Open findings by severity. */
export function openCounts(findings: readonly FindingView[]): Readonly<Record<Severity, number>> {
  const counts = { block: 0, warn: 0, hint: 0 };
  for (const { severity, state } of findings) if (state === "open") counts[severity] += 1;
  return counts;
}

const inState = ({ state, severity }: FindingView, filter: StateFilter): boolean => {
  switch (filter) {
    case "accepted":
      return state === "accepted";
    case "open":
      return state === "open";
    default:
      return state === "open" && severity === filter;
  }
};

const textOf = ({ ruleId, ruleName, message, remedy, subjects }: FindingView): string =>
  foldText([ruleId, ruleName, message, remedy, ...subjects.map(({ label }) => label)].join(" "));

export function filterFindings(
  findings: readonly FindingView[],
  { state, ruleId, typed }: FindingFilter,
): readonly FindingView[] {
  const words = foldText(typed)
    .split(/\s+/)
    .filter((word) => word !== "");
  return findings.filter((finding) => {
    if (!inState(finding, state) || (ruleId !== null && finding.ruleId !== ruleId)) return false;
    if (words.length === 0) return true;
    const text = textOf(finding);
    return words.every((word) => text.includes(word));
  });
}

export type RuleGroup = Readonly<{
  ruleId: string;
  ruleName: string;
  severity: Severity;
  findings: readonly FindingView[];
}>;

const rank = (severity: Severity): number => severities.indexOf(severity);

/** The findings by rule, the gravest rules first; an office may set severities by rule, so a rule has one. */
export function groupByRule(findings: readonly FindingView[]): readonly RuleGroup[] {
  const groups = new Map<string, FindingView[]>();
  for (const finding of findings) {
    const found = groups.get(finding.ruleId);
    if (found === undefined) groups.set(finding.ruleId, [finding]);
    else found.push(finding);
  }
  return [...groups.entries()]
    .map(([ruleId, found]) => ({
      ruleId,
      ruleName: found[0]?.ruleName ?? ruleId,
      severity: found.reduce<Severity>(
        (gravest, { severity }) => (rank(severity) < rank(gravest) ? severity : gravest),
        "hint",
      ),
      findings: found,
    }))
    .toSorted((a, b) => rank(a.severity) - rank(b.severity) || (a.ruleId < b.ruleId ? -1 : 1));
}

/** What the list shows from top to bottom: the heading of a rule, then its findings. */
export type ListRow =
  | Readonly<{ kind: "rule"; group: RuleGroup }>
  | Readonly<{ kind: "finding"; finding: FindingView }>;

export const listRows = (groups: readonly RuleGroup[]): readonly ListRow[] =>
  groups.flatMap((group) => [
    { kind: "rule" as const, group },
    ...group.findings.map((finding) => ({ kind: "finding" as const, finding })),
  ]);

const columns = [
  { title: "级别", width: 8, kind: "text" },
  { title: "规则", width: 10, kind: "text" },
  { title: "规则名称", width: 20, kind: "text" },
  { title: "问题", width: 60, kind: "text" },
  { title: "处理办法", width: 48, kind: "text" },
  { title: "对象", width: 40, kind: "text" },
  { title: "数字", width: 40, kind: "text" },
  { title: "状态", width: 10, kind: "text" },
  { title: "处理意见", width: 40, kind: "text" },
] as const;

/** The findings as they are shown, as a list for the officer's files. */
export const toList = (title: string, findings: readonly FindingView[]): ListInput => ({
  title,
  columns: [...columns],
  rows: findings.map((finding) => [
    severityWords[finding.severity],
    finding.ruleId,
    finding.ruleName,
    finding.message,
    finding.remedy,
    finding.subjects.map(({ kind, label }) => `${subjectWords[kind]} ${label}`).join("；"),
    figureTexts(finding.figures)
      .map(({ label, value }) => `${label} ${value}`)
      .join("；"),
    finding.state === "accepted" ? "已认可" : "待处理",
    finding.decision === null ? "" : `${finding.decision.reason}（${finding.decision.decidedBy}）`,
  ]),
});
