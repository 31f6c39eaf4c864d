import type { KeyboardEvent } from "react";

/** A list of choices in a grid opens by an arrow and is chosen from by Enter: there these keys lead to no other line. */
export function keepKeys(event: KeyboardEvent): void {
  if (!event.altKey && ["ArrowUp", "ArrowDown", "Enter"].includes(event.key)) event.stopPropagation();
}
