import type { Severity } from "#shared/model/check.ts";
import "./tags.css";
import { severityWords } from "#shared/words/words.ts";

/** 阻断, 警告 or 提示: the only colour in the window. */
export function SeverityTag({ severity, count }: Readonly<{ severity: Severity; count?: number }>) {
  return (
    <span className={`jf-tag jf-severity-${severity}`}>
      {severityWords[severity]}
      {count === undefined ? null : <span className="jf-num"> {count}</span>}
    </span>
  );
}

type Counts = Readonly<Record<Severity, number>>;

/** The findings of an object in one cell, the gravest first; nothing when there are none. */
export function SeverityCounts({ counts }: Readonly<{ counts: Counts }>) {
  return (
    <span className="jf-tag-row">
      {(["block", "warn", "hint"] as const).map((severity) =>
        counts[severity] === 0 ? null : (
          <SeverityTag key={severity} severity={severity} count={counts[severity]} />
        ),
      )}
    </span>
  );
}
