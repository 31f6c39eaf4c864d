import type { ReactNode } from "react";
import "../../projects/budget/budget.css";
import { moveInGrid } from "../../projects/budget/moveInGrid.ts";

/** A column between the value that was promised and the reason; without a width it takes what is left. */
type Column = Readonly<{ heading: string; width: number; title?: string }>;

type Props = Readonly<{
  label: string;
  /** Of what came of it, and what stands between it and the reason. */
  columns: readonly Column[];
  reason: string;
  /** There is nothing to write beside. */
  isEmpty: boolean;
  children: ReactNode;
}>;

/** The indicators of a project, to write beside each what came of it; rows are `EntryRow`s. */
export const EntryTable = ({ label, columns, reason, isEmpty, children }: Props) => (
  <div className="jf-grid-frame">
    <table className="jf-grid" aria-label={label} onKeyDown={moveInGrid}>
      <thead>
        <tr>
          <th>三级指标</th>
          <th style={{ width: 106 }}>年度指标值</th>
          {columns.map(({ heading, width, title }) => (
            <th key={heading} style={{ width }} title={title}>
              {heading}
            </th>
          ))}
          <th>{reason}</th>
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
    {isEmpty ? (
      <p className="jf-grid-none">还没有绩效指标。先在项目的“绩效指标”里填写，再到这里写完成情况。</p>
    ) : null}
  </div>
);
