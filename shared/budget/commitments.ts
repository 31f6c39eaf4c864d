import {
  addCents,
  type Cents,
  maxCents,
  minCents,
  subtractCents,
  sumCents,
  zeroCents,
} from "../kernel/cents.ts";
import { type IsoDate, yearOf } from "../kernel/dates.ts";
import type { ContractFact, InstalmentFact } from "../rules/contractFacts.ts";

/** So much of what is signed falls on a day: the end of an instalment's period, or of the contract where no instalment has it. */
export type CommitmentPart = Readonly<{ on: IsoDate; instalment: InstalmentFact | null; cents: Cents }>;

/** 已签未付: what a signed contract will still cost. The parts add up to it. */
export type Commitment = Readonly<{ contract: ContractFact; cents: Cents; parts: readonly CommitmentPart[] }>;

/** The same as one budget year sees it: what falls on later years is theirs to budget, and is told apart. */
export type YearCommitment = Commitment & Readonly<{ laterCents: Cents; later: readonly CommitmentPart[] }>;

/** What was paid so far. */
export type Paid = Readonly<{
  contract: (contract: ContractFact) => Cents;
  instalment: (instalment: InstalmentFact) => Cents;
}>;

/** A contract binds money from the day it is signed; one without that day, as soon as it is in force. */
export const isSigned = ({ row }: ContractFact, asOf: IsoDate): boolean =>
  row.state !== "draft" && (row.signedOn === null || row.signedOn <= asOf);

/** Its sum; without one what its instalments come to. */
const worthOf = ({ sumCents: sum, instalments }: ContractFact): Cents =>
  sum ?? sumCents(instalments.map(({ row }) => row.amountCents));

/**
 * What a contract is worth more than what was paid on it, what assessments took off, which will never be paid, and what
 * was called off from it, which those contracts bind themselves once they are signed.
 */
export function unpaidOf(contract: ContractFact, paid: Paid, asOf: IsoDate): Cents {
  const deducted = contract.instalments.map(({ deductionCents }) => deductionCents);
  const calledOff = contract.callOffs.filter((callOff) => isSigned(callOff, asOf)).map(worthOf);
  const gone = addCents(paid.contract(contract), ...deducted, ...calledOff);
  return maxCents(zeroCents, subtractCents(worthOf(contract), gone));
}

/** What is unpaid, day by day; of a contract that is over only what its instalments still owe. */
export function commitmentOf(contract: ContractFact, paid: Paid, asOf: IsoDate): Commitment {
  const owed = contract.instalments
    .toSorted((a, b) => (a.row.periodTo < b.row.periodTo ? -1 : a.row.periodTo > b.row.periodTo ? 1 : 0))
    .map((instalment) => ({
      instalment,
      cents: maxCents(zeroCents, subtractCents(instalment.payableCents, paid.instalment(instalment))),
    }));
  const unpaid = unpaidOf(contract, paid, asOf);
  const isOver = contract.row.state === "ended";
  const committed = isOver ? minCents(unpaid, sumCents(owed.map((part) => part.cents))) : unpaid;
  const parts: CommitmentPart[] = [];
  let left = committed;
  for (const { instalment, cents: due } of owed) {
    const part = minCents(due, left);
    if (part > 0) parts.push({ on: instalment.row.periodTo, instalment, cents: part });
    left = subtractCents(left, part);
  }
  if (left > 0) parts.push({ on: contract.endDate, instalment: null, cents: left });
  return { contract, cents: committed, parts };
}

/** A year's budget bears what falls on it, and what earlier years left. */
export function commitmentIn(fiscalYear: number, { contract, parts }: Commitment): YearCommitment {
  const isLater = ({ on }: CommitmentPart) => yearOf(on) > fiscalYear;
  const [own, later] = [parts.filter((part) => !isLater(part)), parts.filter(isLater)];
  const sum = (some: readonly CommitmentPart[]) => sumCents(some.map((part) => part.cents));
  return { contract, parts: own, cents: sum(own), later, laterCents: sum(later) };
}
