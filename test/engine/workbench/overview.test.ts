import { describe, expect, it } from "vitest";
import { decide } from "#engine/checks/decisions.ts";
import { runCheck } from "#engine/checks/runCheck.ts";
import { listInstalments } from "#engine/contracts/listInstalments.ts";
import { listDue } from "#engine/due/listDue.ts";
import { listInvoiceViews } from "#engine/invoices/listInvoiceViews.ts";
import { missingPapers } from "#engine/papers/missingPapers.ts";
import { listPayments } from "#engine/payments/listPayments.ts";
import { getProject } from "#engine/projects/getProject.ts";
import { projectId } from "#engine/sample/project.ts";
import { insertRow } from "#engine/store/rows.ts";
import { overview } from "#engine/workbench/overview.ts";
import { sumCents } from "#shared/kernel/cents.ts";
import { asId } from "#shared/kernel/id.ts";
import { sampleDesk } from "#test/engine/support/sampleDesk.ts";
import { testClock } from "#test/engine/support/testClock.ts";

const year = { fiscalYear: 2022, projectId: null } as const;

async function bench(day?: string) {
  const clock = testClock(day);
  const { context } = await sampleDesk(clock);
  return {
    clock,
    context,
    show: async (scope: Parameters<typeof overview>[1] = year) => overview(await context(), scope),
  };
}

describe("the workbench", () => {
  it("has the figures of the projects in it", async () => {
    const { context, show } = await bench();
    const { project } = await getProject(await context(), projectId);
    expect(await show()).toMatchObject({
      asOf: "2022-07-08",
      budgetCents: 43_000_000,
      paidCents: project.paidCents,
      committedCents: project.committedCents,
      executionBp: project.executionBp,
      progress: { month: "2022-06", bp: 5_000 },
    });
    expect(await show({ ...year, projectId })).toMatchObject({ paidCents: project.paidCents });
  });

  it("shows of each list just what is to be done", async () => {
    const { context, show } = await bench();
    const shown = await show();
    const schedule = await listInstalments(await context(), {});
    const idsOf = (...statuses: readonly string[]) =>
      schedule
        .filter((row) => statuses.includes(row.status))
        .map((row) => row.id)
        .toSorted();
    const dueIds = (...kinds: readonly string[]) =>
      shown.due
        .filter((item) => kinds.includes(item.kind))
        .map((item) => item.subject.id)
        .toSorted();
    expect(dueIds("overdue")).toEqual(idsOf("overdue"));
    expect(dueIds("due", "soon")).toEqual(idsOf("due", "dueSoon", "partlyPaid"));
    expect(dueIds("blocked")).toEqual(idsOf("blocked"));
    expect(shown.due).toEqual((await listDue(await context(), { ...year, asOf: null })).items);
    const payments = await listPayments(await context(), year);
    expect(shown.pendingPayments).toEqual(payments.filter((payment) => payment.state !== "paid"));
    expect(shown.pendingPayments.length).toBe(10);
    const invoices = await listInvoiceViews(await context(), { fiscalYear: 2022 });
    expect(shown.openInvoices).toEqual(invoices.filter((invoice) => invoice.open));
    const missing = await missingPapers(await context(), { fiscalYear: 2022 });
    const onPayments = missing.filter(({ paymentNos }) => paymentNos.length > 0).length;
    expect(onPayments).toBeGreaterThan(0);
    expect(shown.missingPapers).toEqual({ count: missing.length, onPayments });
    expect((await listDue(await context(), { ...year, asOf: null })).missingPapers).toEqual(
      shown.missingPapers,
    );
  });

  it("shows for one project the invoices of those it has contracts with", async () => {
    const { context, show } = await bench();
    const [invoice] = (await (await context()).facts()).rows.invoice;
    if (invoice === undefined) throw new Error("the sample has invoices");
    const foreign = { sellerName: "别家", sellerTaxId: "", vendorId: null };
    await (await context()).write("收票", async (tx) => {
      await insertRow(tx, "invoice", { ...invoice, id: asId("own"), number: "22312000000000000901" });
      await insertRow(tx, "invoice", {
        ...invoice,
        ...foreign,
        id: asId("foreign"),
        number: "22312000000000000902",
      });
    });
    const openIds = async (scope?: Parameters<typeof show>[0]) =>
      (await show(scope)).openInvoices.map((row) => row.id).toSorted();
    expect(await openIds()).toEqual(["foreign", "own"]);
    expect(await openIds({ ...year, projectId })).toEqual(["own"]);
    expect(await openIds({ ...year, projectId: asId("none") })).toEqual([]);
  });

  it("adds up month by month", async () => {
    const { context, show } = await bench("2022-12-31");
    const { months, paidCents } = await show();
    expect(months.map((row) => row.month)).toEqual(
      Array.from({ length: 12 }, (_, index) => `2022-${String(index + 1).padStart(2, "0")}`),
    );
    expect(sumCents(months.map((row) => row.paidCents))).toBe(paidCents);
    const schedule = await listInstalments(await context(), {});
    expect(sumCents(months.map((row) => row.plannedCents))).toBe(
      sumCents(schedule.map((row) => row.payableCents)),
    );
  });

  it("lists the open findings that the check lists, and no accepted one", async () => {
    const { context, show } = await bench();
    const { findings, summary } = await runCheck(await context(), { fiscalYear: 2022, asOf: null });
    expect(await show()).toMatchObject({ summary });
    const key = findings[0]?.key ?? "";
    await decide(await context(), { findingKey: key, action: "accept", reason: "同意", by: "李主任" });
    const after = await show();
    expect(after.findings.map((finding) => finding.key)).toEqual(
      findings.slice(1).map((finding) => finding.key),
    );
  });

  it("shows a year gone by as it stood on its last day", async () => {
    const { clock, show } = await bench("2022-12-31");
    const lastDay = await show();
    clock.goTo("2025-05-05");
    expect(await show()).toEqual(lastDay);
    expect(lastDay).toMatchObject({ asOf: "2022-12-31", progress: { month: "2022-12", bp: 10_000 } });
  });

  it("shows a year to come on its first day, of which no time has gone by", async () => {
    const { show } = await bench("2021-11-01");
    expect(await show()).toMatchObject({
      asOf: "2022-01-01",
      paidCents: 0,
      progress: { month: null, bp: 0 },
    });
  });

  it("is empty for a year or a project without anything", async () => {
    const { show } = await bench();
    for (const scope of [
      { ...year, fiscalYear: 2030 },
      { ...year, projectId: asId("none") },
    ])
      expect(await show(scope)).toMatchObject({
        budgetCents: 0,
        paidCents: 0,
        executionBp: 0,
        due: [],
        pendingPayments: [],
        findings: [],
      });
  });
});
