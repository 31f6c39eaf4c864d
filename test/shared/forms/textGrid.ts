import type { Form } from "#shared/forms/form.ts";
import { cellName, placeCells } from "#shared/forms/grid.ts";
import { printValue } from "#shared/forms/values.ts";

/** A form as lines of text: each cell with its place and what it prints, ⏎ for a line end. */
export const textGrid = (form: Form): readonly string[] =>
  placeCells(form).map((cells) =>
    cells
      .map(({ row, column, rowSpan, colSpan, cell }) => {
        const from = cellName(row, column);
        const to = cellName(row + rowSpan - 1, column + colSpan - 1);
        const place = from === to ? from : `${from}:${to}`;
        return `${place} ${printValue(cell.value).replaceAll("\n", "⏎")}`.trim();
      })
      .join(" | "),
  );

/** What all cells of a form print. */
export const cellTexts = (form: Form): readonly string[] =>
  placeCells(form)
    .flat()
    .map(({ cell }) => printValue(cell.value));
