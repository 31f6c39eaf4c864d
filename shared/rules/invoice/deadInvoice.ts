import { isOutOfForce } from "../../invoices/stateFaults.ts";
import type { Invoice } from "../../model/invoice.ts";
import type { Facts } from "../facts.ts";
import type { PaymentFact } from "../paymentFacts.ts";
import type { Use } from "../tally.ts";
import { invoiceStatusNames } from "../words.ts";

/** A payment's use of an invoice that pays nothing any more; `status` in words. */
export type DeadUse = Readonly<{ use: Use<Invoice>; status: string }>;

/** What a payment uses of void, wholly reversed and red invoices; not what was paid by mistake and came back. */
export function deadUses(facts: Facts, payment: PaymentFact): readonly DeadUse[] {
  const dead = payment.invoiceUses.filter(
    ({ of, cents }) => cents > 0 && isDead(facts, of) && !isRefunded(facts, of),
  );
  return dead.map((use) => ({
    use,
    status: use.of.isRed === 1 ? "红字发票" : statusName(use.of.status),
  }));
}

const isDead = (facts: Facts, invoice: Invoice): boolean =>
  isOutOfForce(invoice) || facts.invoices.payableCents(invoice) <= 0;

/** Money that is only asked back is not back. */
function isRefunded(facts: Facts, invoice: Invoice): boolean {
  const counted = facts.usesOfInvoice
    .of(invoice)
    .filter(({ payment, use }) => use.cents > 0 || payment.isPaid);
  return counted.reduce((sum, { use }) => sum + use.cents, 0) <= 0;
}

/** An invoice that red invoices reversed wholly may not show it in its own status yet. */
const statusName = (status: Invoice["status"]): string =>
  status === "normal" || status === "redPartial" ? invoiceStatusNames.redFull : invoiceStatusNames[status];
