import { cellText } from "../excel/cellValues.ts";
import type { PlainCell } from "../excel/plainCell.ts";

/** The one form that all ways to write an invoice's number are brought to: its identity in the ledger. */
export type NumberRead =
  | Readonly<{ kind: "number"; number: string; mismatch: boolean }>
  | Readonly<{ kind: "missing" }>
  | Readonly<{ kind: "faulty"; field: NumberField; message: string }>;

export type NumberField = "digitalNumber" | "code" | "paperNumber";
type NumberCells = Readonly<Record<NumberField, PlainCell | undefined>>;

const digitsOf = (cell: PlainCell | undefined): string =>
  cellText(cell)
    .normalize("NFKC")
    .replace(/[\s'"`‘’\u200b\ufeff]/g, "");

/** Code and number of the older kinds: 12 + 8 run on into 20 digits, 10 + 8 are kept apart by a dash. */
export function joinNumber(code: string, paperNumber: string): string | undefined {
  if (!/^\d{8}$/.test(paperNumber)) return undefined;
  if (/^\d{12}$/.test(code)) return code + paperNumber;
  return /^\d{10}$/.test(code) ? `${code}-${paperNumber}` : undefined;
}

/** The identity of an invoice as somebody typed it: 20 digits, 12 and 8, or 10 and 8 with or without a dash. */
export function canonicalNumber(text: string): string | undefined {
  const plain = text.normalize("NFKC").replace(/[\s-]/g, "");
  if (/^\d{20}$/.test(plain)) return plain;
  return /^\d{18}$/.test(plain) ? joinNumber(plain.slice(0, 10), plain.slice(10)) : undefined;
}

/**
 * Reads the three number columns of row `rowNo`. A numeric cell is refused whatever it shows: a program may have cut its
 * last digits or its leading zeros, and nobody can tell.
 */
export function readNumber(cells: NumberCells, rowNo: number): NumberRead {
  const texts = {
    digitalNumber: digitsOf(cells.digitalNumber),
    code: digitsOf(cells.code),
    paperNumber: digitsOf(cells.paperNumber),
  };
  for (const field of ["digitalNumber", "paperNumber", "code"] as const) {
    const message = damage(cells[field], texts[field], field, rowNo);
    if (message !== undefined) return { kind: "faulty", field, message };
  }
  const { code } = texts;
  // Lists of older electronic tickets head the number of 8 digits beside its code with 电子发票号码.
  const isOlder = texts.paperNumber === "" && joinNumber(code, texts.digitalNumber) !== undefined;
  const digitalNumber = isOlder ? "" : texts.digitalNumber;
  const paperNumber = isOlder ? texts.digitalNumber : texts.paperNumber;
  const joined = joinNumber(code, paperNumber);
  if (/^\d{20}$/.test(digitalNumber)) {
    return {
      kind: "number",
      number: digitalNumber,
      mismatch: joined !== undefined && joined !== digitalNumber,
    };
  }
  const dashed = dashedNumber(digitalNumber) ?? dashedNumber(paperNumber);
  if (dashed !== undefined) return { kind: "number", number: dashed, mismatch: false };
  if (digitalNumber !== "") return wrongShape("digitalNumber", digitalNumber, rowNo);
  if (/^\d{20}$/.test(paperNumber)) return { kind: "number", number: paperNumber, mismatch: false };
  if (joined !== undefined) return { kind: "number", number: joined, mismatch: false };
  if (paperNumber === "" && code === "") return { kind: "missing" };
  if (code === "" && /^\d{8}$/.test(paperNumber)) {
    const message = `第${rowNo}行只有8位发票号码“${paperNumber}”，没有发票代码，不能确定是哪张发票，请补上代码。`;
    return { kind: "faulty", field: "paperNumber", message };
  }
  const short = shortened(code, paperNumber);
  if (short !== undefined) {
    return { kind: "faulty", field: short.field, message: lostZerosTold(rowNo, short.what, short.text) };
  }
  return wrongShape("paperNumber", `${code} ${paperNumber}`.trim(), rowNo);
}

/** Code and number in one cell, as lists made by hand have them: "3100221130-12345678". */
function dashedNumber(text: string): string | undefined {
  const [, code = "", paperNumber = ""] = /^(\d{10}|\d{12})[-—–_/](\d{8})$/.exec(text) ?? [];
  return joinNumber(code, paperNumber);
}

/** Codes of 12 digits begin with 0 or 1, numbers of 8 often with 0: one digit less is what a program left of them. */
function shortened(
  code: string,
  paperNumber: string,
): Readonly<{ field: NumberField; what: string; text: string }> | undefined {
  if (/^\d{11}$/.test(code)) return { field: "code", what: "代码", text: code };
  if (/^\d{1,7}$/.test(paperNumber) && /^(\d{10}|\d{12})$/.test(code))
    return { field: "paperNumber", what: "号码", text: paperNumber };
  return undefined;
}

/** INV-10: nobody can tell how many zeros there were. */
const lostZerosTold = (rowNo: number, what: string, text: string): string =>
  `第${rowNo}行发票${what}“${text}”只有${text.length}位，疑似被 Excel 去掉了开头的0，请用原始文件导入，或按发票原件改正。`;

const wrongShape = (field: NumberField, text: string, rowNo: number): NumberRead => ({
  kind: "faulty",
  field,
  message: wrongShapeTold(`第${rowNo}行发票号码“${text}”`),
});

/** INV-10. `what` is the number, or where it stands. */
export const wrongShapeTold = (what: string): string =>
  `${what}格式不对，应为20位，或10位、12位代码加8位号码，请核对。`;

/** INV-10: what follows the 15th digit is gone. */
export const lostDigitsTold = (what: string): string =>
  `${what}疑似被 Excel 改成数值，已丢失末位，请用原始文件导入。`;

function damage(
  cell: PlainCell | undefined,
  text: string,
  field: NumberField,
  rowNo: number,
): string | undefined {
  if (cell?.kind === "uncomputed") return `第${rowNo}行发票号码是没有结果的公式，请用原始文件导入。`;
  if (cell === undefined || text === "") return undefined;
  if (isPower(text)) return lostDigitsTold(`第${rowNo}行发票号码`);
  if (cell.kind === "text") return undefined;
  if (cell.kind !== "number") return `第${rowNo}行发票号码不是文字（${text}），请用原始文件导入。`;
  if (field === "digitalNumber" || text.length > 15) return lostDigitsTold(`第${rowNo}行发票号码`);
  return `第${rowNo}行发票${field === "code" ? "代码" : "号码"}是数值格式，可能已丢失开头的0，请用原始文件导入。`;
}

/** "2.2312E+19" */
export const isPower = (text: string): boolean => /^\d+(\.\d+)?E\+?\d+$/i.test(text);

/**
 * Whether a number looks cut off after its 15th digit, as a program does that took it for a quantity and wrote it back
 * as text. One genuine number in 100,000 looks so too. Numbers made of an older code begin with 0 or 1; they stand in
 * two cells and cannot be cut like this.
 */
export const looksCut = (number: string): boolean => /^[2-9]\d{14}0{5}$/.test(number);
