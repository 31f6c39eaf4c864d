import type { LinkedPayment, NeedIssueView, NeedLine, NeedView, PersonDueView } from "#shared/api/needs.ts";
import { type Cents, multiplyToCents, sumCents } from "#shared/kernel/cents.ts";
import type { Decimal } from "#shared/kernel/decimal.ts";
import type { Need, NeedIssue, Staff } from "#shared/model/need.ts";
import { isPerPerson, needFigures } from "#shared/needs/needFigures.ts";
import { dueReason, isDue, personDue } from "#shared/needs/personDue.ts";
import { needMatter } from "#shared/needs/sameNeed.ts";
import type { Facts } from "#shared/rules/facts.ts";
import { type Groups, groupBy, indexBy } from "#shared/rules/indexing.ts";
import type { PaymentFact } from "#shared/rules/paymentFacts.ts";

/** The rows about needs with their indexes, for all needs of a screen. */
export type NeedSources = Readonly<{
  facts: Facts;
  issues: Groups<Need["id"], NeedIssue>;
  /** What was handed out of the same matter, by the needs of all years. */
  issuesOfMatter: (need: Need) => readonly NeedIssue[];
  staff: ReadonlyMap<Staff["id"], Staff>;
}>;

export function needSources(facts: Facts): NeedSources {
  const issues = groupBy(facts.rows.needIssue, (row) => row.needId);
  const matters = groupBy(facts.rows.need, needMatter);
  return {
    facts,
    issues,
    issuesOfMatter: (need) => matters.of(needMatter(need)).flatMap(({ id }) => issues.of(id)),
    staff: indexBy(facts.rows.staff, (row) => row.id),
  };
}

const fiscalYearOf = ({ facts }: NeedSources, need: Need): number =>
  facts.projects.get(need.projectId)?.fiscalYear ?? 0;

const worth = (quantity: Decimal, { unitPrice }: Need): Cents | null =>
  unitPrice === null ? null : multiplyToCents(quantity, unitPrice);

/** Everybody on the list of the need's year, by number, with what is due and why. */
export function peopleOf(sources: NeedSources, need: Need): readonly PersonDueView[] {
  if (!isPerPerson(need)) return [];
  const issues = groupBy(sources.issuesOfMatter(need), (row) => row.staffId);
  const year = { fiscalYear: fiscalYearOf(sources, need), asOf: sources.facts.asOf };
  const people = [...sources.staff.values()].flatMap((staff): readonly PersonDueView[] => {
    const due = personDue(need, staff, issues.of(staff.id), year);
    if (due === undefined) return [];
    const reason = dueReason(due, need.replaceYears);
    return [{ ...due, staff, reason, amountCents: isDue(due) ? worth(due.quantity, need) : null }];
  });
  return people.toSorted((a, b) => compareStaff(a.staff, b.staff));
}

export const compareStaff = (a: Staff, b: Staff): number =>
  a.staffNo.localeCompare(b.staffNo, "zh-CN", { numeric: true }) || a.name.localeCompare(b.name, "zh-CN");

export function needView(sources: NeedSources, need: Need): NeedView {
  const people = peopleOf(sources, need);
  const fiscalYear = fiscalYearOf(sources, need);
  const { facts } = sources;
  return {
    ...need,
    ...needFigures(need, sources.issues.of(need.id), people, fiscalYear),
    fiscalYear,
    projectName: facts.projects.get(need.projectId)?.name ?? "",
    budgetLineName: need.budgetLineId === null ? "" : (facts.budgetLines.get(need.budgetLineId)?.name ?? ""),
    dueCount: isPerPerson(need) ? people.filter(isDue).length : null,
  };
}

export function issueViews(sources: NeedSources, need: Need): readonly NeedIssueView[] {
  return sources.issues
    .of(need.id)
    .map((issue) => {
      const staff = issue.staffId === null ? undefined : sources.staff.get(issue.staffId);
      const payment = issue.paymentId === null ? undefined : sources.facts.paymentsById.get(issue.paymentId);
      return {
        ...issue,
        staffNo: staff?.staffNo ?? "",
        staffName: staff?.name ?? "",
        paymentNo: payment?.row.paymentNo ?? null,
        amountCents: worth(issue.quantity, need),
      };
    })
    .toSorted((a, b) =>
      a.issuedOn === b.issuedOn ? (a.staffNo < b.staffNo ? -1 : 1) : a.issuedOn > b.issuedOn ? -1 : 1,
    );
}

/** The line a need is bought from, with what all its needs come to. */
export function lineOf(sources: NeedSources, { budgetLineId }: Need): NeedLine | null {
  const { facts } = sources;
  const line = budgetLineId === null ? undefined : facts.budgetLines.get(budgetLineId);
  if (line === undefined) return null;
  const needs = facts.rows.need.filter((row) => row.budgetLineId === line.id);
  return {
    id: line.id,
    name: line.name,
    allocatedCents: facts.budget.allocatedCents(line),
    plannedCents: sumCents(needs.flatMap((row) => needView(sources, row).plannedCents ?? [])),
    paidCents: facts.budget.linePaidCents(line.id),
  };
}

/** Payments the need's issues name, and those they may name: of its line, or of its project where it has none. */
export function paymentsOf(
  sources: NeedSources,
  need: Need,
): Readonly<{ linked: readonly LinkedPayment[]; linkable: readonly LinkedPayment[] }> {
  const named = new Set(sources.issues.of(need.id).map((issue) => issue.paymentId));
  const { payments } = sources.facts;
  const isOfLine = ({ row, lineUse }: PaymentFact): boolean =>
    need.budgetLineId === null ? row.projectId === need.projectId : lineUse?.of.id === need.budgetLineId;
  return {
    linked: payments.filter(({ row }) => named.has(row.id)).map(linkedPayment),
    linkable: payments.filter((payment) => named.has(payment.row.id) || isOfLine(payment)).map(linkedPayment),
  };
}

const linkedPayment = ({ row, state }: PaymentFact): LinkedPayment => ({
  id: row.id,
  paymentNo: row.paymentNo,
  purpose: row.purpose,
  state,
  day: row.paidOn ?? row.requestedOn,
  amountCents: row.amountCents,
});
