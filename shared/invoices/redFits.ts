import { type Cents, formatYuan, subtractCents, sumCents, zeroCents } from "../kernel/cents.ts";
import type { Invoice } from "../model/invoice.ts";
import { plainCode } from "../rules/partyNames.ts";
import { plainName } from "../text/plainName.ts";

/** Whether one seller issued both: by tax number, else by name. */
export const isSameSeller = (
  a: Pick<Invoice, "sellerName" | "sellerTaxId">,
  b: Pick<Invoice, "sellerName" | "sellerTaxId">,
): boolean =>
  a.sellerTaxId !== "" && b.sellerTaxId !== ""
    ? plainCode(a.sellerTaxId) === plainCode(b.sellerTaxId)
    : plainName(a.sellerName) === plainName(b.sellerName);

type Gross = Pick<Invoice, "grossCents">;

/** What is left of a blue invoice after its red ones; below zero when they take back more than there was. */
export const leftCents = (blue: Gross, reds: readonly Gross[]): Cents =>
  sumCents([blue.grossCents, ...reds.map(({ grossCents }) => grossCents)]);

/** By how much the red invoices take back more than there was. */
export function overReversedCents(blue: Gross, reds: readonly Gross[]): Cents | undefined {
  const left = leftCents(blue, reds);
  return left < 0 ? subtractCents(zeroCents, left) : undefined;
}

export const overReversedTold = ({ number }: Pick<Invoice, "number">, over: Cents): string =>
  `红字发票合计比蓝字发票${number}的价税合计还多${formatYuan(over)}元，请核对对应关系。`;

export const strangerTold = (
  red: Pick<Invoice, "number" | "sellerName">,
  blue: Pick<Invoice, "number" | "sellerName">,
): string =>
  `红字发票${red.number}的销方“${red.sellerName}”与蓝字发票${blue.number}的销方“${blue.sellerName}”不是同一家，请核对对应关系。`;
