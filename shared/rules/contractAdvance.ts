import { type Cents, sumCents } from "../kernel/cents.ts";
import { acceptanceState } from "../schedule/acceptanceState.ts";
import { type AdvanceState, advanceState } from "../schedule/advance.ts";
import type { ContractFact, InstalmentFact } from "./contractFacts.ts";
import type { Facts } from "./facts.ts";

type Known = Pick<Facts, "asOf" | "usesOfInstalment" | "usesOfContract">;

/**
 * 预付款 of a contract on the day of the facts: what was paid of it, by its instalment or as a payment marked so, and how
 * much of that the work done since has offset.
 */
export function advanceOf(facts: Known, contract: ContractFact): AdvanceState {
  const planned = contract.instalments
    .filter(({ row }) => row.kind === "advance")
    .map((instalment) => paidOf(facts, instalment));
  const free = facts.usesOfContract
    .of(contract)
    .filter(
      ({ payment }) => payment.isPaid && payment.row.isAdvance === 1 && payment.instalmentUses.length === 0,
    )
    .map(({ use }) => use.cents);
  return advanceState(
    contract.row,
    contract.instalments.map((instalment) => ({ ...instalment.row, isDone: isDone(facts, instalment) })),
    sumCents([...planned, ...free]),
  );
}

const paidOf = (facts: Known, instalment: InstalmentFact): Cents =>
  sumCents(
    facts.usesOfInstalment
      .of(instalment)
      .filter(({ payment }) => payment.isPaid)
      .map(({ use }) => use.cents),
  );

/** Work answers for an advance when it was accepted or paid; where nobody accepts it, when its days are over. */
function isDone(facts: Known, instalment: InstalmentFact): boolean {
  const { row, contract, payableCents } = instalment;
  if (acceptanceState(row, contract.acceptances).kind === "accepted") return true;
  if (contract.row.acceptanceRequired === 0 && row.periodTo < facts.asOf) return true;
  return payableCents > 0 && paidOf(facts, instalment) >= payableCents;
}
