import type { Form, FormValue } from "./form.ts";
import { cellName, placeCells } from "./grid.ts";
import { isFigure, printValue } from "./values.ts";

/** A figure of a form: where it stands and how it reads on paper. */
export type Figure = Readonly<{ cell: string; value: FormValue; printed: string }>;

/** Every amount, number, share and date of a form, from left to right and top to bottom. */
export const formFigures = (form: Form): readonly Figure[] =>
  placeCells(form)
    .flat()
    .filter(({ cell }) => isFigure(cell.value))
    .map(({ row, column, cell }) => ({
      cell: cellName(row, column),
      value: cell.value,
      printed: printValue(cell.value),
    }));
