import type { RuleArea } from "#shared/rules/rule.ts";
import { arrowsAmong } from "../../components/arrowsAmong.ts";
import { formatCount } from "../../components/inputs/readDecimal.ts";
import { groupByArea, type RuleGroup } from "./groupFindings.ts";

/** One area or one rule alone; both null for all. */
export type Facet = Readonly<{ area: RuleArea | null; ruleId: string | null }>;

type Props = Readonly<{
  rules: readonly RuleGroup[];
  chosen: Facet;
  onChange: (facet: Facet) => void;
}>;

/** One stop of Tab for all of them, at the one that is chosen; arrows lead on. */
const stopAt = (isChosen: boolean): 0 | -1 => (isChosen ? 0 : -1);

const all: Facet = { area: null, ruleId: null };

/** The rules that found something, by area; a click shows one of them alone. */
export function RuleFacets({ rules, chosen, onChange }: Props) {
  const areas = groupByArea(rules);
  const isArea = (area: RuleArea | null) => area !== null && chosen.area === area && chosen.ruleId === null;
  const isGone =
    (chosen.area !== null && !areas.some(({ area }) => area === chosen.area)) ||
    (chosen.ruleId !== null && !rules.some(({ ruleId }) => ruleId === chosen.ruleId));
  const isAll = isGone || (chosen.area === null && chosen.ruleId === null);
  return (
    <nav className="jf-facets" aria-label="按规则查看" onKeyDown={arrowsAmong}>
      <button
        type="button"
        className="jf-plain jf-facet"
        aria-pressed={isAll}
        tabIndex={stopAt(isAll)}
        onClick={() => onChange(all)}
      >
        <span>全部规则</span>
        <span className="jf-num jf-soft">
          {formatCount(areas.reduce((sum, { count }) => sum + count, 0))}
        </span>
      </button>
      {areas.map(({ area, count, rules: ofArea }) => (
        <div key={area ?? ""} className="jf-facet-area">
          <button
            type="button"
            className="jf-plain jf-facet"
            aria-pressed={isArea(area)}
            tabIndex={stopAt(isArea(area))}
            onClick={() => onChange(chosen.area === area ? all : { area, ruleId: null })}
          >
            <span>{area ?? "其他"}</span>
            <span className="jf-num jf-soft">{formatCount(count)}</span>
          </button>
          {ofArea.map((rule) => (
            <button
              key={rule.ruleId}
              type="button"
              className="jf-plain jf-facet jf-facet-rule"
              data-severity={rule.severity}
              aria-pressed={chosen.ruleId === rule.ruleId}
              tabIndex={stopAt(chosen.ruleId === rule.ruleId)}
              title={rule.ruleName}
              onClick={() =>
                onChange(chosen.ruleId === rule.ruleId ? all : { area: null, ruleId: rule.ruleId })
              }
            >
              <span className="jf-facet-name">
                <span className="jf-faint jf-num">{rule.ruleId}</span> {rule.ruleName}
              </span>
              <span className="jf-num jf-soft">{formatCount(rule.findings.length)}</span>
            </button>
          ))}
        </div>
      ))}
    </nav>
  );
}
