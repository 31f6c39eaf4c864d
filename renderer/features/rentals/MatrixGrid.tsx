import { useVirtualizer } from "@tanstack/react-virtual";
import { type CSSProperties, useId, useMemo, useRef } from "react";
import type { RentalMatrix } from "#shared/api/rentals.ts";
import type { IsoDate, YearMonth } from "#shared/kernel/dates.ts";
import { useToday } from "../../app/status.ts";
import type { Place } from "../../components/sheet/places.ts";
import { MatrixRow, type RowHandlers } from "./MatrixRow.tsx";
import { MatrixSums } from "./MatrixSums.tsx";
import { columnWidths, type MatrixSums as Sums, sumsOf } from "./matrix.ts";
import type { RowAction } from "./RowActions.tsx";
import type { Range } from "./sheet/range.ts";
import type { Sheet } from "./sheet/useSheet.ts";
import { useSheetKeys } from "./sheet/useSheetKeys.ts";
import { showColumn, useColumnInSight } from "./showColumn.ts";

type Props = Readonly<{
  /** What is shown of the sheet. */
  matrix: RentalMatrix;
  sheet: Sheet;
  open: Readonly<{ rentalId: string | null; month: string | null }>;
  onOpen: (rentalId: string, month: YearMonth) => void;
  onAction: (rentalId: string, action: RowAction) => void;
  onClose: () => void;
  onSave: () => void;
}>;

const rowHeight = 104;
const headHeight = 32;

/** Devices by months, as a sheet to type into; Enter opens the papers behind a month. The first column stays. */
export function MatrixGrid({ matrix, sheet, open, onOpen, onAction, onClose, onSave }: Props) {
  const { rows, months } = matrix;
  const id = useId();
  const today = useToday();
  const scroller = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLTableElement>(null);
  const sums = useMemo(() => sumsOf(matrix), [matrix]);
  const style = useMemo(() => columnStyle(sums), [sums]);
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
  const keys = useSheetKeys({
    matrix,
    sheet,
    first: placeOfOpen(matrix, open),
    pageRows: () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 600) / rowHeight) - 1),
    follow: open.month !== null,
    show: ({ row, column }) => {
      virtualizer.scrollToIndex(row);
      showColumn(scroller.current, column);
    },
    open: openCell,
    close: onClose,
    save: onSave,
    focus: () => grid.current?.focus({ preventScroll: true }),
  });

  useColumnInSight(scroller, keys.active?.column ?? null);
  const on = useLatest({
    pick: (place, extend) => {
      keys.pick(place, extend);
      if (!extend && open.month !== null) openCell(place);
      grid.current?.focus({ preventScroll: true });
    },
    write: keys.write,
    written: keys.written,
    act: onAction,
  });
  const { active, range, writing } = keys;

  return (
    <div ref={scroller} className="jf-matrix" style={style}>
      <table
        ref={grid}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table one moves in
        role="grid"
        aria-label="月租"
        aria-multiselectable
        aria-rowcount={rows.length}
        aria-colcount={months.length}
        aria-activedescendant={
          keys.active === null ? undefined : `${id}-${keys.active.row}-${keys.active.column}`
        }
        tabIndex={0}
        onKeyDown={keys.onKeyDown}
        onCopy={keys.onCopy}
        onPaste={keys.onPaste}
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
                index={item.index}
                top={item.start}
                row={row}
                months={months}
                sum={sum}
                edited={sheet.edits.get(row.rental.id)}
                activeColumn={active?.row === item.index ? active.column : null}
                {...pickedIn(range, item.index)}
                writing={writing?.place.row === item.index ? writing : null}
                wrong={writing?.place.row === item.index && sheet.problems.length > 0}
                openMonth={row.rental.id === open.rentalId ? open.month : null}
                on={on}
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

const pickedIn = (range: Range | null, row: number) =>
  range !== null && row >= range.top && row <= range.bottom
    ? { pickedFrom: range.left, pickedTo: range.right }
    : { pickedFrom: null, pickedTo: null };

/** One object that always does what the last drawing would do. */
function useLatest(handlers: RowHandlers): RowHandlers {
  const latest = useRef(handlers);
  latest.current = handlers;
  return useMemo(
    () => ({
      pick: (place, extend) => latest.current.pick(place, extend),
      write: (place) => latest.current.write(place),
      written: (text, then) => latest.current.written(text, then),
      act: (rentalId, action) => latest.current.act(rentalId, action),
    }),
    [],
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
