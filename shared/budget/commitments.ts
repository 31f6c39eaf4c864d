import {
  addCents,
  type Cents,
  cents,
  maxCents,
  minCents,
  subtractCents,
  sumCents,
  zeroCents,
} from "../kernel/cents.ts";
import type { IsoDate } from "../kernel/dates.ts";
import type { ContractFact, InstalmentFact } from "../rules/contractFacts.ts";

/** So much of what is signed falls on a day: the end of an instalment's period, or of the contract where no instalment has it. */
export type CommitmentPart = Readonly<{ on: IsoDate; instalment: InstalmentFact | null; cents: Cents }>;

/** 已签未付: what a signed contract will still cost. The parts add up to it. */
export type Commitment = Readonly<{ contract: ContractFact; cents: Cents; parts: readonly CommitmentPart[] }>;

type Paid = Readonly<{ contract: Cents; instalment: (instalment: InstalmentFact) => Cents }>;

/** A contract binds money from the day it is signed; one without that day, as soon as it is in force. */
export const isSigned = ({ row }: ContractFact, asOf: IsoDate): boolean =>
  row.state !== "draft" && (row.signedOn === null || row.signedOn <= asOf);

/**
 * What its sum is more than what was paid on it and what assessments took off, which will never be paid. Without a sum it
 * is what its instalments come to; of a contract that is over only what its instalments still owe.
 */
export function commitmentOf(contract: ContractFact, paid: Paid): Commitment {
  const owed = contract.instalments
    .toSorted((a, b) => (a.row.periodTo < b.row.periodTo ? -1 : a.row.periodTo > b.row.periodTo ? 1 : 0))
    .map((instalment) => ({
      instalment,
      cents: maxCents(zeroCents, subtractCents(instalment.payableCents, paid.instalment(instalment))),
    }));
  const planned = sumCents(contract.instalments.map(({ row }) => row.amountCents));
  const deducted = sumCents(contract.instalments.map(({ deductionCents }) => deductionCents));
  const sum = subtractCents(contract.sumCents ?? planned, addCents(deducted, paid.contract));
  const open = contract.row.state === "ended" ? minCents(sum, sumCents(owed.map((part) => part.cents))) : sum;
  const committed = cents(Math.max(0, open));
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
