import type { ContractDetail, ContractView } from "#shared/api/contracts.ts";
import { sumCents, zeroCents } from "#shared/kernel/cents.ts";
import type { Id } from "#shared/kernel/id.ts";
import { advanceOf } from "#shared/rules/contractAdvance.ts";
import type { ContractFact } from "#shared/rules/contractFacts.ts";
import type { Facts } from "#shared/rules/facts.ts";
import { bondState } from "#shared/schedule/bond.ts";
import type { Context } from "../context.ts";
import { bondMovementsOf, measuredItemsOf, milestonesOf, pricesOf } from "../store/agreements.ts";
import { noSuchContract } from "./contractParts.ts";
import { contractView, instalmentView } from "./views.ts";

export async function getContract(context: Context, id: Id): Promise<ContractDetail> {
  const facts = await context.facts();
  const contract = facts.contractsById.get(id);
  if (contract === undefined) {
    throw noSuchContract();
  }
  const instalments = contract.instalments.map((instalment) => instalmentView(facts, instalment));
  const bonds = await bondMovementsOf(context.ledger, id);
  return {
    contract: contractView(facts, contract, instalments),
    instalments,
    supplements: contract.supplements,
    acceptances: contract.acceptances,
    approvals: contract.approvals,
    rentals: contract.rentals.map(({ row, segments }) => ({ rental: row, segments })),
    prices: await pricesOf(context.ledger, id),
    milestones: await milestonesOf(context.ledger, id),
    measured: await measuredItemsOf(context.ledger, id),
    bonds,
    bond: bondState(bonds, facts.asOf),
    advance: advanceOf(facts, contract),
    ...familyOf(facts, contract),
  };
}

function familyOf(
  facts: Facts,
  { row, callOffs }: ContractFact,
): Pick<ContractDetail, "parent" | "children" | "calledOffCents"> {
  const parent = facts.contractsById.get(row.parentContractId ?? "");
  const children = facts.contracts
    .filter((other) => other.row.parentContractId === row.id)
    .map((other): ContractView => contractView(facts, other));
  return {
    parent: parent === undefined ? null : contractView(facts, parent),
    children,
    calledOffCents: sumCents(callOffs.map((callOff) => callOff.sumCents ?? zeroCents)),
  };
}
