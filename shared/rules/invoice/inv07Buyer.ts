import { buyerFault } from "../../invoices/partyFaults.ts";
import type { Severity } from "../../model/check.ts";
import { hitsIn } from "../looking.ts";
import { defineRule } from "../rule.ts";
import { ofInvoice } from "../words.ts";

export const inv07Buyer = defineRule({
  id: "INV-07",
  name: "购买方名称/税号不符",
  area: "发票",
  severity: "block",
  description: "发票购买方税号不是本单位税号（阻断）；税号相符但名称不是开票日有效的本单位名称（警告）。",
  basis: "发票管理办法：发票抬头应与付款单位一致；单位更名前后的名称按生效日期认定",
  reads: ["invoice", "ownUnit", "ownUnitName"],
  params: {},
  check: ({ ownUnits }, _params, { invoices }) =>
    hitsIn(invoices, (invoice) => {
      const fault = buyerFault(ownUnits, invoice);
      if (fault === undefined) return undefined;
      const { buyerName, buyerTaxId, issueDate } = invoice;
      return {
        subjects: [ofInvoice(invoice)],
        figures: { buyerName, buyerTaxId, issueDate },
        severity: fault.severity,
        message: fault.message,
        remedy: remedyFor(fault.severity),
      };
    }),
});

/** Another's invoice blocks, an old name warns. */
const remedyFor = (severity: Severity): string =>
  severity === "block"
    ? "请退回销方，按本单位名称和税号重新开具；不属于本单位的发票不要使用。"
    : "请核对单位更名日期；名称有误的，请销方按开票日有效的名称重新开具。";
