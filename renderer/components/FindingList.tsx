import type { FindingView } from "#shared/api/checks.ts";
import { FindingItem } from "./FindingItem.tsx";
import "./findings.css";
import { severities } from "#shared/model/check.ts";

const rank = (finding: FindingView): number =>
  severities.indexOf(finding.severity) + (finding.state === "open" ? 0 : severities.length);

/** The gravest first, what was accepted last. */
export const sortFindings = (findings: readonly FindingView[]): readonly FindingView[] =>
  [...findings].sort((left, right) => rank(left) - rank(right));

type Props = Readonly<{
  findings: readonly FindingView[];
  /** Said when there are none. */
  none?: string;
  /** For a draft that is not stored yet, findings cannot be decided on. */
  readOnly?: boolean;
  /** In a narrow column the button stands below. */
  narrow?: boolean;
}>;

/** 问题: each with its sentence, how to mend it, the objects, the figures, and the decision on it. */
export function FindingList({ findings, none = "没有发现问题。", readOnly = false, narrow = false }: Props) {
  if (findings.length === 0) return <p className="jf-soft">{none}</p>;
  return (
    <ul className={narrow ? "jf-findings jf-findings-narrow" : "jf-findings"}>
      {sortFindings(findings).map((finding) => (
        <FindingItem key={finding.key} finding={finding} readOnly={readOnly} />
      ))}
    </ul>
  );
}
