import {
  commitmentIn,
  commitmentOf,
  isSigned,
  type Paid,
  unpaidOf,
  type YearCommitment,
} from "../budget/commitments.ts";
import { fundingTotal } from "../budget/funding.ts";
import { addCents, type Cents, sumCents, zeroCents } from "../kernel/cents.ts";
import { compareText } from "../kernel/compareText.ts";
import { type IsoDate, yearOf } from "../kernel/dates.ts";
import type { BudgetAdjustment, BudgetLine, FundingSource, Project, QuarterPlan } from "../model/project.ts";
import type { ContractFact } from "./contractFacts.ts";
import type { FactRows } from "./factRows.ts";
import { groupBy, lazy, lazyGroups, sumBy } from "./indexing.ts";
import type { PaymentFact } from "./paymentFacts.ts";
import type { PaymentIndex, UseBy } from "./paymentIndex.ts";
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
  /** Signed and not yet paid, of what falls on the line's year. */
  lineCommittedCents: (lineId: BudgetLine["id"]) => Cents;
  /** The same by contract and day, and what falls on later years. */
  lineCommitments: (lineId: BudgetLine["id"]) => readonly YearCommitment[];
  /** What a contract will still cost, signed or not. */
  unpaidCents: (contract: ContractFact) => Cents;
  /** What the payments before this one used of its line, and of its project. */
  lineUsedBefore: (payment: PaymentFact) => Tally;
  projectUsedBefore: (payment: PaymentFact) => Tally;
  /** Whether payments, one after the other, never came to more than so much. */
  lineStaysWithin: (lineId: BudgetLine["id"], limitCents: Cents) => boolean;
  projectStaysWithin: (projectId: Project["id"], limitCents: Cents) => boolean;
  /** Payments of any state that are charged to the line. */
  linePayments: (lineId: BudgetLine["id"]) => readonly PaymentFact[];
  /** 调剂 so far, in the order of their days. */
  lineAdjustments: (lineId: BudgetLine["id"]) => readonly BudgetAdjustment[];
  /** 用款计划 where the office wrote one. */
  linePlan: (lineId: BudgetLine["id"]) => readonly QuarterPlan[];
  /** Contracts charged to the line, signed or not. */
  lineContracts: (lineId: BudgetLine["id"]) => readonly ContractFact[];
}>;

export function budgetFactsOf(
  rows: FactRows,
  asOf: IsoDate,
  contracts: readonly ContractFact[],
  index: PaymentIndex,
): BudgetFacts {
  const { payments } = index;
  const lines = groupBy(rows.budgetLine, (row) => row.projectId);
  const funding = groupBy(rows.fundingSource, (row) => row.projectId);
  const adjustments = lazyGroups(() =>
    groupBy(
      rows.budgetAdjustment
        .filter((row) => row.adjustedOn <= asOf)
        .toSorted((a, b) => compareText(a.adjustedOn, b.adjustedOn) || compareText(a.id, b.id)),
      (row) => row.budgetLineId,
    ),
  );
  const paid = lazy(() => payments.filter((payment) => payment.isPaid));
  const paidByLine = lazy(() =>
    sumBy(
      paid(),
      ({ lineUse }) => lineUse?.of.id,
      ({ row }) => row.amountCents,
    ),
  );
  const paidByProject = lazy(() =>
    sumBy(
      paid(),
      ({ row }) => row.projectId,
      ({ row }) => row.amountCents,
    ),
  );
  const soFar = paidIn(index);
  const years = lazy(() => yearsOfLines(rows));
  const committed = lazyGroups(() =>
    groupBy(
      contracts
        .filter((contract) => isSigned(contract, asOf))
        .map((contract) =>
          commitmentIn(
            years().get(contract.row.budgetLineId) ?? yearOf(asOf),
            commitmentOf(contract, soFar, asOf),
          ),
        ),
      ({ contract }) => contract.row.budgetLineId,
    ),
  );
  const plans = lazyGroups(() => groupBy(rows.quarterPlan, (row) => row.budgetLineId));
  const byLine = lazyGroups(() => groupBy(contracts, (contract) => contract.row.budgetLineId));
  const charged = lazyGroups(() => groupBy(payments, (payment) => payment.lineUse?.of.id));
  const ofLines = runningUse(payments, (payment) => payment.lineUse?.of.id);
  const ofProjects = runningUse(payments, (payment) => payment.row.projectId);
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
    lineCommittedCents: (lineId) => sumCents(committed.of(lineId).map((commitment) => commitment.cents)),
    lineUsedBefore: ofLines.before,
    projectUsedBefore: ofProjects.before,
    // Where all that was ever taken is not too much, nobody needs to look through the payments.
    lineStaysWithin: (id, limit) => index.takenOfLine.of(id) <= limit || ofLines.most(id) <= limit,
    projectStaysWithin: (id, limit) => index.takenOfProject.of(id) <= limit || ofProjects.most(id) <= limit,
    lineCommitments: committed.of,
    unpaidCents: (contract) => unpaidOf(contract, soFar, asOf),
    linePayments: charged.of,
    lineAdjustments: adjustments.of,
    linePlan: plans.of,
    lineContracts: byLine.of,
  };
}

function yearsOfLines({ project, budgetLine }: FactRows): ReadonlyMap<BudgetLine["id"], number> {
  const years = new Map(project.map((row) => [row.id, row.fiscalYear]));
  return new Map(
    budgetLine.flatMap(({ id, projectId }) => {
      const year = years.get(projectId);
      return year === undefined ? [] : [[id, year] as const];
    }),
  );
}

/** What was paid of a contract, or of an instalment. */
const paidIn = ({ usesOfContract, usesOfInstalment }: PaymentIndex): Paid => ({
  contract: (contract) => paidSum(usesOfContract.of(contract)),
  instalment: (instalment) => paidSum(usesOfInstalment.of(instalment)),
});

const paidSum = (uses: readonly UseBy<unknown>[]): Cents =>
  sumCents(uses.filter(({ payment }) => payment.isPaid).map(({ use }) => use.cents));
