import { type Cents, zeroCents } from "../../kernel/cents.ts";
import { formatDateText, type IsoDate } from "../../kernel/dates.ts";
import type { CellStyle, Form, FormCell, FormRow, FormValue } from "../form.ts";
import type { Orientation, SheetColumn, Template } from "../templates/template.ts";
import { a4, cell, emptyCell, fill, signatureRow, sumOf, tableRow, textCell, titleRows } from "./cells.ts";
import { columnHeadings } from "./columnHeadings.ts";

/** What a sheet of the ledger is of: a year, or one project of it, as of a day. */
export type SheetScope = Readonly<{
  fiscalYear: number;
  /** Null for all projects of the year. */
  project: Readonly<{ name: string; code: string }> | null;
  unitName: string;
  asOf: IsoDate;
}>;

export type Table<Key extends string> = Readonly<{
  title: string;
  yearLine: string;
  orientation: Orientation;
  columns: readonly SheetColumn<Key>[];
  signatures: readonly string[];
}>;

/** Title, what the sheet is of, and the headings: what stands again on every page. */
export function sheetHead<Key extends string>(table: Table<Key>, scope: SheetScope): readonly FormRow[] {
  const width = table.columns.length;
  return [
    ...titleRows(table.title, fill(table.yearLine, { year: scope.fiscalYear }), width),
    aboveTable(scope, width),
    ...columnHeadings(table.columns),
  ];
}

export function aboveTable({ fiscalYear, project, unitName, asOf }: SheetScope, width: number): FormRow {
  const about = [
    project === null ? `${fiscalYear}年度全部项目` : `项目名称：${project.name}（${project.code}）`,
    ...(unitName === "" ? [] : [`实施单位：${unitName}`]),
    `截至：${formatDateText(asOf)}`,
  ];
  return {
    cells: [
      textCell(about.join("　　"), "note", { colSpan: width - 2 }),
      textCell("单位：元", "noteRight", { colSpan: 2 }),
    ],
    minHeight: 20,
    keepWithNext: true,
  };
}

/** A sheet that is its head and these rows; `headRows` of them stand again on every page. */
export const sheetForm = <Key extends string>(
  id: string,
  template: Template,
  table: Table<Key>,
  rows: readonly FormRow[],
  headRows: number,
): Form => ({
  id,
  template: template.id,
  title: table.title,
  fonts: template.fonts,
  page: a4(table.orientation, { fromRow: 0, toRow: headRows - 1 }, table.title),
  columns: table.columns.map(({ width }) => ({ width })),
  rows: [...rows, signatureRow(table.signatures, table.columns.length)],
});

/** One line over the whole width. */
export const wideRow = (value: string, style: CellStyle, width: number): FormRow =>
  tableRow([textCell(value, style, { colSpan: width })]);

/** A total: its name over the columns before the first that is added up, and blanks where nothing is added. */
export function totalsRow<Key extends string>(
  label: string,
  columns: readonly SheetColumn<Key>[],
  sum: (column: Key, at: number) => FormValue | undefined,
): FormRow {
  const sums = columns.map(({ key }, at) => sum(key, at));
  const found = sums.findIndex((value) => value !== undefined);
  const labelSpan = found < 0 ? columns.length : found;
  const rest = sums
    .slice(labelSpan)
    .map((value): FormCell => (value === undefined ? emptyCell("text") : cell(value, "total")));
  if (labelSpan === 0) return tableRow(rest);
  return tableRow([textCell(label, "totalLabel", { colSpan: labelSpan }), ...rest]);
}

type Register<Row, Key extends string> = Readonly<{
  id: string;
  template: Template;
  table: Table<Key>;
  scope: SheetScope;
  rows: readonly Row[];
  cellOf: (key: Key, row: Row, index: number) => FormCell;
  /** The amount of a column that is added up; null leaves a cell out of its sum. */
  amountOf: (key: Key, row: Row) => Cents | null | undefined;
  none: string;
  /** Under the total, above the signatures. */
  after?: readonly FormRow[];
}>;

/** A register: one row for each record and one total, to be filtered in a workbook. */
export function buildRegister<Row, Key extends string>(register: Register<Row, Key>): Form {
  const { id, template, table, scope, rows, cellOf, amountOf, none, after = [] } = register;
  const { columns } = table;
  const head = sheetHead(table, scope);
  const body = rows.map((row, index) => tableRow(columns.map(({ key }) => cellOf(key, row, index))));
  const last = body.pop();
  const all: FormRow[] = [...head];
  for (const row of body) all.push(row);
  if (last === undefined) all.push(wideRow(none, "centred", columns.length));
  else all.push({ ...last, keepWithNext: true });
  all.push(
    totalsRow("合计", columns, (key, at) => {
      const isSummed = rows.some((row) => amountOf(key, row) !== undefined);
      if (!isSummed) return undefined;
      return sumOf(
        at,
        rows.map((row, index) => ({ row: head.length + index, cents: amountOf(key, row) ?? zeroCents })),
      );
    }),
  );
  // One by one: as many as there may be, a call takes no more than some ten thousand at once.
  for (const row of after) all.push(row);
  return { ...sheetForm(id, template, table, all, head.length), list: { headingRow: head.length - 1 } };
}
