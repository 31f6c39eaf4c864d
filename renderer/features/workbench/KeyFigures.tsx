import type { ReactNode } from "react";
import { Link } from "react-router";
import type { Workbench } from "#shared/api/office.ts";
import { timeProgressName } from "#shared/budget/timeProgress.ts";
import { cents, formatBp, formatYuan } from "#shared/kernel/cents.ts";

/** The year in one line. Each figure leads to the papers behind it. */
export function KeyFigures({ bench, projectPath }: Readonly<{ bench: Workbench; projectPath: string }>) {
  const { budgetCents, paidCents, committedCents, executionBp, progress } = bench;
  const freeCents = budgetCents - paidCents - committedCents;
  return (
    <section className="jf-figures" aria-label="年度概况，单位：元">
      <Figure to={projectPath} label="年度预算（元）" value={formatYuan(budgetCents)} />
      <Figure to="/payments?f.state=已付" label="已付" value={formatYuan(paidCents)} />
      <Figure to="/contracts" label="已签未付" value={formatYuan(committedCents)} />
      <Figure to="/budget" label="可用余额" value={formatYuan(cents(freeCents))} alarm={freeCents < 0} />
      <Figure
        to="/budget"
        label="执行率"
        value={formatBp(executionBp)}
        note={`${timeProgressName(progress)} ${formatBp(progress.bp)}`}
      >
        <ExecutionBar executionBp={executionBp} timeBp={progress.bp} />
      </Figure>
    </section>
  );
}

type FigureProps = Readonly<{
  to: string;
  label: string;
  value: string;
  note?: string;
  alarm?: boolean;
  children?: ReactNode;
}>;

function Figure({ to, label, value, note, alarm, children }: FigureProps) {
  return (
    <Link to={to} className="jf-figure">
      <span className="jf-figure-label">
        {label}
        {note === undefined ? null : <span className="jf-figure-note">{note}</span>}
      </span>
      <span className={alarm ? "jf-figure-value jf-figure-alarm" : "jf-figure-value"}>{value}</span>
      {children}
    </Link>
  );
}

const percent = (bp: number): string => `${Math.min(100, Math.max(0, bp / 100))}%`;

/** What was paid, with a mark where the year stands. */
function ExecutionBar({ executionBp, timeBp }: Readonly<{ executionBp: number; timeBp: number }>) {
  return (
    <span className="jf-bar" aria-hidden>
      <span className="jf-bar-fill" style={{ width: percent(executionBp) }} />
      <span className="jf-bar-mark" style={{ left: percent(timeBp) }} />
    </span>
  );
}
