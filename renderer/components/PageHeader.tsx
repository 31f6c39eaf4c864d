import type { ReactNode } from "react";
import "./page.css";

type Props = Readonly<{
  title: ReactNode;
  /** One quiet line: what is shown, as of when. */
  note?: ReactNode;
  /** Before the title, for example the way back to the list. */
  before?: ReactNode;
  actions?: ReactNode;
}>;

/** The head of a screen: its name at the left, what can be done at the right. */
export function PageHeader({ title, note, before, actions }: Props) {
  return (
    <header className="jf-page-header">
      {before}
      <h1>{title}</h1>
      {note === undefined ? null : <span className="jf-soft jf-page-note">{note}</span>}
      <span className="jf-spacer" />
      {actions}
    </header>
  );
}
