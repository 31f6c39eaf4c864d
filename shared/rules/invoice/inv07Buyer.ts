import type { Invoice } from "../../model/invoice.ts";
import type { Facts } from "../facts.ts";
import { plainCode } from "../partyNames.ts";
import { defineRule, type Hit } from "../rule.ts";
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
  check: (facts, _params, { invoices }) =>
    facts.ownUnits.isEmpty ? [] : invoices.flatMap((invoice) => buyerHit(facts, invoice)),
});

function buyerHit(facts: Facts, invoice: Invoice): readonly Hit[] {
  if (invoice.isRed === 1 || invoice.status === "void" || invoice.status === "redFull") return [];
  const { ownUnits } = facts;
  const { buyerName, buyerTaxId, issueDate } = invoice;
  const coded = ownUnits.byCode(buyerTaxId);
  if (coded !== undefined) {
    if (ownUnits.hasName(coded, buyerName, issueDate)) return [];
    const right = ownUnits.nameOn(coded.id, issueDate);
    return [
      hit(
        invoice,
        "warn",
        `开票日有效的名称是“${right}”。`,
        `请核对单位更名日期；名称有误的，请销方重开，抬头写“${right}”。`,
      ),
    ];
  }
  const named = ownUnits.withName(buyerName);
  const isNamedRightly = named.some((unit) => ownUnits.hasName(unit, buyerName, issueDate));
  const unitCode = plainCode(named[0]?.creditCode ?? null);
  // Without a tax number on either side the name decides.
  if (isNamedRightly && (plainCode(buyerTaxId) === "" || unitCode === "")) return [];
  const told =
    unitCode === ""
      ? `税号为${buyerTaxId || "空"}。`
      : `税号${buyerTaxId || "空"}与本单位税号${unitCode}不符。`;
  return [
    hit(invoice, "block", told, "请退回销方，按本单位名称和税号重新开具；不属于本单位的发票不要使用。"),
  ];
}

const hit = (invoice: Invoice, severity: "block" | "warn", told: string, remedy: string): Hit => ({
  subjects: [ofInvoice(invoice)],
  figures: { buyerName: invoice.buyerName, buyerTaxId: invoice.buyerTaxId, issueDate: invoice.issueDate },
  message: `购买方“${invoice.buyerName}”不是本单位（或已更名）。${told}`,
  remedy,
  severity,
});
