import type { KeyboardEvent } from "react";
import { type Quarter, quarters } from "#shared/budget/quarters.ts";

/** The cell that an element stands in; cells carry their place in `data-place`. */
export function placeOf(target: EventTarget): Readonly<{ row: number; quarter: Quarter }> | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>("[data-place]") : null;
  const [row, name] = cell?.dataset.place?.split(" ") ?? [];
  const quarter = quarters.find((candidate) => String(candidate) === name);
  return row === undefined || quarter === undefined ? undefined : { row: Number(row), quarter };
}

/** Enter and the arrows up and down lead to the same quarter of another line, as in a spreadsheet. */
export function moveInSheet(event: KeyboardEvent<HTMLTableElement>): void {
  const step = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
  const place = placeOf(event.target);
  if (step === undefined || place === undefined || event.nativeEvent.isComposing) return;
  const next = event.currentTarget.querySelector<HTMLElement>(
    `[data-place="${place.row + step} ${place.quarter}"]`,
  );
  if (next === null) return;
  event.preventDefault();
  next.focus();
}
