import type { ApiParsed } from "#shared/api/contract.ts";
import type { RenewedDetail } from "#shared/api/contracts.ts";
import { formatYuan, sumCents } from "#shared/kernel/cents.ts";
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
import { getContract } from "./getContract.ts";
import { reconcileContract, storePlan } from "./plan.ts";
import { writeContract } from "./saveContract.ts";

/** The contract that was made, and in a sentence each what of the old one it could not take over. */
export type Renewed = Readonly<{ id: Id; leftBehind: readonly string[] }>;

/**
 * Saves the contract that renews another, with what that one had agreed at its end: unit prices, milestones moved by as
 * many days as the term, rentals with their last quantity and price.
 */
export async function renewContract(
  context: Context,
  { fromId, contract: draft }: ApiParsed<"contracts.renew">,
): Promise<Renewed> {
  return context.write("续签合同", async (tx) => {
    const before = await contractParts(tx, fromId);
    const id = await writeContract(tx, { ...draft, id: null, parentContractId: fromId });
    const { contract } = await contractParts(tx, id);
    await copyPrices(tx, before, contract);
    const leftBehind = [
      ...(await copyMilestones(tx, before, contract)),
      ...(await copyRentals(tx, before, contract)),
    ];
    const plan = await reconcileContract(tx, { contractId: id, shape: { kind: "equal" } });
    await storePlan(tx, id, plan);
    return { id, leftBehind };
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

/** The contract as it shows itself after its renewal. */
export const showRenewed = async (context: Context, { id, leftBehind }: Renewed): Promise<RenewedDetail> => ({
  ...(await getContract(context, id)),
  leftBehind,
});

/** Only where they still add up: another sum wants other milestones. */
async function copyMilestones(
  tx: WritableLedger,
  before: ContractParts,
  next: Contract,
): Promise<readonly string[]> {
  if (next.kind !== "milestone" || before.milestones.length === 0) return [];
  if (next.amountCents === null) return ["付款节点没有带入：新合同没有金额。"];
  const days = daysBetween(before.contract.startDate, next.startDate);
  const moved = before.milestones.map((row) => ({ ...row, dueOn: addDays(row.dueOn, days) }));
  const { sharedCents } = planStages(next, next.amountCents, [])[0];
  const sum = sumCents(moved.map((row) => row.amountCents));
  if (sum !== sharedCents)
    return [
      `付款节点没有带入：原节点合计${formatYuan(sum)}元，新合同按节点支付的是${formatYuan(sharedCents)}元，请重新填写节点。`,
    ];
  const late = moved.find((row) => row.dueOn > next.endDate);
  if (late !== undefined)
    return [`付款节点没有带入：“${late.name}”顺延到 ${late.dueOn}，晚于新合同结束日期，请重新填写节点。`];
  for (const row of moved) await insertRow(tx, "milestone", { ...row, id: newId(), contractId: next.id });
  return [];
}

async function copyRentals(
  tx: WritableLedger,
  before: ContractParts,
  next: Contract,
): Promise<readonly string[]> {
  if (next.kind !== "monthly") return [];
  const end = lastDayOf(before);
  const leftBehind: string[] = [];
  for (const { rental, segments } of before.rentals) {
    const last = segmentOn(segments, end);
    if (last === undefined) {
      leftBehind.push(`月租“${rental.name}”没有带入：原合同到期时没有数量和单价。`);
      continue;
    }
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
  return leftBehind;
}
