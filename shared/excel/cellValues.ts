import { type Cents, cents, mostCents, parseYuan, tooMuch } from "../kernel/cents.ts";
import { addDays, type IsoDate, isoDate, parseDate } from "../kernel/dates.ts";
import { type Decimal, parseDecimal } from "../kernel/decimal.ts";
import type { PlainCell } from "./plainCell.ts";

/** A value, nothing, or a cell that holds something else than it should. */
export type Read<Value> = Value | undefined | Fault;
export type Fault = Readonly<{ fault: string }>;

export const isFault = (read: unknown): read is Fault =>
  typeof read === "object" && read !== null && "fault" in read;

/** "--", "-", "/" and the like: the exports write them where there is nothing. */
const placeholder = /^[-—–－―_/\\]*$/;

/** The text of a cell, trimmed; empty for a placeholder. */
export function cellText(cell: PlainCell | undefined): string {
  if (cell === undefined) return "";
  const text = cell.text.trim();
  return placeholder.test(text) ? "" : text;
}

const brokenCell = (cell: PlainCell | undefined): Fault | undefined => {
  if (cell?.kind === "error") return { fault: `是错误值 ${cell.text}` };
  if (cell?.kind === "uncomputed") return { fault: "是没有结果的公式，请用 Excel 打开并保存后再导入" };
  return undefined;
};

/** Where a tax would stand and there is none. */
const noTax = /^(\*+|免税|不征税|零税率|出口零税率|普通零税率)$/;

/** How the exports write nearly every amount. */
const plainYuan = /^-?\d{1,13}\.\d\d$/;

/** An amount in 元, as text or number, of no more than any office has. Rounds only what binary numbers add behind the second decimal. */
export function readMoney(cell: PlainCell | undefined): Read<Cents> {
  const read = readYuan(cell);
  if (typeof read !== "number" || Math.abs(read) <= mostCents) return read;
  return { fault: `“${cellText(cell)}”${tooMuch}` };
}

function readYuan(cell: PlainCell | undefined): Read<Cents> {
  const broken = brokenCell(cell);
  if (broken !== undefined) return broken;
  const text = cellText(cell);
  if (cell === undefined || text === "") return undefined;
  const quick = plainYuan.test(text) ? Number(text.replace(".", "")) : Number.NaN;
  if (Number.isSafeInteger(quick)) return cents(quick === 0 ? 0 : quick);
  if (cell.kind === "number") return roundedYuan(Number(text)) ?? { fault: `“${text}”不是金额` };
  // "12,34" may be twelve and a bit, or a digit that got lost.
  if (/[,，]/.test(text) && !grouped.test(text.normalize("NFKC").replace(/[\s¥元]/g, "")))
    return { fault: `“${text}”的逗号位置不对，看不出是多少` };
  return parseYuan(text) ?? roundedText(text) ?? { fault: `“${text}”不是金额` };
}

/** Thousands, or 万 as some write them, from the point leftwards. */
const grouped = /^[-+(]{0,2}(\d{1,3}(,\d{3})+|\d{1,4}(,\d{4})+)(\.\d*)?\)?$/;

/** The tax of a line; `***`, 免税 and 不征税 mean zero. */
export function readTax(cell: PlainCell | undefined): Read<Cents> {
  return noTax.test(cellText(cell)) ? cents(0) : readMoney(cell);
}

/** "0.30000000000000004" is what a program made of 0.3; "0.305" is no amount. */
function roundedText(text: string): Cents | undefined {
  const plain = text.normalize("NFKC").replace(/[\s,¥元]/g, "");
  return /^-?\d{1,15}\.\d{3,30}$/.test(plain) ? roundedYuan(Number(plain)) : undefined;
}

function roundedYuan(value: number): Cents | undefined {
  const units = Math.round(value * 100);
  if (!Number.isSafeInteger(units)) return undefined;
  const binaryNoise = Math.max(1e-6, Math.abs(value) * 4 * Number.EPSILON);
  return Math.abs(value - units / 100) < binaryNoise ? cents(units === 0 ? 0 : units) : undefined;
}

/** A quantity or a price. Digits beyond the twelfth decimal, which no office types, are rounded away. */
export function readDecimal(cell: PlainCell | undefined): Read<Decimal> {
  const broken = brokenCell(cell);
  if (broken !== undefined) return broken;
  const text = cellText(cell);
  if (cell === undefined || text === "" || /^\*+$/.test(text)) return undefined;
  const plain = text.normalize("NFKC").replace(/[\s,¥元]/g, "");
  const value = parseDecimal(plain) ?? parseDecimal(shortened(plain));
  return value ?? { fault: `“${text}”不是数字` };
}

/** Brings "8.018867924528301886" and "1.5E-3" within the twelve decimals that the ledger keeps. */
function shortened(text: string): string {
  const long = /^(-?\d{1,18})\.(\d{12})(\d)\d*$/.exec(text);
  if (long !== null) {
    const units = BigInt(`${long[1]}${long[2]}`);
    const one = text.startsWith("-") ? -1n : 1n;
    const rounded = Number(long[3]) >= 5 ? units + one : units;
    const digits = (rounded < 0n ? -rounded : rounded).toString().padStart(13, "0");
    return `${text.startsWith("-") ? "-" : ""}${digits.slice(0, -12)}.${digits.slice(-12)}`;
  }
  const number = /^-?\d+(\.\d+)?E[-+]?\d+$/i.test(text) ? Number(text) : Number.NaN;
  return Math.abs(number) < 1e15 ? number.toFixed(12) : "";
}

const firstSerial = 36_526; // 2000-01-01
const lastSerial = 73_050; // 2099-12-31

/** A day: text in any of the usual forms, a date cell, or the serial number of one that lost its format. */
export function readDate(cell: PlainCell | undefined, date1904: boolean): Read<IsoDate> {
  const broken = brokenCell(cell);
  if (broken !== undefined) return broken;
  const text = cellText(cell);
  if (cell === undefined || text === "") return undefined;
  const written = cell.kind === "boolean" ? undefined : parseDate(text);
  if (written !== undefined) return written;
  const serial = /^\d{5}(\.\d+)?$/.test(text) ? Math.floor(Number(text)) : Number.NaN;
  // A text keeps no trace of the calendar it was counted by.
  if (date1904 && cell.kind !== "number" && !Number.isNaN(serial))
    return { fault: `“${text}”是数字，这个文件的日期从1904年算起，看不出是哪一天` };
  const since1900 = date1904 ? serial + 1462 : serial;
  if (since1900 >= firstSerial && since1900 <= lastSerial) {
    return addDays(isoDate("2000-01-01"), since1900 - firstSerial);
  }
  return { fault: `“${text}”不是日期` };
}
