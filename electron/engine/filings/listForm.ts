import type { ListInput } from "#shared/api/filings.ts";
import { buildList } from "#shared/forms/builders/list.ts";
import type { Form, FormValue } from "#shared/forms/form.ts";
import { amount, empty, text } from "#shared/forms/values.ts";
import { cents } from "#shared/kernel/cents.ts";
import { isIsoDate } from "#shared/kernel/dates.ts";
import { parseDecimal } from "#shared/kernel/decimal.ts";

type ListColumn = ListInput["columns"][number];
type ListCell = ListInput["rows"][number][number];

/** A list as the window shows it, as a sheet: text stays text, amounts, numbers and dates become what they are. */
export const listForm = ({ title, note, columns, rows }: ListInput): Form =>
  buildList({
    title,
    ...(note === undefined ? {} : { note }),
    columns: columns.map((column) => ({ ...column, total: column.kind === "amount" })),
    rows: rows.map((row) => columns.map(({ kind }, index) => cellValue(kind, row[index] ?? null))),
  });

function cellValue(kind: ListColumn["kind"], cell: ListCell): FormValue {
  if (cell === null || cell === "") return empty;
  switch (kind) {
    case "amount":
      return typeof cell === "number" ? amount(cents(cell)) : text(cell);
    case "number": {
      const value = parseDecimal(String(cell));
      return value === undefined ? text(String(cell)) : { kind: "number", value };
    }
    case "date":
      return typeof cell === "string" && isIsoDate(cell) ? { kind: "date", date: cell } : text(String(cell));
    case "text":
      return text(String(cell));
  }
}
