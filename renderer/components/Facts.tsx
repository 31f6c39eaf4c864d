import { Fragment, type ReactNode } from "react";
import "./page.css";

export type Fact = Readonly<{ label: string; value: ReactNode; wide?: boolean }>;

/** What is known of an object: label and value, in one or more columns. */
export function Facts({ items, columns = 2 }: Readonly<{ items: readonly Fact[]; columns?: 1 | 2 | 3 }>) {
  return (
    <dl className={`jf-facts jf-facts-${columns} jf-selectable`}>
      {items.map(({ label, value, wide }) => (
        <Fragment key={label}>
          <dt className={wide ? "jf-wide" : ""}>{label}</dt>
          <dd className={wide ? "jf-wide" : ""}>{value === null || value === "" ? "—" : value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
