import { creditCodeFault, partyNames } from "../../invoices/partyFaults.ts";
import { type CreditCodeCheck, checkCreditCode } from "../../kernel/creditCode.ts";
import { hitsIn } from "../looking.ts";
import { defineRule } from "../rule.ts";
import { ofInvoice } from "../words.ts";

export const inv09TaxNumber = defineRule({
  id: "INV-09",
  name: "税号校验码错误",
  area: "发票",
  severity: "warn",
  description: "销方或购方的18位统一社会信用代码校验位不对；15位、20位等旧税号无从校验，不查。",
  basis: "GB 32100-2015 法人和其他组织统一社会信用代码编码规则",
  reads: ["invoice"],
  params: {},
  check: (_facts, _params, { invoices }) => {
    // The same few parties appear on thousands of invoices.
    const checked = new Map<string, CreditCodeCheck>();
    const checkOf = (code: string): CreditCodeCheck => {
      const known = checked.get(code) ?? checkCreditCode(code);
      checked.set(code, known);
      return known;
    };
    return (["sellerTaxId", "buyerTaxId"] as const).flatMap((party) =>
      hitsIn(invoices, (invoice) => {
        const fault = creditCodeFault(invoice[party], party, checkOf);
        if (fault === undefined) return undefined;
        return {
          subjects: [ofInvoice(invoice)],
          figures: { taxId: invoice[party] },
          message: fault.message,
          remedy: "请对照发票原件核对税号。",
          aspect: partyNames[party],
        };
      }),
    );
  },
});
