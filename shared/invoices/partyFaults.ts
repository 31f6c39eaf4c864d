import { type CreditCodeCheck, checkCreditCode } from "../kernel/creditCode.ts";
import type { Severity } from "../model/check.ts";
import { type OwnUnits, plainCode } from "../rules/partyNames.ts";
import type { Checked, InvoiceFault } from "./invoiceFault.ts";
import { isOutOfForce } from "./stateFaults.ts";

/**
 * INV-07: the buyer must be a unit of this office under a name it had on the day. A foreign tax number blocks, an old
 * name warns. Says nothing of red invoices and those out of force, when the office has not told its units, and when the
 * invoice does not tell its buyer.
 */
export function buyerFault(
  ownUnits: OwnUnits,
  invoice: Checked<"buyerName" | "buyerTaxId" | "issueDate" | "status" | "isRed">,
): InvoiceFault | undefined {
  const { buyerName, buyerTaxId, issueDate } = invoice;
  if (ownUnits.isEmpty || (buyerName === "" && buyerTaxId === "")) return undefined;
  if (invoice.isRed === 1 || isOutOfForce(invoice)) return undefined;
  const fault = (severity: Severity, told: string): InvoiceFault => ({
    ruleId: "INV-07",
    severity,
    field: "buyerName",
    message: `购买方“${buyerName || buyerTaxId}”不是本单位（或已更名）。${told}`,
  });
  const coded = ownUnits.byCode(buyerTaxId);
  if (coded !== undefined) {
    if (buyerName === "" || ownUnits.hasName(coded, buyerName, issueDate)) return undefined;
    return fault("warn", `开票日有效的名称是“${ownUnits.nameOn(coded.id, issueDate)}”。`);
  }
  const named = ownUnits.withName(buyerName);
  const isNamedRightly = named.some((unit) => ownUnits.hasName(unit, buyerName, issueDate));
  const unitCode = plainCode(named[0]?.creditCode ?? null);
  // Without a tax number on either side the name decides.
  if (isNamedRightly && (plainCode(buyerTaxId) === "" || unitCode === "")) return undefined;
  const taxId = buyerTaxId || "空";
  return fault("block", unitCode === "" ? `税号为${taxId}。` : `税号${taxId}与本单位税号${unitCode}不符。`);
}

/** Whose tax number it is. */
export const partyNames = { sellerTaxId: "销方", buyerTaxId: "购方" } as const;

/**
 * INV-09: the check character of a unified social credit code. Older tax numbers carry none and pass. `check` for who
 * remembers the codes it has seen.
 */
export function creditCodeFault(
  taxId: string,
  field: keyof typeof partyNames,
  check: (code: string) => CreditCodeCheck = checkCreditCode,
): InvoiceFault | undefined {
  if (taxId === "" || check(taxId).kind !== "wrong") return undefined;
  const message = `${partyNames[field]}税号${taxId}校验位不正确，可能录入有误。`;
  return { ruleId: "INV-09", severity: "warn", field, message };
}
