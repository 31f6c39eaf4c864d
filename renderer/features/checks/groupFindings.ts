import type { FindingView } from "#shared/api/checks.ts";
import type { ListInput } from "#shared/api/filings.ts";
import { type Severity, severities } from "#shared/model/check.ts";
import type { RuleArea } from "#shared/rules/rule.ts";
import { severityWords } from "#shared/words/words.ts";
import { subjectWords } from "../../app/paths.ts";
import { figureTexts } from "../../components/figures.ts";
import { foldText } from "../../components/table/cellText.ts";

/** What is shown: open findings of one severity, all open ones, those that opened again, or those that were accepted. */
export type StateFilter = Severity | "open" | "reopened" | "accepted";

export type FindingFilter = Readonly<{
  state: StateFilter;
  /** Null for all areas. */
  area: RuleArea | null;
  /** Null for all rules. */
  ruleId: string | null;
  typed: string;
}>;

export const noFilter: FindingFilter = { state: "open", area: null, ruleId: null, typed: "" };

/** Open findings by severity. */
export function openCounts(findings: readonly FindingView[]): Readonly<Record<Severity, number>> {
  const counts = { block: 0, warn: 0, hint: 0 };
  for (const { severity, state } of findings) if (state === "open") counts[severity] += 1;
  return counts;
}

const inState = ({ state, severity, reopened }: FindingView, filter: StateFilter): boolean => {
  switch (filter) {
    case "accepted":
      return state === "accepted";
    case "reopened":
      return reopened;
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
  { state, area, ruleId, typed }: FindingFilter,
): readonly FindingView[] {
  const words = foldText(typed)
    .split(/\s+/)
    .filter((word) => word !== "");
  return findings.filter((finding) => {
    if (!inState(finding, state) || (ruleId !== null && finding.ruleId !== ruleId)) return false;
    if (area !== null && finding.area !== area) return false;
    if (words.length === 0) return true;
    const text = textOf(finding);
    return words.every((word) => text.includes(word));
  });
}

export type RuleGroup = Readonly<{
  ruleId: string;
  ruleName: string;
  area: RuleArea | null;
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
      area: found[0]?.area ?? null,
      severity: found.reduce<Severity>(
        (gravest, { severity }) => (rank(severity) < rank(gravest) ? severity : gravest),
        "hint",
      ),
      findings: found,
    }))
    .toSorted((a, b) => rank(a.severity) - rank(b.severity) || (a.ruleId < b.ruleId ? -1 : 1));
}

/** The rules that found something, by area, in the order of their areas' gravest rule. */
export type AreaGroup = Readonly<{ area: RuleArea | null; count: number; rules: readonly RuleGroup[] }>;

export function groupByArea(groups: readonly RuleGroup[]): readonly AreaGroup[] {
  const areas = [...new Set(groups.map(({ area }) => area))];
  return areas.map((area) => {
    const rules = groups.filter((group) => group.area === area);
    return { area, rules, count: rules.reduce((sum, { findings }) => sum + findings.length, 0) };
  });
}

/** What may be accepted at one go: open findings, none of them 阻断. */
export const acceptable = (findings: readonly FindingView[]): readonly FindingView[] =>
  findings.filter(({ state, severity }) => state === "open" && severity !== "block");

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

const stateWord = ({ state, reopened }: FindingView): string =>
  state === "accepted" ? "已认可" : reopened ? "重新打开（数据已变）" : "待处理";

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
    stateWord(finding),
    finding.decision === null ? "" : `${finding.decision.reason}（${finding.decision.decidedBy}）`,
  ]),
});
