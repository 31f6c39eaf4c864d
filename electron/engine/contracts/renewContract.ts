import type { ApiParsed } from "#shared/api/contract.ts";
import { sumCents } from "#shared/kernel/cents.ts";
import { addDays, daysBetween } from "#shared/kernel/dates.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Contract } from "#shared/model/contract.ts";
import { contractEnd } from "#shared/schedule/contractTerm.ts";
import { planStages } from "#shared/schedule/planStages.ts";
import { segmentOn } from "#shared/schedule/rentalMonth.ts";
import type { Context } from "../context.ts";
import { pricesOf } from "../store/agreements.ts";
import { newId } from "../store/newId.ts";
import { insertRow } from "../store/rows.ts";
import type { WritableLedger } from "../store/types.ts";
import { type ContractParts, contractParts } from "./contractParts.ts";
import { reconcileContract, storePlan } from "./plan.ts";
import { writeContract } from "./saveContract.ts";

/**
 * Saves the contract that renews another, with what that one had agreed at its end: unit prices, milestones moved by as
 * many days as the term, rentals with their last quantity and price.
 */
export async function renewContract(
  context: Context,
  { fromId, contract: draft }: ApiParsed<"contracts.renew">,
): Promise<Id> {
  return context.write("续签合同", async (tx) => {
    const before = await contractParts(tx, fromId);
    const id = await writeContract(tx, { ...draft, id: null, parentContractId: fromId });
    const { contract } = await contractParts(tx, id);
    await copyPrices(tx, before, contract);
    await copyMilestones(tx, before, contract);
    await copyRentals(tx, before, contract);
    const plan = await reconcileContract(tx, { contractId: id, shape: { kind: "equal" } });
    await storePlan(tx, id, plan);
    return id;
  });
}

const lastDayOf = ({ contract, supplements }: ContractParts) => contractEnd(contract, supplements);

async function copyPrices(tx: WritableLedger, before: ContractParts, { id }: Contract): Promise<void> {
  const end = lastDayOf(before);
  const inForce = (await pricesOf(tx, before.contract.id)).filter(
    (row) => (row.validFrom === null || row.validFrom <= end) && (row.validTo === null || row.validTo >= end),
  );
  for (const row of inForce)
    await insertRow(tx, "contractPrice", {
      ...row,
      id: newId(),
      contractId: id,
      validFrom: null,
      validTo: null,
    });
}

/** Only where they still add up: another sum wants other milestones. */
async function copyMilestones(tx: WritableLedger, before: ContractParts, next: Contract): Promise<void> {
  if (next.kind !== "milestone" || next.amountCents === null) return;
  const days = daysBetween(before.contract.startDate, next.startDate);
  const moved = before.milestones.map((row) => ({ ...row, dueOn: addDays(row.dueOn, days) }));
  const { sharedCents } = planStages(next, next.amountCents, [])[0];
  const fits =
    sumCents(moved.map((row) => row.amountCents)) === sharedCents &&
    moved.every((row) => row.dueOn <= next.endDate);
  if (!fits) return;
  for (const row of moved) await insertRow(tx, "milestone", { ...row, id: newId(), contractId: next.id });
}

async function copyRentals(tx: WritableLedger, before: ContractParts, next: Contract): Promise<void> {
  if (next.kind !== "monthly") return;
  const end = lastDayOf(before);
  for (const { rental, segments } of before.rentals) {
    const last = segmentOn(segments, end);
    if (last === undefined) continue;
    const rentalId = newId();
    await insertRow(tx, "rental", { ...rental, id: rentalId, contractId: next.id });
    await insertRow(tx, "rentalSegment", {
      ...last,
      id: newId(),
      rentalId,
      validFrom: next.startDate,
      validTo: null,
      free: 0,
    });
  }
}
