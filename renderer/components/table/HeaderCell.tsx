import { FilterOutlined } from "@ant-design/icons";
import { Popover } from "antd";
import { useState } from "react";
import { ColumnFilterPanel } from "./ColumnFilterPanel.tsx";
import { alignOf, isFiltering, noFilter, type TableColumn } from "./column.ts";
import type { ShownRows } from "./useShownRows.ts";

const arrows = { none: "", up: "▲", down: "▼" } as const;

/** Title of a column: a click sorts, the funnel filters by this column alone. */
export function HeaderCell<Row>({
  column,
  shown,
}: Readonly<{ column: TableColumn<Row>; shown: ShownRows<Row> }>) {
  const [open, setOpen] = useState(false);
  const filter = shown.filters[column.key] ?? noFilter;
  const sorted = shown.sort?.key === column.key;
  const arrow = sorted ? (shown.sort?.descending ? arrows.down : arrows.up) : arrows.none;
  const ariaSort = sorted ? (shown.sort?.descending ? "descending" : "ascending") : "none";
  return (
    <th aria-sort={ariaSort} className={`jf-cell jf-head-cell jf-${alignOf(column)}`}>
      <button
        type="button"
        className="jf-plain jf-head-title"
        title={column.hint ?? "点击排序"}
        onClick={() => shown.toggleSort(column.key)}
      >
        {column.title}
        {arrow === arrows.none ? null : (
          <span className="jf-sort-arrow" aria-hidden>
            {arrow}
          </span>
        )}
      </button>
      <Popover
        open={open}
        onOpenChange={setOpen}
        trigger="click"
        placement="bottomRight"
        arrow={false}
        destroyOnHidden
        content={
          <ColumnFilterPanel
            column={column}
            rows={shown.all}
            filter={filter}
            onChange={(next) => shown.setFilter(column.key, next)}
            onClose={() => setOpen(false)}
          />
        }
      >
        <button
          type="button"
          aria-label={`筛选“${column.title}”`}
          className={isFiltering(filter) ? "jf-plain jf-funnel jf-on" : "jf-plain jf-funnel"}
        >
          <FilterOutlined />
        </button>
      </Popover>
    </th>
  );
}
