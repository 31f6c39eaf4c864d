import { readDate, readDecimal } from "../excel/cellValues.ts";
import type { PlainCell } from "../excel/plainCell.ts";
import { isOwnMoney, readIsRed, readRisk, readStatus, readType } from "./invoiceWords.ts";

/** Readers of a sheet that read each text once: the same words, days and prices stand in thousands of rows. */
export type Remembered = ReturnType<typeof rememberedReaders>;

export function rememberedReaders(date1904: boolean) {
  return {
    /** Gives equal texts one place in memory. */
    intern: remembering((text: string) => text),
    status: remembering(readStatus),
    risk: remembering(readRisk),
    type: remembering(readType),
    isRed: remembering(readIsRed),
    isOwnMoney: remembering(isOwnMoney),
    date: ofTexts((cell) => readDate(cell, date1904)),
    decimal: ofTexts(readDecimal),
  } as const;
}

/** Keeps what a text came to, and forgets when there are too many different ones. */
export function remembering<Value>(read: (text: string) => Value, limit = 20_000): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    const first = known.get(text);
    if (first !== undefined) return first;
    if (known.size >= limit) known.clear();
    const value = read(text);
    known.set(text, value);
    return value;
  };
}

/** Only cells of text are remembered: what another kind of cell says hangs on more than its text. */
function ofTexts<Value>(
  read: (cell: PlainCell | undefined) => Value,
): (cell: PlainCell | undefined) => Value {
  const remembered = remembering((text) => read({ kind: "text", text }));
  return (cell) => (cell?.kind === "text" ? remembered(cell.text) : read(cell));
}
