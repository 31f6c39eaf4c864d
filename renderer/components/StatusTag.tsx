import type { ReactNode } from "react";
import "./tags.css";

/** `done` is finished, `open` waits for somebody; `block` and `warn` only where something is wrong. */
export type StatusTone = "plain" | "open" | "done" | "muted" | "block" | "warn";

/** A state in one word with a mark before it. Its shape tells states apart, so that colour is left for severity. */
export function StatusTag({
  tone = "plain",
  children,
}: Readonly<{ tone?: StatusTone; children: ReactNode }>) {
  return (
    <span className={`jf-status jf-status-${tone}`}>
      <span className="jf-status-mark" aria-hidden />
      {children}
    </span>
  );
}
