import { cents } from "#shared/kernel/cents.ts";
import { addDecimals, parseDecimal } from "#shared/kernel/decimal.ts";
import { cellText } from "./cellText.ts";
import type { TableColumn } from "./column.ts";

function sumOf<Row>(rows: readonly Row[], column: TableColumn<Row>): string {
  if (column.kind === "amount") {
    let sum = 0;
    for (const row of rows) sum += Number(column.value(row) ?? 0);
    return cellText(cents(sum), "amount");
  }
  const values = rows.flatMap((row) => parseDecimal(String(column.value(row) ?? "")) ?? []);
  return cellText(addDecimals(values), "number");
}

/** The sums of the columns that ask for one, as shown, by column key. Exact: 分 and decimal text, never a fraction. */
export const sumColumns = <Row>(
  rows: readonly Row[],
  columns: readonly TableColumn<Row>[],
): ReadonlyMap<string, string> =>
  new Map(columns.filter((column) => column.sum === true).map((column) => [column.key, sumOf(rows, column)]));
