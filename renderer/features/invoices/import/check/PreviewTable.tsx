import { memo, useEffect, useMemo, useRef, useState } from "react";
import type { ImportIssue, ImportPreview } from "#shared/invoices/preview.ts";
import { invoiceWords } from "#shared/words/words.ts";
import { EmptyState } from "../../../../components/EmptyState.tsx";
import { SeverityCounts } from "../../../../components/SeverityTag.tsx";
import { SplitView } from "../../../../components/SplitView.tsx";
import type { TableColumn } from "../../../../components/table/column.ts";
import { DataTable } from "../../../../components/table/DataTable.tsx";
import { EntryPane } from "./EntryPane.tsx";
import { type MendedCell, mendedCells, mendedRule, mendedText } from "./mendedCells.ts";
import {
  canLeaveOut,
  countSeverities,
  type EntryLine,
  entryLines,
  entrySentence,
  leftOutOf,
  linesOf,
  type PreviewPart,
  partNotes,
  partWords,
  tickedOf,
} from "./previewEntries.ts";
import { type ByRow, byRow, isMadeOf, ofRows } from "./rowPlaces.ts";

type Props = Readonly<{
  preview: ImportPreview;
  part: PreviewPart;
  /** What is said of the row to begin with: its invoice is open, and has the keys. */
  start: ImportIssue | null;
  leftOut: ReadonlySet<string>;
  onLeaveOut: (leftOut: ReadonlySet<string>) => void;
}>;

/** What there is to say of the rows of the file. */
type Told = Readonly<{ issues: ByRow<ImportIssue>; mended: ByRow<MendedCell> }>;

/** One line an invoice, with its sentence; a click shows ledger and file side by side. Progress does not draw it anew. */
export const PreviewTable = memo(function PreviewTable({ preview, part, start, leftOut, onLeaveOut }: Props) {
  const lines = useMemo(() => entryLines(preview.entries), [preview]);
  const [openKey, setOpenKey] = useState(() =>
    start === null ? null : (lines.find((line) => isMadeOf(line, start))?.key ?? null),
  );
  const rows = useMemo(() => linesOf(lines, part), [lines, part]);
  const told = useMemo(
    () => ({ issues: byRow(preview.issues), mended: byRow(mendedCells(preview.sheets)) }),
    [preview],
  );
  const ticked = useMemo(() => tickedOf(rows, leftOut), [rows, leftOut]);
  const columns = useMemo(() => columnsOf(part, told), [part, told]);
  const open = openKey === null ? undefined : rows.find(({ key }) => key === openKey);
  const isAlone = open === undefined;
  const list = useRef<HTMLDivElement>(null);
  const isLed = start !== null;
  useEffect(() => {
    if (!isLed) return;
    // The list goes to its open row first.
    const frame = requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>('[role="grid"]')?.focus({ preventScroll: true }),
    );
    return () => cancelAnimationFrame(frame);
  }, [isLed]);
  const isTickable = part === "all" || part === "new" || part === "changed";
  return (
    <SplitView
      detailSize="50%"
      list={
        <div ref={list} className="jf-preview-list">
          <DataTable
            key={part}
            title={`导入预览 ${partWords[part]}`}
            columns={columns}
            shownColumns={isAlone ? undefined : columns.filter(({ key }) => besidePane.has(key))}
            rows={rows}
            rowKey={keyOf}
            openKey={isAlone ? null : openKey}
            onOpen={({ key }) => setOpenKey(key)}
            onClose={() => setOpenKey(null)}
            rowTone={(entry) => (leftOut.has(entry.number) && canLeaveOut(entry) ? "muted" : undefined)}
            {...(isTickable
              ? {
                  ticks: {
                    ticked,
                    allowed: canLeaveOut,
                    label: "导入这张发票",
                    onChange: (keys) => onLeaveOut(leftOutOf(rows, keys, leftOut)),
                  },
                }
              : {})}
            toolbar={isAlone ? <span className="jf-soft">{partNotes[part]}</span> : undefined}
            empty={
              <EmptyState title={part === "all" ? "清单里没有发票" : `没有“${partWords[part]}”的发票`} />
            }
          />
        </div>
      }
      detail={
        open === undefined ? null : (
          <EntryPane
            key={open.key}
            previewId={preview.id}
            entry={open}
            issues={ofRows(told.issues, open)}
            mended={ofRows(told.mended, open)}
            came={start !== null && isMadeOf(open, start) ? start : null}
            onClose={() => setOpenKey(null)}
          />
        )
      }
    />
  );
});

const keyOf = ({ key }: EntryLine): string => key;

/** Beside an open invoice there is room for what tells it apart. */
const besidePane: ReadonlySet<string> = new Set(["result", "number", "seller", "gross"]);

/** The sentence, what was mended in it, and what else is said of its rows. */
function sentenceOf(entry: EntryLine, { issues, mended }: Told): string {
  const cells = ofRows(mended, entry);
  const own = entrySentence(entry) || messagesOf(ofRows(issues, entry));
  return cells.length === 0 ? own : `已改：${cells.map(mendedText).join("；")}。${own}`;
}

const messagesOf = (issues: readonly ImportIssue[]): string =>
  issues
    .filter(({ ruleId }) => ruleId !== mendedRule)
    .map(({ message }) => message)
    .join("");

function columnsOf(part: PreviewPart, told: Told): readonly TableColumn<EntryLine>[] {
  const result: TableColumn<EntryLine> = {
    key: "result",
    title: "结果",
    kind: "text",
    width: 64,
    value: (entry) => partWords[entry.result],
  };
  return [
    ...(part === "all" ? [result] : []),
    { key: "number", title: "发票号码", kind: "text", width: 172, value: (entry) => entry.number },
    { key: "issueDate", title: "开票日期", kind: "date", width: 96, value: (entry) => entry.issueDate },
    {
      key: "seller",
      title: "销方",
      kind: "text",
      width: 190,
      grow: 2,
      value: (entry) => entry.sellerName,
    },
    {
      key: "gross",
      title: "价税合计",
      kind: "amount",
      width: 112,
      sum: true,
      value: (entry) => entry.grossCents,
    },
    {
      key: "status",
      title: "发票状态",
      kind: "text",
      width: 104,
      value: (entry) => `${invoiceWords[entry.status]}${entry.isRed ? "，红字" : ""}`,
    },
    {
      key: "sentence",
      title: "说明",
      kind: "text",
      width: 160,
      grow: 4,
      value: (entry) => sentenceOf(entry, told),
    },
    {
      key: "issues",
      title: "提示",
      kind: "text",
      width: 84,
      value: (entry) => ofRows(told.issues, entry).length || null,
      render: (entry) => <SeverityCounts counts={countSeverities(ofRows(told.issues, entry))} />,
    },
  ];
}
