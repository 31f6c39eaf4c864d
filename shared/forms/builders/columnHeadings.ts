import type { FormCell, FormRow } from "../form.ts";
import type { SheetColumn } from "../templates/template.ts";
import { headingRow, textCell } from "./cells.ts";

/** The heading of a table: one row, or two where neighbouring columns share a heading. */
export function columnHeadings(columns: readonly SheetColumn<string>[]): readonly FormRow[] {
  const shared = columns.some(({ over }) => over !== undefined);
  if (!shared) return [headingRow(columns.map(({ heading }) => textCell(heading, "heading")))];
  const upper: FormCell[] = [];
  columns.forEach(({ heading, over }, index) => {
    if (over === undefined) {
      upper.push(textCell(heading, "heading", { rowSpan: 2 }));
    } else if (columns[index - 1]?.over !== over) {
      const colSpan = columns.slice(index).findIndex((column) => column.over !== over);
      upper.push(textCell(over, "heading", { colSpan: colSpan < 0 ? columns.length - index : colSpan }));
    }
  });
  const lower = columns.filter(({ over }) => over !== undefined);
  return [headingRow(upper), headingRow(lower.map(({ heading }) => textCell(heading, "heading")))];
}
