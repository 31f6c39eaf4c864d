import type { ReactNode } from "react";
import "./page.css";

type Props = Readonly<{
  title: string;
  /** What to do first. */
  children?: ReactNode;
  /** The button that does it. */
  action?: ReactNode;
}>;

/** An empty page says what to do first. */
export function EmptyState({ title, children, action }: Props) {
  return (
    <div className="jf-empty">
      <p className="jf-empty-title">{title}</p>
      {children === undefined ? null : <div className="jf-soft">{children}</div>}
      {action === undefined ? null : <div className="jf-empty-action">{action}</div>}
    </div>
  );
}
