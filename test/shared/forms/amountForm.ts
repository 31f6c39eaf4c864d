import { cell } from "#shared/forms/builders/cells.ts";
import type { Form, FormValue } from "#shared/forms/form.ts";

/** A sheet of one column with these values below each other. */
export const amountForm = (values: readonly FormValue[]): Form => ({
  id: "amounts",
  template: "test",
  title: "金额",
  page: {
    size: "A4",
    orientation: "portrait",
    margins: { top: 10, right: 10, bottom: 10, left: 10 },
    repeat: null,
  },
  columns: [{ width: 20 }],
  rows: values.map((value) => ({ cells: [cell(value, "amount")] })),
});
