import { describe, expect, it } from "vitest";
import { documentText, dumpLedger } from "#engine/ledger/dumpLedger.ts";
import { checkDraft } from "#engine/payments/checkDraft.ts";
import { getPayment } from "#engine/payments/getPayment.ts";
import { proposePayment } from "#engine/payments/proposePayment.ts";
import { savePayment } from "#engine/payments/savePayment.ts";
import { instalmentId } from "#engine/sample/instalments.ts";
import { paymentId } from "#engine/sample/paymentDraft.ts";
import { projectId } from "#engine/sample/project.ts";
import type { PaymentDetail, PaymentDraftInput } from "#shared/api/payments.ts";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { paymentDraft } from "#test/engine/support/drafts.ts";
import { sampleDesk } from "#test/engine/support/sampleDesk.ts";
import { testClock } from "#test/engine/support/testClock.ts";

/** A stored payment as its form hands it in. */
function asInput({ payment, allocations }: PaymentDetail): PaymentDraftInput {
  const draft = paymentDraft(payment.projectId).payment;
  const columns = Object.fromEntries(
    Object.keys(draft).map((key) => [key, payment[key as keyof typeof draft]]),
  );
  return {
    payment: { ...draft, ...columns },
    allocations: allocations.map((row) => ({
      instalmentId: row.instalmentId,
      invoiceId: row.invoiceId,
      amountCents: row.amountCents,
    })),
  };
}

describe("the check of a payment that is being written", () => {
  it("stores nothing", async () => {
    const { context, ledger } = await sampleDesk(testClock());
    const before = documentText(await dumpLedger(ledger));
    const input = asInput(await getPayment(await context(), paymentId("recorders-5")));
    await checkDraft(await context(), { ...input, payment: { ...input.payment, amountCents: cents(1) } });
    await checkDraft(await context(), { ...input, payment: { ...input.payment, id: null } });
    const rent = { projectId, invoiceId: null, instalmentId: instalmentId("phones", 6) };
    await proposePayment(await context(), rent);
    expect(documentText(await dumpLedger(ledger))).toBe(before);
  });

  it("finds in every payment of the sample what its own check finds", async () => {
    const { context } = await sampleDesk(testClock());
    const { payments } = await (await context()).facts();
    for (const { row } of payments) {
      const stored = await getPayment(await context(), row.id);
      const { findings, suggestions } = await checkDraft(await context(), asInput(stored));
      expect([row.paymentNo, findings]).toEqual([row.paymentNo, stored.findings]);
      expect(suggestions).toEqual(stored.suggestions);
    }
  });

  it("sees what is changed in it, and not what is stored of it", async () => {
    const { context } = await sampleDesk(testClock());
    const rulesOf = async (input: PaymentDraftInput) =>
      (await checkDraft(await context(), input)).findings
        .filter((finding) => finding.severity === "block")
        .map((finding) => finding.ruleId);
    const input = asInput(await getPayment(await context(), paymentId("publicity-3")));
    expect(await rulesOf(input)).toEqual(["PAY-11"]);
    expect(await rulesOf({ ...input, payment: { ...input.payment, amountCents: cents(306_000) } })).toEqual(
      [],
    );
    expect(await rulesOf({ ...input, allocations: [] })).toEqual(["PAY-11"]);
  });

  it("says of a payment in its place what saving it then shows", async () => {
    const { context } = await sampleDesk(testClock());
    const { draft, findings } = await proposePayment(await context(), {
      projectId,
      invoiceId: null,
      instalmentId: instalmentId("phones", 3),
    });
    const id = await savePayment(await context(), draft);
    const stored = (await getPayment(await context(), id)).findings;
    expect(findings.length).toBeGreaterThan(1);
    expect(stored.map(({ ruleId, figures }) => [ruleId, figures])).toEqual(
      findings.map(({ ruleId, figures }) => [ruleId, figures]),
    );
  });

  it("looks at one asked for on a day to come, too", async () => {
    const { context } = await sampleDesk(testClock());
    const later = paymentDraft(projectId, { requestedOn: isoDate("2022-09-01") });
    const { findings } = await checkDraft(await context(), later);
    expect(findings.map((finding) => finding.ruleId)).toContain("PAY-11");
  });
});
