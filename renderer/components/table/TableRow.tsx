import type { ReactNode } from "react";
import { cellText } from "./cellText.ts";
import { alignOf, type TableColumn } from "./column.ts";
import type { DataTableProps } from "./tableProps.ts";

type Props<Row> = Readonly<{
  id: string;
  index: number;
  top: number;
  row: Row;
  table: DataTableProps<Row>;
  columns: readonly TableColumn<Row>[];
  active: boolean;
  onPick: () => void;
}>;

/** One line of the table. */
export function TableRow<Row>({
  id,
  index,
  top,
  row,
  table,
  columns,
  active,
  onPick,
}: Props<Row>): ReactNode {
  const key = table.rowKey(row);
  const tone = table.rowTone?.(row);
  const classes = [
    "jf-table-row",
    active ? "jf-active" : "",
    table.openKey === key ? "jf-open" : "",
    tone === undefined ? "" : `jf-tone-${tone}`,
    table.onOpen === undefined ? "" : "jf-openable",
  ];
  return (
    // The grid itself has the keys: rows are reached by its active descendant.
    <tr
      id={id}
      aria-rowindex={index + 1}
      aria-selected={table.openKey === key}
      className={classes.filter(Boolean).join(" ")}
      style={{ transform: `translateY(${top}px)` }}
      onClick={onPick}
    >
      {table.ticks === undefined ? null : <RowTick row={row} table={table} />}
      {columns.map((column) => {
        const text = cellText(column.value(row), column.kind);
        return (
          <td key={column.key} className={`jf-cell jf-${alignOf(column)}`} title={text}>
            {column.render === undefined ? text : column.render(row)}
          </td>
        );
      })}
    </tr>
  );
}

function RowTick<Row>({ row, table }: Readonly<{ row: Row; table: DataTableProps<Row> }>) {
  const { ticks } = table;
  if (ticks === undefined) return null;
  const key = table.rowKey(row);
  return (
    <td className="jf-cell jf-center">
      <input
        type="checkbox"
        // The space bar ticks the row that the arrows are on; a stop in each row would keep Tab in the list.
        tabIndex={-1}
        aria-label={ticks.label}
        disabled={!(ticks.allowed?.(row) ?? true)}
        checked={ticks.ticked.has(key)}
        onClick={(event) => event.stopPropagation()}
        onChange={() => {
          const next = new Set(ticks.ticked);
          if (!next.delete(key)) next.add(key);
          ticks.onChange(next);
        }}
      />
    </td>
  );
}
