import { useVirtualizer } from "@tanstack/react-virtual";
import type { CSSProperties, FocusEvent, ReactNode } from "react";
import { useEffect, useEffectEvent, useMemo, useRef } from "react";
import { toDetail } from "../detailFocus.ts";
import { alignOf, type TableColumn } from "./column.ts";
import { columnsWithin, useInnerWidth } from "./columnRoom.ts";
import "./table.css";
import { HeaderCell } from "./HeaderCell.tsx";
import { TableRow } from "./TableRow.tsx";
import { TableToolbar } from "./TableToolbar.tsx";
import type { DataTableProps } from "./tableProps.ts";
import { useNewRow } from "./useNewRow.ts";
import { useRowKeys } from "./useRowKeys.ts";
import { type ShownRows, useShownRows } from "./useShownRows.ts";

const rowHeight = 32;
const tickWidth = 36;
const sumDigitWidth = 7.2;
const cellPadding = 20;

/** The one table of the window: filters, sorts, adds up and exports what it shows, for 0 to 100,000 rows. */
export function DataTable<Row>(props: DataTableProps<Row>): ReactNode {
  const { rows } = props;
  const shown = useShownRows(props);
  const scroller = useRef<HTMLDivElement>(null);
  const isEmpty = rows.length === 0 && props.loading !== true;
  const ticksWidth = props.ticks === undefined ? 0 : tickWidth;
  /** An amount is never cut off, and the sum is the longest. */
  const widthOf = ({ key, width }: TableColumn<Row>): number =>
    Math.max(width, Math.ceil((shown.sums.get(key)?.length ?? 0) * sumDigitWidth) + cellPadding);
  const columns = columnsWithin(shown.columns, widthOf, useInnerWidth(scroller, !isEmpty) - ticksWidth);
  const virtualizer = useVirtualizer({
    count: shown.rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollPaddingStart: rowHeight,
    // The line of sums covers the last row as the titles cover the first.
    scrollPaddingEnd: rowHeight * (shown.sums.size > 0 ? 2 : 1) + 4,
  });
  const keys = useRowKeys({
    rows: shown.rows,
    rowKey: props.rowKey,
    pageSize: Math.max(1, Math.floor((scroller.current?.clientHeight ?? 400) / rowHeight) - 3),
    scrollTo: (index) => virtualizer.scrollToIndex(index),
    open: (index) => openRow(index),
    close: props.onClose,
    tick: props.ticks === undefined ? undefined : (index) => tickRow(index),
    follow: props.openKey !== undefined && props.openKey !== null,
  });
  useNewRow({
    on: props.followNew === true,
    all: rows,
    shown: shown.rows,
    rowKey: props.rowKey,
    place: scroller,
    showAll: shown.clear,
    goTo: (index) => {
      keys.setActive(index);
      virtualizer.scrollToIndex(index);
    },
  });
  const tickRow = (index: number) => {
    const [row, ticks] = [shown.rows[index], props.ticks];
    if (row === undefined || ticks === undefined || !(ticks.allowed?.(row) ?? true)) return;
    const next = new Set(ticks.ticked);
    if (!next.delete(props.rowKey(row))) next.add(props.rowKey(row));
    ticks.onChange(next);
  };
  const { openKey = null } = props;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key of a row is the same however it is asked for
  const openAt = useMemo(
    () => (openKey === null ? -1 : shown.rows.findIndex((row) => props.rowKey(row) === openKey)),
    [openKey, shown.rows],
  );
  /** What was opened from elsewhere is where the keys go on. */
  const toOpenRow = (event: FocusEvent) => {
    if (openAt < 0 || event.target !== event.currentTarget) return;
    keys.setActive(openAt);
    // Whoever clicks on another row sees where, and it must not move away.
    if (event.currentTarget.matches(":focus-visible")) virtualizer.scrollToIndex(openAt);
  };
  /** What was opened from elsewhere, such as a link or a scanner, is seen in the list however far down it stands. */
  const showOpenRow = useEffectEvent(() => {
    if (openAt === keys.active) return;
    keys.setActive(openAt);
    virtualizer.scrollToIndex(openAt, { align: virtualizer.scrollOffset ? "auto" : "center" });
  });
  const seenKey = useRef<string | null>(null);
  // What was just made is opened before the list has it. A row is shown once: filters that hide it and go leave the place.
  const isThere = openAt >= 0;
  useEffect(() => {
    if (openKey === null) seenKey.current = null;
    if (!isThere || seenKey.current === openKey) return;
    seenKey.current = openKey;
    showOpenRow();
  }, [openKey, isThere]);
  const openRow = (index: number) => {
    const row = shown.rows[index];
    if (row === undefined) return;
    if (props.rowKey(row) === props.openKey) toDetail(scroller.current);
    else props.onOpen?.(row);
  };

  if (isEmpty)
    return (
      <div className={props.fit ? "jf-table jf-table-fit" : "jf-table"}>
        {props.toolbar === undefined ? null : <TableToolbar table={props} shown={shown} />}
        {props.empty}
      </div>
    );

  const hasSums = columns.some((column) => column.sum === true);
  const grid: CSSProperties & Record<"--jf-columns" | "--jf-table-width", string> = {
    "--jf-columns": [
      ...(props.ticks === undefined ? [] : [`${tickWidth}px`]),
      ...columns.map((column) =>
        column.grow === undefined ? `${widthOf(column)}px` : `minmax(${widthOf(column)}px, ${column.grow}fr)`,
      ),
    ].join(" "),
    "--jf-table-width": `${columns.reduce((sum, column) => sum + widthOf(column), ticksWidth)}px`,
  };

  return (
    <section
      aria-label={props.title}
      className={props.fit ? "jf-table jf-table-fit" : "jf-table"}
      style={grid}
      onKeyDown={shown.onKeyDown}
    >
      {props.bare ? null : <TableToolbar table={props} shown={shown} />}
      <div ref={scroller} className="jf-table-scroller">
        <table
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table one moves in
          role="grid"
          aria-label={props.title}
          aria-rowcount={shown.rows.length}
          aria-busy={props.loading === true}
          aria-activedescendant={keys.active === null ? undefined : `${shown.id}-${keys.active}`}
          tabIndex={0}
          onFocus={toOpenRow}
          onKeyDown={keys.onKeyDown}
        >
          <thead>
            <tr>
              {props.ticks === undefined ? null : <HeaderTick table={props} shown={shown.rows} />}
              {columns.map((column) =>
                // A few rows need no sorting, and each of its buttons would be a stop on the way through the page.
                props.bare || column.title === "" ? (
                  <th key={column.key} className={`jf-cell jf-head-cell jf-${alignOf(column)}`}>
                    {column.title}
                  </th>
                ) : (
                  <HeaderCell key={column.key} column={column} shown={shown} />
                ),
              )}
            </tr>
          </thead>
          <tbody style={{ height: Math.max(virtualizer.getTotalSize(), rowHeight) }}>
            {virtualizer.getVirtualItems().map((item) => {
              const row = shown.rows[item.index];
              if (row === undefined) return null;
              return (
                <TableRow
                  key={props.rowKey(row)}
                  id={`${shown.id}-${item.index}`}
                  index={item.index}
                  top={item.start}
                  row={row}
                  table={props}
                  columns={columns}
                  active={keys.active === item.index}
                  onPick={() => {
                    keys.setActive(item.index);
                    openRow(item.index);
                  }}
                />
              );
            })}
            {shown.rows.length === 0 && rows.length > 0 ? <NoMatch columns={columns.length} /> : null}
          </tbody>
          {hasSums && shown.rows.length > 0 ? (
            <SumRow table={props} columns={columns} sums={shown.sums} />
          ) : null}
        </table>
      </div>
    </section>
  );
}

const NoMatch = ({ columns }: Readonly<{ columns: number }>) => (
  <tr className="jf-table-none">
    <td colSpan={columns}>没有符合筛选条件的记录。按 Esc 清除筛选。</td>
  </tr>
);

type SumProps<Row> = Readonly<{
  table: DataTableProps<Row>;
  columns: readonly TableColumn<Row>[];
  sums: ShownRows<Row>["sums"];
}>;

function SumRow<Row>({ table, columns, sums }: SumProps<Row>) {
  return (
    <tfoot>
      <tr>
        {table.ticks === undefined ? null : <td />}
        {columns.map((column, index) => (
          <td key={column.key} className={`jf-cell jf-${alignOf(column)}`}>
            {sums.get(column.key) ?? (index === 0 ? "合计" : "")}
          </td>
        ))}
      </tr>
    </tfoot>
  );
}

function HeaderTick<Row>({ table, shown }: Readonly<{ table: DataTableProps<Row>; shown: readonly Row[] }>) {
  const { ticks } = table;
  if (ticks === undefined) return null;
  const canBeTicked = (row: Row): boolean => ticks.allowed?.(row) ?? true;
  // Without a tick there is nothing to look through 100,000 rows for at each key.
  const all =
    ticks.ticked.size > 0 &&
    shown.every((row) => ticks.ticked.has(table.rowKey(row)) || !canBeTicked(row)) &&
    shown.some(canBeTicked);
  return (
    <th className="jf-cell jf-center">
      <input
        type="checkbox"
        aria-label={`全选：${ticks.label}`}
        checked={all}
        onChange={() => {
          const next = new Set(ticks.ticked);
          for (const row of shown.filter(canBeTicked))
            all ? next.delete(table.rowKey(row)) : next.add(table.rowKey(row));
          ticks.onChange(next);
        }}
      />
    </th>
  );
}
