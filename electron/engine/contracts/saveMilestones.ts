import type { PlanPreview } from "#shared/api/agreements.ts";
import type { ApiParsed } from "#shared/api/contract.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Milestone } from "#shared/model/contract.ts";
import type { Context } from "../context.ts";
import { newId } from "../store/newId.ts";
import { insertRow, removeRow } from "../store/rows.ts";
import type { ReadableLedger } from "../store/types.ts";
import { contractParts } from "./contractParts.ts";
import { previewTerms, reconcileContract, storePlan } from "./plan.ts";

type Input = ApiParsed<"contracts.saveMilestones">;

/** What the plan would become with these milestones; nothing is written. */
export async function previewMilestones(context: Context, input: Input): Promise<PlanPreview> {
  const milestones = await milestonesOfInput(context.ledger, input);
  const { preview } = await previewTerms(context.ledger, input.contractId, { milestones });
  return preview;
}

/** Replaces the milestones of a contract and brings its plan in line. They add up to the sum or are refused. */
export async function saveMilestones(context: Context, input: Input): Promise<Id> {
  const { contractId } = input;
  return context.write("修改付款节点", async (tx) => {
    const milestones = await milestonesOfInput(tx, input);
    const plan = await reconcileContract(tx, { contractId, shape: { kind: "equal" }, milestones });
    for (const row of (await contractParts(tx, contractId)).milestones)
      await removeRow(tx, "milestone", row.id);
    for (const row of milestones) await insertRow(tx, "milestone", row);
    await storePlan(tx, contractId, plan);
    return contractId;
  });
}

async function milestonesOfInput(ledger: ReadableLedger, input: Input): Promise<readonly Milestone[]> {
  const { contract } = await contractParts(ledger, input.contractId);
  if (contract.kind !== "milestone")
    throw new UserError({
      code: "refused",
      message: "只有按节点支付的合同才有付款节点。",
      hint: "请先把合同的支付方式改为“按节点支付”。",
    });
  const early = input.milestones.find((row) => row.dueOn < contract.startDate);
  if (early !== undefined)
    throw new UserError({
      code: "bad-request",
      message: `付款节点“${early.name}”的日期 ${early.dueOn} 早于合同开始日期 ${contract.startDate}。`,
      hint: "请修改付款节点日期。",
    });
  return input.milestones
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
    .map((row, index) => ({ ...row, id: newId(), contractId: input.contractId, seq: index + 1 }));
}
