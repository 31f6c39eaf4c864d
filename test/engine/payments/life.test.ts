import { expect, it } from "vitest";
import { runCheck } from "#engine/checks/runCheck.ts";
import { listInstalments } from "#engine/contracts/listInstalments.ts";
import { importInvoices } from "#engine/invoices/importInvoices.ts";
import { listInvoiceViews } from "#engine/invoices/listInvoiceViews.ts";
import { getPayment } from "#engine/payments/getPayment.ts";
import { proposePayment } from "#engine/payments/proposePayment.ts";
import { savePayment, voidPayment } from "#engine/payments/savePayment.ts";
import { takeStep } from "#engine/payments/takeStep.ts";
import { getProject } from "#engine/projects/getProject.ts";
import { instalmentId } from "#engine/sample/instalments.ts";
import { projectId } from "#engine/sample/project.ts";
import { verifyChain } from "#engine/store/chain.ts";
import { overview } from "#engine/workbench/overview.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import { failureOf } from "#test/engine/store/testLedger.ts";
import { sampleDesk } from "#test/engine/support/sampleDesk.ts";
import { testClock } from "#test/engine/support/testClock.ts";

const quarter = instalmentId("joint", 2);

it("the second quarter of 大联动 is imported, matched, asked for, approved and paid", async () => {
  const { context, ledger, exportPath } = await sampleDesk(testClock());
  const instalment = async () =>
    (await listInstalments(await context(), { projectId })).find((row) => row.id === quarter);
  const bench = async () => overview(await context(), { fiscalYear: 2022, projectId: null });
  const paidBefore = (await getProject(await context(), projectId)).project.paidCents;
  expect(await instalment()).toMatchObject({ status: "blocked", payableCents: 5_880_000, invoicedCents: 0 });

  // The month's export is imported: the invoice is there and open.
  await importInvoices(await context(), { path: exportPath });
  const open = (await bench()).openInvoices.find((row) => row.grossCents === 5_880_000);
  expect(open).toMatchObject({ open: true, paymentNos: [], payableCents: 5_880_000 });

  // It is matched for sure, and nothing stands against it.
  const input = { projectId, invoiceId: asId(open?.id ?? ""), instalmentId: null };
  const { draft, suggestions, findings } = await proposePayment(await context(), input);
  expect(suggestions[0]).toMatchObject({ instalmentId: quarter, band: "sure" });
  expect(findings.filter((finding) => finding.severity !== "hint")).toEqual([]);

  const id = await savePayment(await context(), draft);
  expect(await instalment()).toMatchObject({ status: "due", invoicedCents: 5_880_000, paidCents: 0 });
  expect((await bench()).openInvoices.map((row) => row.id)).not.toContain(open?.id);
  expect((await bench()).pendingPayments.map((row) => row.id)).toContain(id);

  const step = { id, by: "李主任", opinion: "", paidOn: null } as const;
  await takeStep(await context(), { ...step, action: "submit", by: "沈经办" });
  await takeStep(await context(), { ...step, action: "approve" });
  const [known] = (await listInvoiceViews(await context(), { fiscalYear: 2022 })).filter(
    ({ id: it }) => it === open?.id,
  );
  expect(known).toMatchObject({ usedCents: 5_880_000, open: false, contractNo: "GFL-2022-001" });
  await takeStep(await context(), { ...step, action: "pay", paidOn: isoDate("2022-07-08") });

  // Now the schedule says so, the money is spent, and the check has nothing to say about it.
  expect(await instalment()).toMatchObject({ status: "paid", paidCents: 5_880_000, remainingCents: 0 });
  expect((await getProject(await context(), projectId)).project.paidCents).toBe(paidBefore + 5_880_000);
  const { payment, findings: own } = await getPayment(await context(), id);
  expect([payment.state, own.filter((finding) => finding.severity !== "hint")]).toEqual(["paid", []]);
  const { findings: all } = await runCheck(await context(), { fiscalYear: 2022, asOf: null });
  const about = all.filter(
    ({ severity, subjects }) => severity !== "hint" && subjects.some((subject) => subject.id === id),
  );
  expect(about).toEqual([]);
  expect((await bench()).pendingPayments.map((row) => row.id)).not.toContain(id);

  // A second payment for the same quarter is found out, and cannot be approved.
  const again = await savePayment(await context(), { ...draft, payment: { ...draft.payment, id: null } });
  await takeStep(await context(), { ...step, id: again, action: "submit" });
  const failure = await failureOf(async () =>
    takeStep(await context(), { ...step, id: again, action: "approve" }),
  );
  expect(String(failure.details?.rules).split(" ")).toEqual(
    expect.arrayContaining(["INV-02", "PAY-02", "PAY-06"]),
  );

  // Voiding the paid one frees invoice and instalment for it.
  await voidPayment(await context(), { id, reason: "银行退回" });
  expect(await instalment()).toMatchObject({ paidCents: 0, invoicedCents: 5_880_000 });
  await takeStep(await context(), { ...step, id: again, action: "approve" });
  expect((await verifyChain(ledger)).kind).toBe("whole");
});
