import type { KeyboardEvent } from "react";

const steps: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1, Enter: 1 };

/**
 * Enter and the arrows go up and down a column of fields, as in a sheet. From the last one Enter goes on to what is
 * around the table, such as saving its form.
 */
export function moveBetween(event: KeyboardEvent<HTMLElement>, fields: string): void {
  const step = steps[event.key];
  if (step === undefined || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
  const column = [...event.currentTarget.querySelectorAll<HTMLInputElement>(fields)];
  const at = event.target instanceof HTMLInputElement ? column.indexOf(event.target) : -1;
  if (at === -1) return;
  const next = column[at + step];
  if (next === undefined && event.key === "Enter") return;
  event.preventDefault();
  event.stopPropagation();
  next?.focus();
  next?.select();
}
