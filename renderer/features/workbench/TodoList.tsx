import type { ReactNode } from "react";
import { Link } from "react-router";

/** One thing to do: what, for whom, when, how much. */
export type Todo = Readonly<{
  key: string;
  to: string;
  what: ReactNode;
  who?: ReactNode;
  when?: ReactNode;
  amount?: string;
  /** `what` is a sentence and takes the whole line. */
  wide?: boolean;
}>;

type Props = Readonly<{
  title: string;
  /** Colours the count only: overdue and blocked things. */
  alarm?: "block" | "warn";
  items: readonly Todo[];
  /** How many there are, where one line stands for all of them. */
  count?: number;
  /** Added up, as shown. */
  sum?: string;
  none: string;
  extra?: ReactNode;
  /** Where all of them stand. */
  to: string;
}>;

const mostShown = 5;

/** A short list of what waits, with the way to the whole of it. */
export function TodoList({ title, alarm, items, count = items.length, sum, extra, none, to }: Props) {
  const rest = items.length - mostShown;
  return (
    <section className="jf-todo">
      <header>
        <h2>{title}</h2>
        <span className={alarm !== undefined && count > 0 ? `jf-count jf-count-${alarm}` : "jf-count"}>
          {count}
        </span>
        <span className="jf-spacer" />
        {sum === undefined || sum === "" || items.length === 0 ? null : (
          <span className="jf-soft">合计 {sum}</span>
        )}
        {extra}
      </header>
      {items.length === 0 ? <p className="jf-todo-none">{none}</p> : null}
      <ul>
        {items.slice(0, mostShown).map((item) => (
          <li key={item.key}>
            <Link to={item.to} className={item.wide ? "jf-todo-row jf-todo-wide" : "jf-todo-row"}>
              <span className="jf-todo-what">{item.what}</span>
              {item.wide ? null : (
                <>
                  <span className="jf-todo-who">{item.who}</span>
                  <span className="jf-todo-when">{item.when}</span>
                  <span className="jf-amount">{item.amount}</span>
                </>
              )}
            </Link>
          </li>
        ))}
      </ul>
      {rest > 0 ? (
        <Link to={to} className="jf-todo-more">
          另有 {rest} 项，查看全部
        </Link>
      ) : null}
    </section>
  );
}
