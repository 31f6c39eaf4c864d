import type { ContractDetail } from "#shared/api/contracts.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Context } from "../context.ts";
import { noSuchContract } from "./contractParts.ts";
import { contractView, instalmentView } from "./views.ts";

export async function getContract(context: Context, id: Id): Promise<ContractDetail> {
  const facts = await context.facts();
  const contract = facts.contractsById.get(id);
  if (contract === undefined) {
    throw noSuchContract();
  }
  const instalments = contract.instalments.map((instalment) => instalmentView(facts, instalment));
  return {
    contract: contractView(facts, contract, instalments),
    instalments,
    supplements: contract.supplements,
    acceptances: contract.acceptances,
    approvals: contract.approvals,
    rentals: contract.rentals.map(({ row, segments }) => ({ rental: row, segments })),
  };
}
