import type { PlainCell } from "#shared/excel/plainCell.ts";

/** A cell as it stands in the sheet's XML. `type` is its `t`, `style` its `s`. */
export type RawCell = Readonly<{
  type: CellType | undefined;
  isDate: boolean;
  value: string | undefined;
  hasFormula: boolean;
}>;

export type CellType = "s" | "str" | "inlineStr" | "b" | "e" | "d" | "n";

export type CellContext = Readonly<{
  /** The shared table, one finished cell per text. */
  strings: readonly PlainCell[];
  date1904: boolean;
}>;

const msPerDay = 86_400_000;
const two = (value: number): string => value.toString().padStart(2, "0");

/**
 * The date a serial number stands for, as text. Excel counts from 1899-12-31 and believes in a 29 February 1900; the
 * system of old Macs counts from 1904-01-01. `undefined` when it is no date Excel can show.
 */
export function serialToText(serial: number, date1904: boolean): string | undefined {
  if (!(serial >= 0 && serial < 2_958_466)) return undefined;
  const seconds = Math.round(serial * 86_400);
  const wholeDays = Math.floor(seconds / 86_400);
  const sinceEpoch = date1904 ? wholeDays - 24_107 : (wholeDays < 60 ? wholeDays + 1 : wholeDays) - 25_569;
  const day = new Date(sinceEpoch * msPerDay);
  const date = `${day.getUTCFullYear()}-${two(day.getUTCMonth() + 1)}-${two(day.getUTCDate())}`;
  const rest = seconds - wholeDays * 86_400;
  if (rest === 0) return date;
  return `${date} ${two(Math.floor(rest / 3600))}:${two(Math.floor(rest / 60) % 60)}:${two(rest % 60)}`;
}

/** Texts hold characters that XML cannot as "_x000D_". */
export const unescapeText = (text: string): string =>
  text.includes("_x")
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;

/** A cell of the shared table; `undefined` when it holds nothing. */
export function sharedCell(strings: CellContext["strings"], index: number): PlainCell | undefined {
  const cell = strings[index];
  return cell?.text === "" ? undefined : cell;
}

/** Brings every kind of cell to one form; `undefined` when it holds nothing. */
export function readCell(raw: RawCell, { strings, date1904 }: CellContext): PlainCell | undefined {
  const { type, value } = raw;
  if (value === undefined) return raw.hasFormula ? { kind: "uncomputed", text: "" } : undefined;
  switch (type) {
    case "s":
      return sharedCell(strings, Number(value));
    case "inlineStr":
    case "str": {
      const text = unescapeText(value);
      return text === "" ? undefined : { kind: "text", text };
    }
    case "b":
      return { kind: "boolean", text: value.trim() === "1" ? "TRUE" : "FALSE" };
    case "e":
      return { kind: "error", text: value };
    case "d":
      return {
        kind: "date",
        text: value
          .replace("T", " ")
          .replace(/(\.\d+)?Z?$/, "")
          .replace(/ 00:00:00$/, ""),
      };
    default: {
      const text = value.trim();
      if (text === "") return undefined;
      const date = raw.isDate ? serialToText(Number(text), date1904) : undefined;
      return date === undefined ? { kind: "number", text } : { kind: "date", text: date };
    }
  }
}
