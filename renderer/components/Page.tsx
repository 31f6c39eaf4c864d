import type { UseQueryResult } from "@tanstack/react-query";
import { Spin } from "antd";
import type { ReactNode } from "react";
import { ErrorBox } from "./ErrorBox.tsx";
import "./page.css";

/** The room of a screen: a header and below it one part that fills what is left. `scroll` for pages longer than that. */
export function Page({ children, scroll }: Readonly<{ children: ReactNode; scroll?: boolean }>) {
  return <div className={scroll ? "jf-page jf-page-scroll" : "jf-page"}>{children}</div>;
}

/** Shows an answer, or why there is none. While it is on its way nothing jumps. */
export function Loaded<Data>({
  query,
  children,
}: Readonly<{ query: UseQueryResult<Data, Error>; children: (data: Data) => ReactNode }>) {
  if (query.data !== undefined) return children(query.data);
  if (query.isError) return <ErrorBox error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <div className="jf-loading">
      <Spin delay={300} />
    </div>
  );
}

/** A titled part of a page, between hairlines. */
export function Section({
  title,
  note,
  actions,
  children,
}: Readonly<{ title: ReactNode; note?: ReactNode; actions?: ReactNode; children: ReactNode }>) {
  return (
    <section className="jf-section">
      <header className="jf-section-head">
        <h2>{title}</h2>
        {note === undefined ? null : <span className="jf-soft">{note}</span>}
        <span className="jf-spacer" />
        {actions}
      </header>
      {children}
    </section>
  );
}
