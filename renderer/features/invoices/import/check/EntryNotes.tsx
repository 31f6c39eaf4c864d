import type { ImportIssue } from "#shared/invoices/preview.ts";
import { SeverityTag } from "../../../../components/SeverityTag.tsx";
import { StatusTag } from "../../../../components/StatusTag.tsx";
import { type MendedCell, mendedText } from "./mendedCells.ts";

/** What there is to say of an invoice of the file; the issue that led here is marked. */
export function EntryNotes({
  issues,
  came,
}: Readonly<{ issues: readonly ImportIssue[]; came: ImportIssue | null }>) {
  if (issues.length === 0) return null;
  return (
    <ul className="jf-issue-list">
      {issues.map((issue) => {
        const { ruleId, row, column, severity, message } = issue;
        return (
          <li
            key={`${ruleId} ${row} ${column} ${message}`}
            aria-current={isSame(issue, came) ? true : undefined}
          >
            <SeverityTag severity={severity} />
            <span>
              {message} <span className="jf-faint">{[ruleId, column].filter(Boolean).join("，")}</span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}

const isSame = (one: ImportIssue, other: ImportIssue | null): boolean =>
  one.ruleId === other?.ruleId && one.row === other.row && one.message === other.message;

/** Cells that are imported otherwise than the file has them. */
export function MendedNotes({ cells }: Readonly<{ cells: readonly MendedCell[] }>) {
  if (cells.length === 0) return null;
  return (
    <ul className="jf-issue-list" aria-label="改过的格子">
      {cells.map((cell) => (
        <li key={`${cell.sheet} ${cell.row} ${cell.title}`}>
          <StatusTag tone="open">已改</StatusTag>
          <span>
            {mendedText(cell)} <span className="jf-faint">{`“${cell.sheet}”第 ${cell.row} 行`}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
