import { formatYuan } from "../kernel/cents.ts";
import { invoiceStatusNames, riskNames } from "../rules/words.ts";
import type { Checked, InvoiceFault } from "./invoiceFault.ts";

/** Void, or taken back in full: it may be kept, but nothing may be paid on it. */
export const isOutOfForce = ({ status }: Checked<"status">): boolean =>
  status === "void" || status === "redFull";

/** INV-03. `status` in words. */
export const outOfForceTold = (number: string, status: string): string =>
  `发票${number}状态为“${status}”，不得作为付款依据。`;

export const statusFault = (invoice: Checked<"number" | "status">): InvoiceFault | undefined =>
  isOutOfForce(invoice)
    ? {
        ruleId: "INV-03",
        severity: "warn",
        field: "status",
        message: outOfForceTold(invoice.number, invoiceStatusNames[invoice.status]),
      }
    : undefined;

/** INV-05. `status` in words. */
export const paidStatusTold = (number: string, status: string): string =>
  `已付款发票${number}状态变为“${status}”，请追回款项或换票。`;

/** INV-05: money went out on an invoice that is no longer in force. */
export const paidStatusFault = ({ number, status }: Checked<"number" | "status">): InvoiceFault => ({
  ruleId: "INV-05",
  severity: "block",
  field: "status",
  message: paidStatusTold(number, invoiceStatusNames[status]),
});

/** INV-06 */
export const riskFault = ({
  number,
  status,
  riskLevel,
}: Checked<"number" | "status" | "riskLevel">): InvoiceFault | undefined =>
  riskLevel === "normal" || status === "void"
    ? undefined
    : {
        ruleId: "INV-06",
        severity: riskLevel === "abnormal" ? "block" : "warn",
        field: "risk",
        message: `发票${number}风险等级为“${riskNames[riskLevel]}”。`,
      };

/** INV-18: a red invoice takes back another one, which must be known to see what is still payable. */
export function redLinkFault(
  { number, status, isRed, blueNumber, grossCents }: Checked<RedFields>,
  isKnown: (number: string) => boolean,
): InvoiceFault | undefined {
  if (isRed === 0 || status === "void" || (blueNumber !== null && isKnown(blueNumber))) return undefined;
  const named = blueNumber === null ? "没有写明蓝字号码" : `蓝字号码${blueNumber}不在账本中`;
  const message = `红字发票${number}（${formatYuan(grossCents)}元）未找到对应蓝字发票，${named}。`;
  return { ruleId: "INV-18", severity: "warn", field: "remark", message };
}

type RedFields = "number" | "status" | "isRed" | "blueNumber" | "grossCents";
