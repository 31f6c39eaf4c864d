import { cents, multiplyToCents, parseYuan } from "../kernel/cents.ts";
import { parseDate } from "../kernel/dates.ts";
import { decimal, parseDecimal } from "../kernel/decimal.ts";
import { residuesIn, withoutWrapping } from "../text/residue.ts";
import { tagsIn } from "../text/tags.ts";
import type { ReadValue, Remark } from "./brought.ts";
import type { CellRef, SourceFormat } from "./source.ts";

/** A space that a narrow cell left between two Chinese characters. */
const tornSpace = /(?<=[\u4e00-\u9fff”’）》、，。])[ \t\u3000\n]+(?=[\u4e00-\u9fff“‘（《、，。])/g;

/** What ends a sentence or a part of it; a page of a PDF ends its lines anywhere. */
const ending = /[。；：！？;:!?]$/;

/** Lines of one text: the words of a PDF go on over its lines and pages, elsewhere a line is a paragraph. */
export const joinLines = (lines: readonly string[], format: SourceFormat): string =>
  lines.reduce((text, line) => {
    const goesOn = format === "pdf" && !ending.test(text);
    return text === "" ? line : `${text}${goesOn ? "" : "\n"}${line}`;
  }, "");

/** Takes tags, wrapping quote marks and spaces of line breaks out of a text, and says so. What it says stays as it is. */
export function cleanText(written: string): Readonly<{ text: string; remarks: readonly Remark[] }> {
  const tags = [...new Set(tagsIn(written))];
  const isQuoted = residuesIn(written).some(({ kind }) => kind === "quotes");
  const text = withoutWrapping(written);
  return {
    text,
    remarks: [
      ...(tags.length === 0 ? [] : [cleaned(`去掉了网页标签 ${tags.join(" ")}`)]),
      ...(isQuoted ? [cleaned("去掉了整段外面的引号")] : []),
    ],
  };
}

/** The same of a name or a value of one line. */
export function cleanLine(written: string): Readonly<{ text: string; remarks: readonly Remark[] }> {
  const { text, remarks } = cleanText(written);
  const joined = text.replace(tornSpace, "").replace(/\s+/g, " ").trim();
  return joined === text
    ? { text, remarks }
    : { text: joined, remarks: [...remarks, cleaned("去掉了单元格折行留下的空格")] };
}

const cleaned = (text: string): Remark => ({ kind: "cleaned", text });
export const unsure = (text: string): Remark => ({ kind: "unsure", text });
export const inferred = (text: string): Remark => ({ kind: "inferred", text });

export const lineValue = (written: string, at: readonly CellRef[]): ReadValue => ({
  ...cleanLine(written),
  written,
  at,
});

/** A date in any way of writing, as 2022-01-01; one that cannot be read is left out and said. */
export function dateValue(written: string, at: readonly CellRef[]): ReadValue {
  const read = lineValue(written, at);
  if (read.text === "") return read;
  const date = parseDate(read.text);
  if (date !== undefined) return { ...read, text: date };
  return { ...read, text: "", remarks: [...read.remarks, unsure(`“${read.text}”看不出是哪一天，没有采用`)] };
}

/** An amount in 元 or 万元. `cents` is null where there is none, or none that can be read. */
export function amountValue(
  written: string,
  at: readonly CellRef[],
  unit: "元" | "万元",
): ReadValue & Readonly<{ cents: number | null }> {
  const read = lineValue(written, at);
  const plain = read.text.normalize("NFKC").replace(/[\s,]/g, "").replace(/元$/, "");
  if (plain === "" || /^[-—/]+$/.test(plain)) return { ...read, cents: null };
  const value = parseDecimal(plain);
  const found =
    unit === "元"
      ? parseYuan(plain)
      : value === undefined || plain.length > 12
        ? undefined
        : multiplyToCents(value, decimal("10000"));
  if (found === undefined || found < 0) {
    const remarks = [...read.remarks, unsure(`“${read.text}”看不出是多少钱，没有采用`)];
    return { ...read, text: "", remarks, cents: null };
  }
  const remarks = unit === "元" ? read.remarks : [...read.remarks, inferred("表上以万元计，已换算成元")];
  return { ...read, remarks, cents: cents(found) };
}
