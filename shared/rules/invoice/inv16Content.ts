import { splitGoodsName } from "../../invoices/goodsName.ts";
import type { Invoice } from "../../model/invoice.ts";
import type { ContractFact } from "../contractFacts.ts";
import type { InvoiceGoods } from "../derivedRows.ts";
import type { Facts } from "../facts.ts";
import type { PaymentFact } from "../paymentFacts.ts";
import { remembering } from "../remembering.ts";
import { defineRule, type Hit } from "../rule.ts";
import { ofContract, ofInvoice, ofPayment } from "../words.ts";
import { isVague } from "./inv17NoList.ts";
import { type Matter, matterOf, mayBelong, saidOf } from "./sameMatter.ts";

export const inv16Content = defineRule({
  id: "INV-16",
  name: "内容与合同不符",
  area: "发票",
  severity: "hint",
  description:
    "发票各行的品名和税收分类，与合同名称、标的及预算明细名称没有任何相同或相近的词。品名笼统的发票不查（见 INV-17）。",
  basis: "发票内容应与实际业务一致（发票管理办法）",
  reads: ["payment", "allocation", "invoice", "invoiceGoods", "contract", "budgetLine"],
  params: {},
  check: (facts, _params, { payments }) => {
    // Rents have the same goods month after month, a contract has many invoices, and a seller many contracts.
    const goodsIn = remembering((text: string) => {
      const goods = splitGoodsName(text);
      return isVague(text) ? undefined : { goods, said: saidOf(goods) };
    });
    const testOf = remembering((contract: ContractFact) => {
      const matter = contractMatter(facts, contract);
      return remembering((text: string) => {
        const known = goodsIn(text);
        return known === undefined || mayBelong(known.goods, matter, known.said);
      });
    });
    const hits: Hit[] = [];
    for (const payment of payments) {
      const { contract } = payment;
      if (contract === undefined) continue;
      const belongs = testOf(contract);
      for (const { of: invoice, cents } of payment.invoiceUses) {
        const lines = cents > 0 ? facts.goodsOf.of(invoice.id) : [];
        if (lines.length === 0 || lines.some((line) => belongs(line.goodsName))) continue;
        hits.push(hit(payment, contract, invoice, lines));
      }
    }
    return hits;
  },
});

function hit(
  payment: PaymentFact,
  contract: ContractFact,
  invoice: Invoice,
  lines: readonly InvoiceGoods[],
): Hit {
  const subject = contract.row.subject || contract.row.name;
  const content = goodsNames(lines).slice(0, 3).join("、");
  return {
    subjects: [ofInvoice(invoice), ofPayment(payment), ofContract(contract)],
    figures: { content, subject },
    message: `发票${invoice.number}内容“${content}”与合同标的“${subject}”不一致。`,
    remedy: "请核对发票是否开错内容、付款单是否选对合同；确属同一业务的，请说明。",
  };
}

/** Discount lines name the goods they discount. */
const goodsNames = (lines: readonly InvoiceGoods[]): readonly string[] => [
  ...new Set(lines.map((line) => line.goodsName.trim())),
];

function contractMatter(facts: Facts, contract: ContractFact): Matter {
  const { name, subject, budgetLineId } = contract.row;
  const line = facts.budgetLines.get(budgetLineId);
  const rentals = contract.rentals.map((rental) => rental.row.name);
  return matterOf([name, subject, line?.name ?? "", line?.procurementItem ?? "", ...rentals]);
}
