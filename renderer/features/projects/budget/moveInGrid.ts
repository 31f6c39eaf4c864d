import type { KeyboardEvent } from "react";

/**
 * Enter and the arrow keys lead to the same column of the next or previous line, as in a spreadsheet. Cells carry their
 * place in `data-cell`. A list of choices keeps these keys: it is opened by an arrow and chosen from by Enter.
 */
export function moveInGrid(event: KeyboardEvent<HTMLElement>): void {
  const step = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined || event.nativeEvent.isComposing || !(event.target instanceof HTMLInputElement))
    return;
  if (event.target.role === "combobox") return;
  const place = event.target.closest<HTMLElement>("[data-cell]")?.dataset.cell;
  const [row, column] = place?.split(" ") ?? [];
  if (row === undefined || column === undefined) return;
  const next = event.currentTarget.querySelector<HTMLInputElement>(
    `[data-cell="${Number(row) + step} ${column}"] input`,
  );
  if (next === null) return;
  event.preventDefault();
  next.focus();
  next.select();
}
