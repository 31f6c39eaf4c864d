import type { CellValue } from "exceljs";
import type { FormValue } from "#shared/forms/form.ts";
import { printValue } from "#shared/forms/values.ts";
import { type Cents, formatYuanPlain } from "#shared/kernel/cents.ts";
import { daysBetween, isoDate } from "#shared/kernel/dates.ts";
import type { Decimal } from "#shared/kernel/decimal.ts";
import { UserError } from "#shared/kernel/errors.ts";
import { type SheetRows, sheetAddress } from "./writeRows.ts";

/** A value as Excel holds it, with its number format. */
export type ExcelValue = Readonly<{ value: CellValue; format: string }>;

const amountFormat = "#,##0.00";
const general = "General";
const textFormat = "@";

/** What Excel can hold in one cell. */
const longestText = 32_767;
/** Arguments of one SUM. */
const mostArguments = 255;
/** Day 61: from here on Excel's calendar, which has a 29 February 1900, agrees with ours. */
const day61 = isoDate("1900-03-01");

/** Numbers become numbers, sums formulas with their result, dates dates; text stays text whatever it begins with. */
export function excelValue(value: FormValue, rows: SheetRows): ExcelValue {
  switch (value.kind) {
    case "empty":
      return { value: null, format: general };
    case "text":
      return textValue(value.text);
    case "amount":
      return { value: yuan(value.cents), format: amountFormat };
    case "sum":
      return {
        value: {
          formula: sumFormula(value.of.map((range) => sheetAddress(rows, range))),
          result: yuan(value.cents),
        },
        format: amountFormat,
      };
    case "price":
      return decimalValue(value.value, "#,##0.00##########");
    case "number":
      return decimalValue(value.value, value.value.includes(".") ? "#,##0.############" : "#,##0");
    case "percent":
      return { value: value.bp / 10_000, format: "0.00%" };
    case "date":
      return { value: 61 + daysBetween(day61, value.date), format: "yyyy-mm-dd" };
  }
}

/** 分 as 元: the decimal text read back, which is the number Excel itself makes of it. */
const yuan = (value: Cents): number => Number(formatYuanPlain(value));

/** A number of more digits than Excel keeps goes in as text, so that none is lost. */
function decimalValue(value: Decimal, format: string): ExcelValue {
  const digits = value.replace(/[-.]/g, "").replace(/^0+/, "").length;
  return digits <= 15
    ? { value: Number(value), format }
    : { value: printValue({ kind: "number", value }), format: textFormat };
}

function textValue(text: string): ExcelValue {
  const plain = plainText(text);
  if (plain.length > longestText) {
    throw new UserError({
      code: "refused",
      message: `“${plain.slice(0, 20)}…”有${plain.length}个字，超过 Excel 单元格能容纳的${longestText}个字。`,
      hint: "请缩短这段文字，或改为导出 PDF。",
    });
  }
  // What is typed into a cell that was left empty for text shall stay text too.
  return { value: escapeText(plain), format: plain === "" || needsTextFormat(plain) ? textFormat : general };
}

/** Text as it is, in a cell that stays text when somebody edits it. What Excel cannot hold is cut off, and says so. */
export function textCell(text: string): ExcelValue {
  const plain = plainText(text);
  const held = plain.length > longestText ? plain.slice(0, longestText - cutMark.length) + cutMark : plain;
  return { value: escapeText(held), format: textFormat };
}

const cutMark = "……（太长，后面没有写下）";

/** exceljs drops control characters; the last two are no less forbidden in XML. */
const plainText = (text: string): string => text.replace(/\r\n?/g, "\n").replace(/[\ufffe\uffff]/g, "");

/**
 * A cell of text is never run, whatever it begins with; so no apostrophe is put before it, which would come back as part
 * of the text. But `=100%` becomes a formula when somebody edits the cell, and invoice numbers lose digits, unless its
 * format is text too. Other long text has no such format: old versions of Excel show it over 255 characters as ####.
 */
const needsTextFormat = (text: string): boolean =>
  /^\s*[=+\-@'＝＋－＠]/.test(text) || (text.length <= 255 && /^\d[\d.,/-]*(E[-+]?\d+)?$/i.test(text));

/** Excel reads `_x0041_` inside text as an A. */
const escapeText = (text: string): string =>
  !text.includes("_x") ? text : text.replace(/_(x[0-9A-Fa-f]{4}_)/g, "_x005F_$1");

function sumFormula(addresses: readonly string[]): string {
  if (addresses.length <= mostArguments) return `SUM(${addresses.join(",")})`;
  const groups: string[] = [];
  for (let start = 0; start < addresses.length; start += mostArguments) {
    groups.push(sumFormula(addresses.slice(start, start + mostArguments)));
  }
  return sumFormula(groups);
}
