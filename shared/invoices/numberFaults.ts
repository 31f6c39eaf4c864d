import { yearOf } from "../kernel/dates.ts";
import type { Severity } from "../model/check.ts";
import type { Checked, InvoiceFault } from "./invoiceFault.ts";
import { canonicalNumber, isPower, looksCut, lostDigitsTold, wrongShapeTold } from "./invoiceNumber.ts";

/**
 * INV-10: a number that is none blocks; one of 20 digits that ends in five zeros may have lost them to a program and is
 * asked about.
 */
export function numberFault({ number }: Checked<"number">): InvoiceFault | undefined {
  if (isUsual(number)) return undefined;
  const what = `发票号码“${number}”`;
  const fault = (severity: Severity, message: string): InvoiceFault => ({
    ruleId: "INV-10",
    severity,
    field: "digitalNumber",
    message,
  });
  if (isPower(number)) return fault("block", lostDigitsTold(what));
  if (canonicalNumber(number) === undefined) return fault("block", wrongShapeTold(what));
  if (!looksCut(number)) return undefined;
  return fault("warn", `${what}末五位都是0，疑似被 Excel 改成数值后丢失了末位，请对照发票原件核对。`);
}

/** Most numbers are; only the others are looked at closely. */
const isUsual = (number: string): boolean => /^\d{20}$/.test(number) && !number.endsWith("00000");

/**
 * INV-11: a 数电 number starts with its year. Numbers made of an older code start with 0 or 1 and have the year
 * elsewhere.
 */
export function numberYearFault({
  number,
  issueDate,
}: Checked<"number" | "issueDate">): InvoiceFault | undefined {
  const isDigital = /^[2-9]\d{19}$/.test(number);
  if (!isDigital || Number(number.slice(0, 2)) === yearOf(issueDate) % 100) return undefined;
  const message = `发票${number}号码前两位与开票年份${yearOf(issueDate)}不一致。`;
  return { ruleId: "INV-11", severity: "warn", field: "digitalNumber", message };
}
