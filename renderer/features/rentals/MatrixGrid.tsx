import { useVirtualizer } from "@tanstack/react-virtual";
import { type CSSProperties, type KeyboardEvent, useId, useRef, useState } from "react";
import type { RentalMatrix } from "#shared/api/rentals.ts";
import type { IsoDate, YearMonth } from "#shared/kernel/dates.ts";
import { useToday } from "../../app/status.ts";
import { MatrixRow } from "./MatrixRow.tsx";
import { MatrixSums } from "./MatrixSums.tsx";
import {
  cellsByMonth,
  columnWidths,
  type Place,
  placeAfter,
  type MatrixSums as Sums,
  sumsOf,
} from "./matrix.ts";

type Props = Readonly<{
  matrix: RentalMatrix;
  open: Readonly<{ rentalId: string | null; month: string | null }>;
  onOpen: (rentalId: string, month: YearMonth) => void;
  onEdit: (rentalId: string) => void;
  onClose: () => void;
}>;

const rowHeight = 104;
const headHeight = 32;

/** Devices by months: the first column stays, the arrow keys go from cell to cell, Enter opens the papers behind one. */
export function MatrixGrid({ matrix, open, onOpen, onEdit, onClose }: Props) {
  const { rows, months } = matrix;
  const id = useId();
  const today = useToday();
  const scroller = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLTableElement>(null);
  const [active, setActive] = useState<Place | null>(() => placeOfOpen(matrix, open));
  const sums = sumsOf(matrix);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 4,
    scrollPaddingStart: headHeight,
    scrollPaddingEnd: rowHeight,
  });

  const openCell = ({ row, column }: Place) => {
    const [rental, month] = [rows[row], months[column]];
    if (rental !== undefined && month !== undefined) onOpen(rental.rental.id, month);
  };
  const moveTo = (place: Place) => {
    setActive(place);
    virtualizer.scrollToIndex(place.row);
    showColumn(scroller.current, place.column);
    if (open.month !== null) openCell(place);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    if (event.key === "Escape" && open.month !== null) {
      event.preventDefault();
      onClose();
      return;
    }
    const from = active ?? { row: 0, column: 0 };
    if (event.key === "Enter") {
      event.preventDefault();
      setActive(from);
      openCell(from);
      return;
    }
    const pageRows = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 600) / rowHeight) - 1);
    const size = { rows: rows.length, columns: months.length, pageRows };
    const next = active === null ? from : placeAfter(event.key, from, size, event.ctrlKey || event.metaKey);
    if (next === null || placeAfter(event.key, from, size) === null) return;
    event.preventDefault();
    moveTo(next);
  };

  return (
    <div ref={scroller} className="jf-matrix" style={columnStyle(sums)}>
      <table
        ref={grid}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table one moves in
        role="grid"
        aria-label="月租"
        aria-rowcount={rows.length}
        aria-colcount={months.length}
        aria-activedescendant={active === null ? undefined : `${id}-${active.row}-${active.column}`}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <MatrixHead months={months} today={today} />
        <tbody style={{ height: Math.max(virtualizer.getTotalSize(), headHeight) }}>
          {virtualizer.getVirtualItems().map((item) => {
            const row = rows[item.index];
            const sum = sums.rows[item.index];
            return row === undefined || sum === undefined ? null : (
              <MatrixRow
                key={row.rental.id}
                id={`${id}-${item.index}`}
                top={item.start}
                row={row}
                cells={cellsByMonth(row, months)}
                sum={sum}
                active={active?.row === item.index ? active.column : null}
                openMonth={row.rental.id === open.rentalId ? open.month : null}
                onPick={(column) => {
                  setActive({ row: item.index, column });
                  openCell({ row: item.index, column });
                  grid.current?.focus({ preventScroll: true });
                }}
                onEdit={() => onEdit(row.rental.id)}
              />
            );
          })}
          {rows.length === 0 ? (
            <tr>
              <td className="jf-table-none">没有符合筛选条件的月租。</td>
            </tr>
          ) : null}
        </tbody>
        {rows.length === 0 ? null : <MatrixSums months={months} sums={sums} />}
      </table>
    </div>
  );
}

const fixedWidth = 152 + 56;

function columnStyle(sums: Sums): CSSProperties {
  const { month, sum } = columnWidths(sums);
  const width = fixedWidth + sums.months.length * month + sum;
  const style: CSSProperties & Readonly<Record<`--jf-${string}`, string>> = {
    "--jf-matrix-months": String(sums.months.length),
    "--jf-month-width": `${month}px`,
    "--jf-sum-width": `${sum}px`,
    "--jf-matrix-width": `${width}px`,
  };
  return style;
}

function MatrixHead({ months, today }: Readonly<{ months: readonly YearMonth[]; today: IsoDate }>) {
  return (
    <thead>
      <tr className="jf-matrix-line">
        <th className="jf-matrix-name">设备</th>
        <td className="jf-matrix-words" />
        {months.map((month) => (
          <th key={month} className={today.startsWith(month) ? "jf-right jf-matrix-now" : "jf-right"}>
            {Number(month.slice(5))}月
          </th>
        ))}
        <th className="jf-right">合计</th>
      </tr>
    </thead>
  );
}

function placeOfOpen({ rows, months }: RentalMatrix, { rentalId, month }: Props["open"]): Place | null {
  const row = rows.findIndex(({ rental }) => rental.id === rentalId);
  const names: readonly string[] = months;
  return row === -1 ? null : { row, column: Math.max(0, names.indexOf(month ?? "")) };
}

/** Brings a column between the one that stays and the right edge. */
function showColumn(scroller: HTMLElement | null, column: number): void {
  const [names, words, cell] = [0, 1, column + 2].map(
    (index) => scroller?.querySelector("thead tr")?.children.item(index) ?? null,
  );
  if (scroller === null || !(cell instanceof HTMLElement) || !names || !words) return;
  const stays = names.clientWidth + words.clientWidth;
  const [left, right] = [cell.offsetLeft, cell.offsetLeft + cell.offsetWidth];
  if (left < scroller.scrollLeft + stays) scroller.scrollLeft = left - stays;
  else if (right > scroller.scrollLeft + scroller.clientWidth)
    scroller.scrollLeft = right - scroller.clientWidth;
}
