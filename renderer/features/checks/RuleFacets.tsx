import type { RuleGroup } from "./groupFindings.ts";

type Props = Readonly<{
  rules: readonly RuleGroup[];
  ruleId: string | null;
  onChange: (ruleId: string | null) => void;
}>;

/** The rules that found something; a click shows one of them alone. */
export function RuleFacets({ rules, ruleId, onChange }: Props) {
  return (
    <nav className="jf-facets" aria-label="按规则查看">
      <button
        type="button"
        className="jf-plain jf-facet"
        aria-pressed={ruleId === null}
        onClick={() => onChange(null)}
      >
        <span>全部规则</span>
        <span className="jf-num jf-soft">
          {rules.reduce((sum, rule) => sum + rule.findings.length, 0).toLocaleString("en-US")}
        </span>
      </button>
      {rules.map((rule) => (
        <button
          key={rule.ruleId}
          type="button"
          className="jf-plain jf-facet"
          data-severity={rule.severity}
          aria-pressed={ruleId === rule.ruleId}
          title={rule.ruleName}
          onClick={() => onChange(ruleId === rule.ruleId ? null : rule.ruleId)}
        >
          <span className="jf-facet-name">
            <span className="jf-faint jf-num">{rule.ruleId}</span> {rule.ruleName}
          </span>
          <span className="jf-num jf-soft">{rule.findings.length.toLocaleString("en-US")}</span>
        </button>
      ))}
    </nav>
  );
}
