import type { HeldTotal } from "#shared/invoices/preview.ts";
import { totalLines } from "./controlTotals.ts";

const shown = 2;

/** What the file says its rows come to, beside what they do: the proof that nothing was lost on the way. */
export function ControlTotals({ totals }: Readonly<{ totals: readonly HeldTotal[] }>) {
  const lines = totalLines(totals);
  if (lines.length === 0) return null;
  const rest = lines.slice(shown).map(({ text }) => text);
  return (
    <ul className="jf-control-totals" aria-label="合计核对">
      {lines.slice(0, shown).map(({ key, text, met }) => (
        <li key={key} className={met === false ? "jf-strong" : "jf-soft"}>
          <span aria-hidden>{met === true ? "✓" : met === false ? "≠" : "？"}</span> {text}
        </li>
      ))}
      {rest.length === 0 ? null : (
        <li className="jf-faint" title={rest.join("\n")}>
          另有 {rest.length} 处
        </li>
      )}
    </ul>
  );
}
