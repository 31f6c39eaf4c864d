import type { KeyboardEvent } from "react";

/** Up, down, Home and End among the buttons of a list that is one stop of Tab. */
export function arrowsAmong(event: KeyboardEvent<HTMLElement>): void {
  const buttons = [...event.currentTarget.querySelectorAll<HTMLButtonElement>("button:not(:disabled)")];
  const at = event.target instanceof HTMLButtonElement ? buttons.indexOf(event.target) : -1;
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
  if (at === -1 || next === undefined) return;
  event.preventDefault();
  buttons[next]?.focus();
}
