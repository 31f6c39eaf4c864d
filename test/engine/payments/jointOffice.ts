import { getPayment } from "#engine/payments/getPayment.ts";
import { proposeRefund } from "#engine/payments/proposeRefund.ts";
import { savePayment } from "#engine/payments/savePayment.ts";
import { instalmentId } from "#engine/sample/instalments.ts";
import { invoiceId } from "#engine/sample/invoiceDraft.ts";
import { paymentId } from "#engine/sample/paymentDraft.ts";
import { updateRow } from "#engine/store/rows.ts";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import type { Id } from "#shared/kernel/id.ts";
import { settle } from "#test/engine/support/paying.ts";
import { sampleDesk } from "#test/engine/support/sampleDesk.ts";
import { testClock } from "#test/engine/support/testClock.ts";

// The sample's payment of 60,000.00 on one invoice for one quarter, and what comes back of it.

export const original = paymentId("joint-1");
export const invoice = invoiceId("joint-1");
export const quarter = instalmentId("joint", 1);

export async function jointOffice() {
  const desk = await sampleDesk(testClock());
  const { context, ledger } = desk;
  return {
    ...desk,
    detail: async (id = original) => getPayment(await context(), id),
    refund: async (amount: number, parts: readonly number[] = [amount]) => {
      const { draft } = await proposeRefund(await context(), { id: original });
      return savePayment(await context(), {
        payment: { ...draft.payment, amountCents: cents(amount) },
        allocations: parts.map((part) => ({
          instalmentId: quarter,
          invoiceId: invoice,
          amountCents: cents(part),
        })),
      });
    },
    receive: async (id: Id) => settle(await context(), id, isoDate("2022-07-08")),
    closeYear: () =>
      ledger.write({ actor: "外来", action: "关账" }, async (tx) => {
        const year = await tx.read
          .selectFrom("fiscalYear")
          .select("id")
          .where("year", "=", 2022)
          .executeTakeFirstOrThrow();
        await updateRow(tx, "fiscalYear", year.id, { state: "closed" });
      }),
  };
}
