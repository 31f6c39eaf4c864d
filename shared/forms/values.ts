import { type Cents, formatBp, formatYuan } from "../kernel/cents.ts";
import type { IsoDate } from "../kernel/dates.ts";
import { type Decimal, decimal } from "../kernel/decimal.ts";
import type { FormValue } from "./form.ts";

/** Makers of the values that builders put into cells. */
export const empty: FormValue = { kind: "empty" };
export const text = (value: string): FormValue => (value === "" ? empty : { kind: "text", text: value });
export const amount = (value: Cents): FormValue => ({ kind: "amount", cents: value });
export const amountOrEmpty = (value: Cents | null | undefined): FormValue =>
  value === null || value === undefined ? empty : amount(value);
/** 序号: whole, from 1. */
export const seqValue = (seq: number): FormValue => ({ kind: "number", value: decimal(String(seq)) });
export const numberOrEmpty = (value: Decimal | null): FormValue =>
  value === null ? empty : { kind: "number", value };
export const priceOrEmpty = (value: Decimal | null): FormValue =>
  value === null ? empty : { kind: "price", value };
export const dateOrEmpty = (value: IsoDate | null): FormValue =>
  value === null ? empty : { kind: "date", date: value };

const groupThousands = (whole: string): string => whole.replace(/\B(?=(\d{3})+$)/g, ",");

function printDecimal(value: Decimal, leastDecimals: number): string {
  const [whole = "0", fraction = ""] = value.split(".");
  const decimals = fraction.padEnd(leastDecimals, "0");
  return `${groupThousands(whole)}${decimals === "" ? "" : `.${decimals}`}`;
}

/** The value as it stands on paper and on screen. */
export function printValue(value: FormValue): string {
  switch (value.kind) {
    case "empty":
      return "";
    case "text":
      return value.text;
    case "amount":
    case "sum":
      return formatYuan(value.cents);
    case "price":
      return printDecimal(value.value, 2);
    case "number":
      return printDecimal(value.value, 0);
    case "percent":
      return formatBp(value.bp);
    case "date":
      return value.date;
  }
}

/** Whether the value is a figure, which must never be torn over two lines. */
export const isFigure = ({ kind }: FormValue): boolean => kind !== "text" && kind !== "empty";
