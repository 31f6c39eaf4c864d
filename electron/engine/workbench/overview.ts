import type { Workbench } from "#shared/api/office.ts";
import { timeProgress } from "#shared/budget/timeProgress.ts";
import { cents, ratioBp, sumCents } from "#shared/kernel/cents.ts";
import { addMonths, monthOf, yearMonth } from "#shared/kernel/dates.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Facts } from "#shared/rules/facts.ts";
import { ledgerScope } from "#shared/rules/scope.ts";
import { runCheck } from "../checks/runCheck.ts";
import type { Context } from "../context.ts";
import { listDue } from "../due/listDue.ts";
import { listInvoiceViews } from "../invoices/listInvoiceViews.ts";
import { dayWithin } from "../office/dayWithin.ts";
import { paymentRows } from "../payments/listPayments.ts";
import { projectsInScope } from "../scope.ts";

type Scope = Readonly<{ fiscalYear: number; projectId: Id | null }>;

/**
 * What must I do now. A year gone by is shown as it stood on its last day, so that its figures do not fade: the day asked
 * for is today within the year, else the nearest day of it.
 */
export async function overview(context: Context, scope: Scope): Promise<Workbench> {
  const asOf = dayWithin(scope.fiscalYear, context.clock.today());
  const facts = await context.facts(asOf);
  const { items: due, missingPapers } = await listDue(context, { ...scope, asOf });
  const projects = [...projectsInScope(facts, scope)];
  const lines = projects.flatMap((id) => facts.budget.linesOf(id));
  const { findings, summary } = await runCheck(context, { ...scope, asOf });
  const budgetCents = sumCents(projects.map(facts.budget.annualCents));
  const paidCents = sumCents(projects.map(facts.budget.projectPaidCents));
  return {
    asOf,
    budgetCents,
    paidCents,
    committedCents: sumCents(lines.map((line) => facts.budget.lineCommittedCents(line.id))),
    executionBp: ratioBp(paidCents, budgetCents) ?? 0,
    progress: timeProgress(asOf, scope.fiscalYear),
    due,
    missingPapers,
    openInvoices: await openInvoices(context, facts, scope),
    pendingPayments: paymentRows(facts, scope).filter(({ state }) => state !== "paid"),
    findings: findings.filter((finding) => finding.state === "open"),
    summary,
    months: monthsOf(facts, scope.fiscalYear, new Set(projects)),
  };
}

/** Invoices that no payment took up yet: of the year, or those that may be for the project. */
async function openInvoices(
  context: Context,
  facts: Facts,
  scope: Scope,
): Promise<Workbench["openInvoices"]> {
  const invoices = await listInvoiceViews(context, { fiscalYear: scope.fiscalYear }, facts.asOf);
  const open = invoices.filter((invoice) => invoice.open);
  if (scope.projectId === null) return open;
  const { fiscalYear, projectId } = scope;
  const ofProject = new Set(
    ledgerScope(facts, { fiscalYear, projectId }).invoices.map((invoice) => invoice.id),
  );
  return open.filter((invoice) => ofProject.has(invoice.id));
}

/** What the instalments whose period ends in a month come to, and what was paid in it. */
function monthsOf(facts: Facts, year: number, projects: ReadonlySet<Id>): Workbench["months"] {
  const planned = new Map<string, number>();
  const paid = new Map<string, number>();
  const add = (sums: Map<string, number>, month: string, amount: number) =>
    void sums.set(month, (sums.get(month) ?? 0) + amount);
  for (const contract of facts.contracts) {
    if (!projects.has(contract.row.projectId)) continue;
    for (const { row, payableCents } of contract.instalments)
      add(planned, monthOf(row.periodTo), payableCents);
  }
  for (const payment of facts.payments) {
    if (payment.isPaid && projects.has(payment.row.projectId)) {
      add(paid, monthOf(payment.payDate), payment.row.amountCents);
    }
  }
  return Array.from({ length: 12 }, (_, index) => {
    const month = addMonths(yearMonth(`${year}-01`), index);
    return { month, plannedCents: cents(planned.get(month) ?? 0), paidCents: cents(paid.get(month) ?? 0) };
  });
}
