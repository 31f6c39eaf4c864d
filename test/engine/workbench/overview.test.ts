import { describe, expect, it } from "vitest";
import { decide } from "#engine/checks/decisions.ts";
import { runCheck } from "#engine/checks/runCheck.ts";
import { listInstalments } from "#engine/contracts/listInstalments.ts";
import { listInvoiceViews } from "#engine/invoices/listInvoiceViews.ts";
import { listPayments } from "#engine/payments/listPayments.ts";
import { getProject } from "#engine/projects/getProject.ts";
import { projectId } from "#engine/sample/project.ts";
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
      timeProgressBp: 5_833,
    });
    expect(await show({ ...year, projectId })).toMatchObject({ paidCents: project.paidCents });
  });

  it("shows of each list just what is to be done", async () => {
    const { context, show } = await bench();
    const shown = await show();
    const schedule = await listInstalments(await context(), {});
    const withStatus = (...statuses: readonly string[]) =>
      schedule.filter((row) => statuses.includes(row.status));
    expect(shown.overdue).toEqual(withStatus("overdue"));
    expect(shown.dueSoon).toEqual(withStatus("due", "dueSoon", "partlyPaid"));
    expect(shown.waiting).toEqual(withStatus("blocked"));
    const payments = await listPayments(await context(), year);
    expect(shown.pendingPayments).toEqual(payments.filter((payment) => payment.state !== "paid"));
    expect(shown.pendingPayments.length).toBe(10);
    const invoices = await listInvoiceViews(await context(), { fiscalYear: 2022 });
    expect(shown.openInvoices).toEqual(invoices.filter((invoice) => invoice.open));
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
    expect(lastDay).toMatchObject({ asOf: "2022-12-31", timeProgressBp: 10_000 });
  });

  it("shows a year to come on its first day, of which no time has gone by", async () => {
    const { show } = await bench("2021-11-01");
    expect(await show()).toMatchObject({ asOf: "2022-01-01", paidCents: 0, timeProgressBp: 0 });
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
        overdue: [],
        dueSoon: [],
        waiting: [],
        pendingPayments: [],
        findings: [],
      });
  });
});
