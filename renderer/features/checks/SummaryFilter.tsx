import type { FindingView } from "#shared/api/checks.ts";
import { severities } from "#shared/model/check.ts";
import { formatCount } from "../../components/inputs/readDecimal.ts";
import { SeverityTag } from "../../components/SeverityTag.tsx";
import { openCounts, type StateFilter } from "./groupFindings.ts";

type Props = Readonly<{
  findings: readonly FindingView[];
  state: StateFilter;
  onChange: (state: StateFilter) => void;
}>;

/** The counts by severity, each of them the filter for itself. */
export function SummaryFilter({ findings, state, onChange }: Props) {
  const counts = openCounts(findings);
  const open = counts.block + counts.warn + counts.hint;
  const reopened = findings.filter((finding) => finding.reopened).length;
  const button = (value: StateFilter, label: React.ReactNode, count: number) => (
    <button
      key={value}
      type="button"
      className="jf-plain jf-summary"
      aria-pressed={state === value}
      onClick={() => onChange(value)}
    >
      {label}
      <span className="jf-num jf-summary-count">{formatCount(count)}</span>
    </button>
  );
  return (
    <fieldset className="jf-summaries" aria-label="按级别查看">
      {button("open", "待处理", open)}
      {severities.map((severity) => button(severity, <SeverityTag severity={severity} />, counts[severity]))}
      {reopened === 0 ? null : button("reopened", "重新打开（数据已变）", reopened)}
      {button("accepted", "已认可", findings.length - open)}
    </fieldset>
  );
}
