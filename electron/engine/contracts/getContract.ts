import type { ContractDetail } from "#shared/api/contracts.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Context } from "../context.ts";
import { contractView, instalmentView } from "./views.ts";

export async function getContract(context: Context, id: Id): Promise<ContractDetail> {
  const facts = await context.facts();
  const contract = facts.contractsById.get(id);
  if (contract === undefined) {
    throw new UserError({
      code: "not-found",
      message: "找不到这份合同。",
      hint: "它可能已作废，请刷新后再试。",
    });
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
