import type { ApiParsed } from "#shared/api/contract.ts";
import type { ContractInput } from "#shared/api/contracts.ts";
import { zeroCents } from "#shared/kernel/cents.ts";
import { type IsoDate, maxDate, yearOf } from "#shared/kernel/dates.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Contract } from "#shared/model/contract.ts";
import type { ContractFact } from "#shared/rules/contractFacts.ts";
import type { Facts } from "#shared/rules/facts.ts";
import { contractEnd } from "#shared/schedule/contractTerm.ts";
import { nextTerm } from "#shared/schedule/nextTerm.ts";
import type { Context } from "../context.ts";
import { noSuchContract } from "./contractParts.ts";

/** The contract that follows this one, or one called off from this framework, as a draft; nothing is written. */
export async function proposeNext(
  context: Context,
  { id, kind }: ApiParsed<"contracts.proposeNext">,
): Promise<ContractInput> {
  const facts = await context.facts();
  const contract = facts.contractsById.get(id);
  if (contract === undefined) throw noSuchContract();
  return kind === "renewal" ? renewal(facts, contract) : callOff(facts, contract, context.clock.today());
}

function renewal(facts: Facts, { row, supplements }: ContractFact): ContractInput {
  const { from, to } = nextTerm(row, contractEnd(row, supplements));
  const [before, after] = [yearOf(row.startDate), yearOf(from)];
  const numbered = row.contractNo.replace(String(before), String(after));
  const contractNo = numbered === row.contractNo ? `${row.contractNo}-续` : numbered;
  return {
    ...draftOf(row),
    ...lineOfYear(facts, row, after),
    contractNo: freeNumber(facts, contractNo),
    name: row.name.replace(String(before), String(after)),
    parentContractId: row.id,
    startDate: from,
    endDate: to,
  };
}

function callOff(facts: Facts, { row, endDate }: ContractFact, today: IsoDate): ContractInput {
  if (row.kind !== "framework")
    throw new UserError({
      code: "refused",
      message: `合同${row.contractNo}不是框架合同，不能从中下单。`,
      hint: "续签请用“续签”。",
    });
  if (endDate < today)
    throw new UserError({
      code: "refused",
      message: `框架合同${row.contractNo}已于 ${endDate} 到期，不能再下单。`,
      hint: "请先续签框架合同。",
    });
  const taken = facts.contracts.filter((other) => other.row.parentContractId === row.id).length;
  return {
    ...draftOf(row),
    contractNo: freeNumber(facts, `${row.contractNo}-${String(taken + 1).padStart(2, "0")}`),
    name: `${row.name}订单${taken + 1}`,
    kind: "oneOff",
    amountCents: null,
    parentContractId: row.id,
    startDate: maxDate(today, row.startDate),
    endDate,
    advanceCents: zeroCents,
    bondCents: zeroCents,
  };
}

/** Its terms, without what belongs to its own life. */
function draftOf(row: Contract): ContractInput {
  const { voidedAt: _, voidReason: __, ...terms } = row;
  return {
    ...terms,
    id: null,
    state: "draft",
    signedOn: null,
    awardedOn: null,
    releaseDate: null,
    note: "",
  };
}

/** The project and the line of the same name in another year's budget, where there are such; else those it has. */
function lineOfYear(
  facts: Facts,
  { projectId, budgetLineId }: Contract,
  year: number,
): Pick<ContractInput, "projectId" | "budgetLineId"> {
  const [project, line] = [facts.projects.get(projectId), facts.budgetLines.get(budgetLineId)];
  if (project === undefined || line === undefined || project.fiscalYear === year)
    return { projectId, budgetLineId };
  for (const [id, next] of facts.projects) {
    if (next.fiscalYear !== year || next.name !== project.name) continue;
    const same = facts.budget.linesOf(id).find((row) => row.name === line.name);
    if (same !== undefined) return { projectId: id, budgetLineId: same.id };
  }
  return { projectId, budgetLineId };
}

function freeNumber(facts: Facts, wanted: string): string {
  const taken = new Set(facts.contracts.map(({ row }) => row.contractNo));
  if (!taken.has(wanted)) return wanted;
  let count = 2;
  while (taken.has(`${wanted}-${count}`)) count += 1;
  return `${wanted}-${count}`;
}
