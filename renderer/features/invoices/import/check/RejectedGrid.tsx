import { useVirtualizer } from "@tanstack/react-virtual";
import { type CSSProperties, useEffect, useEffectEvent, useId, useMemo, useRef } from "react";
import { columnLetters } from "#shared/excel/plainCell.ts";
import type { PreviewSheet, RejectedRow } from "#shared/invoices/preview.ts";
import type { Place } from "../../../../components/sheet/places.ts";
import { useCellKeys } from "../../../../components/sheet/useCellKeys.ts";
import { cellText, type Fixes, withFix } from "./fixes.ts";
import { RejectedLine } from "./RejectedLine.tsx";
import { cellWidths } from "./rejectedSheet.ts";
import "./rejected.css";

type Props = Readonly<{
  /** Of one sheet. */
  rows: readonly RejectedRow[];
  sheet: PreviewSheet | undefined;
  /** The row of the sheet to begin with; it takes the keys. */
  startRow: number | null;
  fixes: Fixes;
  onFixes: (fixes: Fixes) => void;
  onUndo: () => boolean;
  onRecheck: () => void;
  /** The row that has the keys, to say its reason in full. */
  onActive: (row: number) => void;
}>;

const rowHeight = 30;
/** Row number and reason stay at the left. */
const fixedWidth = 52 + 280;

/** The refused rows as the sheet has them; a cell is mended where it stands. */
export function RejectedGrid({ rows, sheet, startRow, fixes, onFixes, onUndo, onRecheck, onActive }: Props) {
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLTableElement>(null);
  const widths = useMemo(() => cellWidths(rows, sheet), [rows, sheet]);
  const titles = useMemo(() => new Map(sheet?.columns.map(({ index, title }) => [index, title])), [sheet]);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 10,
    scrollPaddingStart: rowHeight + 22,
    scrollPaddingEnd: 4,
  });
  const place = useRef<number | null>(startRow);
  const goneTo = (row: number) => {
    place.current = rows[row]?.row ?? null;
    onActive(row);
  };
  const show = ({ row, column }: Place) => {
    goneTo(row);
    virtualizer.scrollToIndex(row);
    const left = widths.slice(0, column).reduce((sum, width) => sum + width, 0);
    const room = scroller.current;
    if (room === null) return;
    const right = left + (widths[column] ?? 0);
    if (left < room.scrollLeft) room.scrollLeft = left;
    else if (right > room.scrollLeft + room.clientWidth - fixedWidth)
      room.scrollLeft = right - room.clientWidth + fixedWidth;
  };
  const keys = useCellKeys({
    size: () => ({
      rows: rows.length,
      columns: widths.length,
      pageRows: Math.max(1, Math.floor((scroller.current?.clientHeight ?? 400) / rowHeight) - 2),
    }),
    canWrite: ({ row }) => (rows[row]?.cells.length ?? 0) > 0,
    textAt: ({ row, column }) => {
      const line = rows[row];
      return line === undefined ? "" : cellText(fixes, line, column);
    },
    // In another row to what is wrong there.
    columnIn: (row) => rows[row]?.index ?? 0,
    take: ({ row, column }, text) => {
      const line = rows[row];
      if (line !== undefined) onFixes(withFix(fixes, line, column, text));
    },
    command: (event) => {
      if (!event.ctrlKey && !event.metaKey) return false;
      if (event.key.toLowerCase() === "z") return onUndo();
      if (event.key === "Enter") onRecheck();
      return event.key === "Enter";
    },
    show,
    focus: () => grid.current?.focus({ preventScroll: true }),
  });
  const { active, writing } = keys;
  const keepPlace = useEffectEvent(() => {
    const found = rows.findIndex(({ row }) => row >= (place.current ?? 0));
    const row = found === -1 ? rows.length - 1 : found;
    if (place.current === null || row < 0) return;
    const next = { row, column: rows[row]?.index ?? active?.column ?? 0 };
    keys.pick(next);
    show(next);
  });
  // Rows that were mended are gone: the keys stay on theirs, or go to the next one down the sheet.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only other rows move the place
  useEffect(() => keepPlace(), [rows]);
  useEffect(() => {
    if (startRow !== null) grid.current?.focus({ preventScroll: true });
  }, [startRow]);
  const style: CSSProperties & Record<"--jf-cells" | "--jf-cells-width", string> = {
    "--jf-cells": `52px 280px ${widths.map((width) => `${width}px`).join(" ")}`,
    "--jf-cells-width": `${fixedWidth + widths.reduce((sum, width) => sum + width, 0)}px`,
  };
  return (
    <div ref={scroller} className="jf-cells" style={style}>
      <table
        ref={grid}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table one moves in
        role="grid"
        aria-label="拒绝的行"
        aria-rowcount={rows.length}
        aria-colcount={widths.length}
        aria-activedescendant={active === null ? undefined : `${id}-${active.row}-${active.column}`}
        tabIndex={0}
        onFocus={keys.onFocus}
        onKeyDown={keys.onKeyDown}
      >
        <thead>
          <tr className="jf-cells-line">
            <th className="jf-cells-row">行</th>
            <th className="jf-cells-reason">为什么拒绝</th>
            {widths.map((_, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column has no other name
              <th key={index} title={titles.get(index)}>
                <span className="jf-faint">{columnLetters(index)}</span> {titles.get(index)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody style={{ height: Math.max(virtualizer.getTotalSize(), rowHeight) }}>
          {virtualizer.getVirtualItems().map((item) => {
            const row = rows[item.index];
            if (row === undefined) return null;
            return (
              <RejectedLine
                key={`${row.row} ${item.index}`}
                id={`${id}-${item.index}`}
                top={item.start}
                row={row}
                columns={widths.length}
                titles={titles}
                fixes={fixes}
                activeColumn={active?.row === item.index ? active.column : null}
                writing={writing?.place.row === item.index ? writing : null}
                onPick={(column) => {
                  keys.pick({ row: item.index, column });
                  goneTo(item.index);
                  grid.current?.focus({ preventScroll: true });
                }}
                onWrite={(column) => keys.write({ row: item.index, column })}
                onWritten={keys.written}
              />
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
