import { isOutOfForce, outOfForceTold } from "../../invoices/stateFaults.ts";
import { defineRule } from "../rule.ts";
import { invoiceStatusNames, ofInvoice, ofPayment, yuan } from "../words.ts";

export const inv03Void = defineRule({
  id: "INV-03",
  name: "发票已作废/红冲",
  area: "发票",
  severity: "block",
  description: "付款单使用了已作废、已全额红冲的发票，或以红字发票付款。",
  basis: "税务机关发票状态：作废、全额红冲的发票不再是有效凭证",
  reads: ["invoice", "payment", "allocation"],
  params: {},
  check: (facts, _params, { payments }) =>
    payments.flatMap((payment) =>
      payment.invoiceUses.flatMap(({ of: invoice, cents }) => {
        const payable = facts.invoices.payableCents(invoice);
        const isDead = isOutOfForce(invoice) || payable <= 0;
        if (cents <= 0 || !isDead) return [];
        const uses = facts.usesOfInvoice.of(invoice);
        // Paid by mistake, and the money came back.
        if (uses.reduce((sum, { use }) => sum + use.cents, 0) <= 0) return [];
        const status = invoice.isRed === 1 ? "红字发票" : statusName(invoice.status);
        return {
          subjects: [ofInvoice(invoice), ofPayment(payment)],
          figures: { status: invoice.status, grossCents: invoice.grossCents, usedCents: cents },
          message: outOfForceTold(invoice.number, status),
          remedy: payment.isPaid
            ? `该发票已付${yuan(cents)}，请向收款方追回款项或换取有效发票，并在付款单中更换。`
            : "请向收款方换取有效发票，并在付款单中更换后再付款。",
        };
      }),
    ),
});

/** An invoice that red invoices reversed wholly may not show it in its own status yet. */
const statusName = (status: keyof typeof invoiceStatusNames): string =>
  status === "normal" || status === "redPartial" ? invoiceStatusNames.redFull : invoiceStatusNames[status];
