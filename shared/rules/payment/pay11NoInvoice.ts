import { type Cents, cents, maxCents, minCents } from "../../kernel/cents.ts";
import type { Invoice } from "../../model/invoice.ts";
import type { Facts } from "../facts.ts";
import { hitsIn } from "../looking.ts";
import type { PaymentFact } from "../paymentFacts.ts";
import { defineRule } from "../rule.ts";
import { tallySum, type Use } from "../tally.ts";
import { ofInvoice, ofPayment, yuan } from "../words.ts";

export const pay11NoInvoice = defineRule({
  id: "PAY-11",
  name: "无票付款 / 付款大于发票",
  area: "付款",
  severity: "block",
  description: "付款金额大于所关联发票的可付金额（价税合计扣除红字发票）；预付款除外。",
  basis: "会计法：支出应取得合法有效的原始凭证",
  reads: ["payment", "allocation", "invoice"],
  params: {},
  check: (facts, _params, { payments }) =>
    hitsIn(payments, (payment) => {
      const { row, invoiceUses } = payment;
      if (row.amountCents <= 0 || isAdvance(payment)) return undefined;
      let sum = 0;
      for (const use of invoiceUses) sum += cover(facts, use);
      const covered = cents(sum);
      if (row.amountCents <= covered) return undefined;
      const missing = cents(row.amountCents - covered);
      return {
        subjects: [ofPayment(payment), ...invoiceUses.map((use) => ofInvoice(use.of))],
        figures: { amountCents: row.amountCents, invoiceCents: covered, missingCents: missing },
        message:
          invoiceUses.length === 0
            ? `无票付款：付款${yuan(row.amountCents)}${noInvoiceWords(payment)}。`
            : `付款${yuan(row.amountCents)}大于发票${yuan(covered)}，差${yuan(missing)}。`,
        remedy:
          invoiceUses.length === 0
            ? "请取得并关联发票；属于合同约定预付款的，请勾选“预付款”。"
            : `请补充${yuan(missing)}的发票，或把付款金额减到发票金额以内。`,
      };
    }),
});

const isAdvance = ({ row, instalmentUses }: PaymentFact): boolean =>
  row.isAdvance === 1 ||
  (instalmentUses.length > 0 && instalmentUses.every((use) => use.of.row.kind === "advance"));

const noInvoiceWords = ({ allocations }: PaymentFact): string =>
  allocations.some((part) => part.invoiceId !== null) ? "关联的发票开票日期晚于核对日" : "没有关联发票";

/**
 * What an invoice covers of this payment: what is free of it, or what is allocated, up to its payable amount. An invoice
 * that others used up, or that is void, is found by INV-02 and INV-03 and not a second time here.
 */
function cover(facts: Facts, { of: invoice, cents: allocated, before }: Use<Invoice>): Cents {
  const isDead = invoice.status === "void" || invoice.status === "redFull";
  const payable = isDead ? invoice.grossCents : facts.invoices.payableCents(invoice);
  return minCents(payable, maxCents(allocated, cents(payable - tallySum(before))));
}
