import type { InvoiceUse } from "#shared/invoices/relation.ts";
import type { Id } from "#shared/kernel/id.ts";
import { groupBy } from "#shared/rules/indexing.ts";
import { allocationsOfInvoices, listPayments } from "../store/payments.ts";
import type { ReadableLedger } from "../store/types.ts";

/** What live payments take of these invoices, in the order of the payments' numbers. Invoices not used are not in it. */
export async function invoiceUses(
  ledger: ReadableLedger,
  invoiceIds: readonly Id[],
): Promise<ReadonlyMap<Id, readonly InvoiceUse[]>> {
  const allocations = await allocationsOfInvoices(ledger, invoiceIds);
  if (allocations.length === 0) return new Map();
  const payments = new Map((await listPayments(ledger)).map((payment) => [payment.id, payment]));
  const byInvoice = groupBy(allocations, ({ invoiceId }) => invoiceId);
  const used = new Set(allocations.flatMap(({ invoiceId }) => invoiceId ?? []));
  return new Map(
    [...used].map((id) => [
      id,
      byInvoice
        .of(id)
        .flatMap(({ paymentId, amountCents }) => {
          const payment = payments.get(paymentId);
          return payment === undefined
            ? []
            : [{ paymentId, paymentNo: payment.paymentNo, state: payment.state, amountCents }];
        })
        .toSorted((a, b) => (a.paymentNo < b.paymentNo ? -1 : 1)),
    ]),
  );
}
