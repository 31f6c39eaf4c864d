import type { Cents } from "../../kernel/cents.ts";
import type { CellStyle, Form, FormCell, FormRow, FormValue } from "../form.ts";
import { a4, cell, emptyCell, sumOf, tableRow, textCell } from "./cells.ts";

export type ListColumn = Readonly<{
  title: string;
  /** Characters. */
  width: number;
  kind: "text" | "centred" | "amount" | "number" | "date";
  /** An amount column that is added up under the list. */
  total?: boolean;
}>;

export type ListSheet = Readonly<{
  title: string;
  columns: readonly ListColumn[];
  rows: readonly (readonly FormValue[])[];
  /** What was chosen and on which day, for example "2022年度　截至2022年6月30日". */
  note?: string;
}>;

const styles: Readonly<Record<ListColumn["kind"], CellStyle>> = {
  text: "text",
  centred: "centred",
  amount: "amount",
  number: "amount",
  date: "centred",
};

/** Any list on the screen as a sheet: title, heading, rows, and totals of the amounts. */
export function buildList({ title, columns, rows, note = "" }: ListSheet): Form {
  const width = columns.length;
  const hasAmounts = columns.some(({ kind }) => kind === "amount");
  const unit = hasAmounts ? "单位：元" : "";
  const above: readonly FormRow[] = [
    { cells: [textCell(title, "title", { colSpan: width })], minHeight: 30, keepWithNext: true },
    noteRow(note, unit, width),
    {
      cells: columns.map((column) => textCell(column.title, "heading")),
      minHeight: 21,
      keepWithNext: true,
    },
  ];
  const body = rows.map((values) => ({
    cells: columns.map(({ kind }, index) => cell(values[index] ?? { kind: "empty" }, styles[kind])),
  }));
  return {
    id: "list",
    template: "list",
    title,
    page: a4(totalWidth(columns) > 95 ? "landscape" : "portrait", { fromRow: 0, toRow: above.length - 1 }),
    columns: columns.map(({ width: columnWidth }) => ({ width: columnWidth })),
    rows: [...above, ...body, ...totalRows(columns, rows, above.length)],
    list: { headingRow: above.length - 1 },
  };
}

const totalWidth = (columns: readonly ListColumn[]): number =>
  columns.reduce((sum, { width }) => sum + width, 0);

function noteRow(note: string, unit: string, width: number): FormRow {
  const cells =
    width === 1
      ? [textCell(`${note}${unit}`, "note")]
      : [textCell(note, "note", { colSpan: width - 1 }), textCell(unit, "noteRight")];
  return { cells, minHeight: 20, keepWithNext: true };
}

function totalRows(
  columns: readonly ListColumn[],
  rows: readonly (readonly FormValue[])[],
  firstRow: number,
): readonly FormRow[] {
  if (rows.length === 0 || !columns.some(({ kind, total }) => kind === "amount" && total)) return [];
  const cells = columns.map(({ kind, total }, column): FormCell => {
    if (kind === "amount" && total) return cell(sumOf(column, amountsIn(column, rows, firstRow)), "total");
    return column === 0 ? textCell("合计", "totalLabel") : emptyCell("text");
  });
  return [tableRow(cells)];
}

const amountsIn = (
  column: number,
  rows: readonly (readonly FormValue[])[],
  firstRow: number,
): readonly Readonly<{ row: number; cents: Cents }>[] =>
  rows.flatMap((values, index) => {
    const value = values[column];
    return value?.kind === "amount" ? [{ row: firstRow + index, cents: value.cents }] : [];
  });
