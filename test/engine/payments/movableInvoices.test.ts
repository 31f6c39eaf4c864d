import { describe, expect, it } from "vitest";
import { listMovableInvoices } from "#engine/payments/movableInvoices.ts";
import { exchangeInvoice, offsetAdvance } from "#engine/payments/moveInvoice.ts";
import { cents } from "#shared/kernel/cents.ts";
import { failureOf } from "#test/engine/store/testLedger.ts";
import { changeInvoice, makeAdvance, twinInvoice } from "#test/engine/support/papers.ts";
import { invoice, jointOffice, original } from "./jointOffice.ts";

const signed = { id: original, by: "沈经办", note: "" } as const;

/** Beside the invoice of the payment: one like it, a smaller one, and one of somebody else. */
async function office() {
  const { context, detail } = await jointOffice();
  const twin = async (number: string, changes: Parameters<typeof twinInvoice>[2] | object = {}) =>
    twinInvoice(await context(), invoice, { ...changes, number });
  return {
    context,
    detail,
    like: await twin("22312000000000008001"),
    small: await twin("22312000000000008002", {
      grossCents: cents(100_00),
      netCents: cents(100_00),
      taxCents: cents(0),
    }),
    foreign: await twin("22312000000000008003", {
      sellerName: "上海别家有限公司",
      sellerTaxId: "",
      vendorId: null,
    }),
    offered: async (fromInvoiceId: typeof invoice | null) =>
      (await listMovableInvoices(await context(), { id: original, fromInvoiceId })).map(({ id }) => id),
  };
}

describe("invoices that a payment can be moved to", () => {
  it("are those of the payee with something left, when an advance is offset", async () => {
    const { context, offered, like, small, foreign } = await office();
    await makeAdvance(await context(), original);
    const found = await offered(null);
    expect(found).toEqual(expect.arrayContaining([invoice, like, small]));
    expect(found).not.toContain(foreign);
    const ask = { ...signed, amountCents: cents(1) };
    expect(
      await failureOf(async () => offsetAdvance(await context(), { ...ask, invoiceId: foreign })),
    ).toMatchObject({
      message: expect.stringContaining("不是"),
    });
    for (const invoiceId of found) await offsetAdvance(await context(), { ...ask, invoiceId });
  });

  it("have enough for all that lost its invoice, when one is exchanged", async () => {
    const { context, offered, like } = await office();
    expect(await offered(invoice)).toEqual([]);
    await changeInvoice(await context(), invoice, { status: "void" });
    expect(await offered(invoice)).toEqual([like]);
    await exchangeInvoice(await context(), { ...signed, fromInvoiceId: invoice, toInvoiceId: like });
    expect(await offered(invoice)).toEqual([]);
  });
});
