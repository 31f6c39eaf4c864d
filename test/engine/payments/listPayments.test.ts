import { describe, expect, it } from "vitest";
import { noFindings } from "#engine/checks/counts.ts";
import { importInvoices } from "#engine/invoices/importInvoices.ts";
import { getPayment } from "#engine/payments/getPayment.ts";
import { countPaymentFindings, listPayments } from "#engine/payments/listPayments.ts";
import { voidPayment } from "#engine/payments/savePayment.ts";
import { paymentId } from "#engine/sample/paymentDraft.ts";
import { projectId } from "#engine/sample/project.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import { acceptAll } from "#test/engine/support/paying.ts";
import { sampleDesk } from "#test/engine/support/sampleDesk.ts";
import { testClock } from "#test/engine/support/testClock.ts";

describe("the list of payments", () => {
  it("counts on each payment the findings that its own page shows", async () => {
    const { context, exportPath } = await sampleDesk(testClock());
    await importInvoices(await context(), { path: exportPath });
    await acceptAll(await context(), paymentId("recorders-5"));
    const scope = { fiscalYear: 2022, projectId: null };
    const payments = await listPayments(await context(), scope);
    const counts = await countPaymentFindings(await context(), scope);
    const countOf = new Map<string, unknown>(counts.map(({ paymentId: of, ...count }) => [of, count]));
    for (const { id, paymentNo } of payments) {
      const detail = await getPayment(await context(), id);
      expect([paymentNo, countOf.get(id) ?? noFindings]).toEqual([paymentNo, detail.payment.findings]);
    }
    expect(counts.filter(({ block }) => block > 0).length).toBeGreaterThan(8);
    expect(counts.filter(({ warn }) => warn > 0).length).toBeGreaterThan(1);
  });

  it("shows of each what its own page shows", async () => {
    const { context, exportPath } = await sampleDesk(testClock());
    await importInvoices(await context(), { path: exportPath });
    for (const row of await listPayments(await context(), {}))
      expect((await getPayment(await context(), row.id)).payment).toMatchObject(row);
  });

  it("has the latest request first, and no void ones", async () => {
    const { context } = await sampleDesk(testClock());
    const payments = await listPayments(await context(), {});
    const keys = payments.map((payment) => `${payment.requestedOn} ${payment.paymentNo}`);
    expect(keys).toEqual(keys.toSorted().toReversed());
    expect(payments.map((payment) => payment.id)).not.toContain(paymentId("phones-3-void"));
    await voidPayment(await context(), { id: paymentId("trade-2"), reason: "不买了" });
    expect(await listPayments(await context(), {})).toHaveLength(payments.length - 1);
  });

  it("is of a year or a project, and as a day saw it", async () => {
    const { context } = await sampleDesk(testClock());
    const scoped = async (
      ...rest: [Parameters<typeof listPayments>[1], Parameters<typeof listPayments>[2]?]
    ) => listPayments(await context(), ...rest);
    const all = await scoped({});
    expect(await scoped({ fiscalYear: 2022, projectId })).toEqual(all);
    expect(await scoped({ fiscalYear: 2023 })).toEqual([]);
    expect(await scoped({ projectId: asId("other") })).toEqual([]);
    const march = await scoped({}, isoDate("2022-03-02"));
    expect(march.map((payment) => payment.requestedOn <= "2022-03-02")).not.toContain(false);
    expect(march.length).toBeLessThan(all.length);
  });
});
