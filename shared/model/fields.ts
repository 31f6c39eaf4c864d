import { z } from "zod";
import { mostCents, tooMuch } from "../kernel/cents.ts";
import { isIsoDate, isYearMonth } from "../kernel/dates.ts";
import { isDecimal } from "../kernel/decimal.ts";

/** The kinds of column that rows are made of. One vocabulary: column, JSON of a dump, API and screen. */

export const id = z.string().min(1).max(64).brand<"Id">();
const amount = z.int().max(mostCents, `金额${tooMuch}`);
export const cents = amount.min(-mostCents, `金额${tooMuch}`).brand<"Cents">();
export const nonNegativeCents = amount.min(0, "金额不能为负数").brand<"Cents">();
// The patterns go into the JSON schema; what they cannot say (no 30 February) is checked besides.
export const date = z
  .string()
  .refine(isIsoDate, "日期应写作 2022-01-31")
  .meta({ format: "date", pattern: "^\\d{4}-\\d{2}-\\d{2}$" })
  .brand<"IsoDate">();
export const month = z
  .string()
  .refine(isYearMonth, "月份应写作 2022-01")
  .meta({ pattern: "^\\d{4}-\\d{2}$" })
  .brand<"YearMonth">();
/** Decimal text: unit prices and quantities. */
export const decimal = z
  .string()
  .refine(isDecimal, "应为数字")
  .meta({ pattern: "^-?\\d{1,18}(\\.\\d{1,12})?$" })
  .brand<"Decimal">();
/** Text that may be empty. */
export const text = z.string();
/** Text that names something and so must not be empty. */
export const name = z.string().trim().min(1, "不能为空");
/** A truth value as the ledger stores it. */
export const flag = z.union([z.literal(0), z.literal(1)]);
/** An instant, ISO text in UTC. */
export const instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/, "时间格式不正确");
export const fiscalYear = z.int().min(2000).max(2100);
/** 1,000 %. */
export const mostBp = 100_000;
/** Hundredths of a percent: 10,000 is 100 %. */
export const basisPoints = z.int().min(0).max(mostBp);
/** A JSON document kept as text. */
export const json = z.string();

/** Nothing is deleted: a row that no longer counts says when and why. */
export const voidable = { voidedAt: instant.nullable(), voidReason: text.nullable() } as const;
