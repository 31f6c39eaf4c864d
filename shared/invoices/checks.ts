import { formatYuan } from "../kernel/cents.ts";
import { checkCreditCode } from "../kernel/creditCode.ts";
import { addDays, type IsoDate, yearOf } from "../kernel/dates.ts";
import type { Severity } from "../model/check.ts";
import type { Invoice } from "../model/invoice.ts";
import { type OwnUnits, plainCode } from "../rules/partyNames.ts";
import { invoiceStatusNames, riskNames } from "../rules/words.ts";
import type { InvoiceField } from "./headerSynonyms.ts";

/** What is wrong with one invoice by itself. Rules and import say it in the same words. */
export type InvoiceFault = Readonly<{
  ruleId: string;
  severity: Severity;
  /** Where in a list it shows. */
  field: InvoiceField;
  message: string;
}>;

type Checked<Field extends keyof Invoice> = Readonly<Pick<Invoice, Field>>;

/** INV-03: it may be kept, but nothing may be paid on it. */
export const statusFault = ({ number, status }: Checked<"number" | "status">): InvoiceFault | undefined =>
  status === "void" || status === "redFull"
    ? {
        ruleId: "INV-03",
        severity: "warn",
        field: "status",
        message: `发票${number}状态为“${invoiceStatusNames[status]}”，不得作为付款依据。`,
      }
    : undefined;

/** INV-05: money went out on an invoice that is no longer in force. */
export const paidStatusFault = ({ number, status }: Checked<"number" | "status">): InvoiceFault => ({
  ruleId: "INV-05",
  severity: "block",
  field: "status",
  message: `已付款发票${number}状态变为“${invoiceStatusNames[status]}”，请追回款项或换票。`,
});

/** INV-06 */
export const riskFault = ({
  number,
  riskLevel,
}: Checked<"number" | "riskLevel">): InvoiceFault | undefined =>
  riskLevel === "normal"
    ? undefined
    : {
        ruleId: "INV-06",
        severity: riskLevel === "abnormal" ? "block" : "warn",
        field: "risk",
        message: `发票${number}风险等级为“${riskNames[riskLevel]}”。`,
      };

/**
 * INV-07: the buyer must be a unit of this office under a name it had on the day. A foreign tax number blocks, an old
 * name warns. Says nothing when the office has not told its units or the list does not tell the buyer.
 */
export function buyerFault(
  ownUnits: OwnUnits,
  { buyerName, buyerTaxId, issueDate }: Checked<"buyerName" | "buyerTaxId" | "issueDate">,
): InvoiceFault | undefined {
  if (ownUnits.isEmpty || (buyerName === "" && buyerTaxId === "")) return undefined;
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
  if (isNamedRightly && (buyerTaxId === "" || unitCode === "")) return undefined;
  return fault("block", unitCode === "" ? "" : `税号${buyerTaxId || "空"}与本单位税号${unitCode}不符。`);
}

/** INV-09: the check character of a unified social credit code. Older tax numbers carry none and pass. */
export function creditCodeFault(
  taxId: string,
  field: "sellerTaxId" | "buyerTaxId",
): InvoiceFault | undefined {
  if (taxId === "" || checkCreditCode(taxId).kind !== "wrong") return undefined;
  const message = `税号${taxId}校验位不正确，可能录入有误。`;
  return { ruleId: "INV-09", severity: "warn", field, message };
}

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
  const message = `发票${number}号码前两位与开票年份不一致（开票日期${issueDate}）。`;
  return { ruleId: "INV-11", severity: "warn", field: "digitalNumber", message };
}

/** INV-14: issued after today, or more than 90 days before the earliest project begins. */
export function issueDateFault(
  { number, issueDate }: Checked<"number" | "issueDate">,
  { today, earliestStart }: Readonly<{ today: IsoDate; earliestStart: IsoDate | undefined }>,
): InvoiceFault | undefined {
  const isFuture = issueDate > today;
  const isOld = earliestStart !== undefined && issueDate < addDays(earliestStart, -90);
  if (!isFuture && !isOld) return undefined;
  const why = isFuture ? "晚于今天" : `早于最早的项目开始日期${earliestStart}之前90天`;
  const message = `发票${number}开票日期${issueDate}异常（${why}）。`;
  return { ruleId: "INV-14", severity: "warn", field: "issueDate", message };
}

/** INV-18: a red invoice takes back another one, which must be known to see what is still payable. */
export function redLinkFault(
  { number, isRed, blueNumber, grossCents }: Checked<"number" | "isRed" | "blueNumber" | "grossCents">,
  isKnown: (number: string) => boolean,
): InvoiceFault | undefined {
  if (isRed === 0 || (blueNumber !== null && isKnown(blueNumber))) return undefined;
  const named = blueNumber === null ? "备注中没有蓝字号码" : `蓝字号码${blueNumber}不在账本中`;
  const message = `红字发票${number}（${formatYuan(grossCents)}元）未找到对应蓝字发票，${named}。`;
  return { ruleId: "INV-18", severity: "warn", field: "remark", message };
}

export type CheckContext = Readonly<{
  ownUnits: OwnUnits;
  today: IsoDate;
  earliestStart: IsoDate | undefined;
  /** Whether an invoice with this number is in the ledger or comes with the same file. */
  isKnown: (number: string) => boolean;
}>;

/** Everything that an invoice itself tells when it comes in. */
export function invoiceFaults(invoice: Invoice, context: CheckContext): readonly InvoiceFault[] {
  const isDead = invoice.isRed === 1 || invoice.status === "void" || invoice.status === "redFull";
  return [
    statusFault(invoice),
    riskFault(invoice),
    isDead ? undefined : buyerFault(context.ownUnits, invoice),
    creditCodeFault(invoice.sellerTaxId, "sellerTaxId"),
    creditCodeFault(invoice.buyerTaxId, "buyerTaxId"),
    numberYearFault(invoice),
    issueDateFault(invoice, context),
    redLinkFault(invoice, context.isKnown),
  ].filter((fault) => fault !== undefined);
}
