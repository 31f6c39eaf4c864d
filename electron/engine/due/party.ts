import type { DueItem } from "#shared/api/due.ts";
import type { ContractFact } from "#shared/rules/contractFacts.ts";
import type { Facts } from "#shared/rules/facts.ts";

type Party = Pick<DueItem, "projectName" | "contractNo" | "contractName" | "vendorName">;

export const partyOf = (facts: Facts, { row, vendor }: ContractFact): Party => ({
  projectName: facts.projects.get(row.projectId)?.name ?? "",
  contractNo: row.contractNo,
  contractName: row.name,
  vendorName: vendor?.name ?? "",
});
