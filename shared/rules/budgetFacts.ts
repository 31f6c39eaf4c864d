import { fundingTotal } from "../budget/funding.ts";
import { addCents, type Cents, cents, sumCents, zeroCents } from "../kernel/cents.ts";
import type { IsoDate } from "../kernel/dates.ts";
import type { BudgetLine, FundingSource, Project } from "../model/project.ts";
import type { ContractFact } from "./contractFacts.ts";
import type { FactRows } from "./factRows.ts";
import { groupBy, lazy } from "./indexing.ts";
import type { PaymentFact } from "./paymentFacts.ts";
import { runningUse } from "./runningUse.ts";
import type { Tally } from "./tally.ts";

export type BudgetFacts = Readonly<{
  linesOf: (projectId: Project["id"]) => readonly BudgetLine[];
  fundingOf: (projectId: Project["id"]) => readonly FundingSource[];
  /** The line's amount with the 调剂 so far. */
  allocatedCents: (line: BudgetLine) => Cents;
  /** 年度资金申请总额; what the lines add up to where no funding was put down. */
  annualCents: (projectId: Project["id"]) => Cents;
  linePaidCents: (lineId: BudgetLine["id"]) => Cents;
  projectPaidCents: (projectId: Project["id"]) => Cents;
  /** Signed and not yet paid. */
  lineCommittedCents: (lineId: BudgetLine["id"]) => Cents;
  /** What the payments before this one used of its line, and of its project. */
  lineUsedBefore: (payment: PaymentFact) => Tally;
  projectUsedBefore: (payment: PaymentFact) => Tally;
}>;

export function budgetFactsOf(
  rows: FactRows,
  asOf: IsoDate,
  contracts: readonly ContractFact[],
  payments: readonly PaymentFact[],
): BudgetFacts {
  const lines = groupBy(rows.budgetLine, (row) => row.projectId);
  const funding = groupBy(rows.fundingSource, (row) => row.projectId);
  const adjustments = groupBy(
    rows.budgetAdjustment.filter((row) => row.adjustedOn <= asOf),
    (row) => row.budgetLineId,
  );
  const paid = lazy(() => payments.filter((payment) => payment.isPaid));
  const paidByLine = lazy(() =>
    totals(paid(), (payment) => [payment.lineUse?.of.id, payment.row.amountCents]),
  );
  const paidByProject = lazy(() =>
    totals(paid(), (payment) => [payment.row.projectId, payment.row.amountCents]),
  );
  const committed = lazy(() => committedByLine(contracts, paid()));
  const allocatedCents = (line: BudgetLine) =>
    addCents(line.amountCents, ...adjustments.of(line.id).map((row) => row.deltaCents));
  return {
    linesOf: lines.of,
    fundingOf: funding.of,
    allocatedCents,
    annualCents: (projectId) =>
      funding.of(projectId).some((row) => row.scope === "annual")
        ? fundingTotal(funding.of(projectId), "annual")
        : sumCents(lines.of(projectId).map(allocatedCents)),
    linePaidCents: (lineId) => paidByLine().get(lineId) ?? zeroCents,
    projectPaidCents: (projectId) => paidByProject().get(projectId) ?? zeroCents,
    lineCommittedCents: (lineId) => committed().get(lineId) ?? zeroCents,
    lineUsedBefore: runningUse(payments, (payment) => payment.lineUse?.of.id),
    projectUsedBefore: runningUse(payments, (payment) => payment.row.projectId),
  };
}

/** Of every contract that is signed, what its sum is more than what was paid on it. */
function committedByLine(
  contracts: readonly ContractFact[],
  paid: readonly PaymentFact[],
): ReadonlyMap<string, Cents> {
  const paidByContract = totals(
    paid.flatMap((payment) => payment.contractUses),
    (use) => [use.of.row.id, use.cents],
  );
  return totals(
    contracts.filter((contract) => contract.row.state !== "draft"),
    (contract) => {
      // What an assessment took off will never be paid.
      const deducted = sumCents(contract.instalments.map((instalment) => instalment.deductionCents));
      const open = (contract.sumCents ?? 0) - deducted - (paidByContract.get(contract.row.id) ?? 0);
      return [contract.row.budgetLineId, cents(Math.max(0, open))];
    },
  );
}

function totals<Item>(
  items: readonly Item[],
  entryOf: (item: Item) => readonly [string | undefined, Cents],
): ReadonlyMap<string, Cents> {
  const sums = new Map<string, Cents>();
  for (const item of items) {
    const [key, amount] = entryOf(item);
    if (key !== undefined) sums.set(key, cents((sums.get(key) ?? 0) + amount));
  }
  return sums;
}
