import type { ApiParsed } from "#shared/api/contract.ts";
import { quarters } from "#shared/budget/quarters.ts";
import { type Cents, formatYuan, subtractCents, sumCents } from "#shared/kernel/cents.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { BudgetLine } from "#shared/model/project.ts";
import type { Context } from "../context.ts";
import { quarterPlansOf } from "../store/budget.ts";
import { notThere } from "../store/found.ts";
import { newId } from "../store/newId.ts";
import { insertRow, removeRow, updateRow } from "../store/rows.ts";
import type { WritableLedger } from "../store/types.ts";

type Plan = ApiParsed<"budget.savePlans">["plans"][number];

/** Saves 用款计划, all of them or none: the quarters of a line add up to its budget with 调剂. */
export async function savePlans(context: Context, { plans }: ApiParsed<"budget.savePlans">): Promise<void> {
  await context.write("填写用款计划", async (tx) => {
    const { budget, budgetLines } = await context.factsIn(tx, context.clock.today());
    for (const plan of plans) {
      const line = budgetLines.get(plan.budgetLineId);
      if (line === undefined) throw noSuchLine();
      assertAddsUp(line, plan, budget.allocatedCents(line));
      await replacePlan(tx, plan);
    }
  });
}

function assertAddsUp(line: BudgetLine, { quartersCents }: Plan, allocated: Cents): void {
  if (quartersCents === null) return;
  const sum = sumCents(quartersCents);
  if (sum === allocated) return;
  const off = subtractCents(sum, allocated);
  throw new UserError({
    code: "bad-request",
    message: `“${line.name}”四个季度合计${formatYuan(sum)}元，预算（含调剂）为${formatYuan(allocated)}元，${off > 0 ? "多" : "少"}${formatYuan(off > 0 ? off : subtractCents(allocated, sum))}元。`,
    hint: "请调整各季度的金额，使合计等于预算。",
  });
}

async function replacePlan(tx: WritableLedger, { budgetLineId, quartersCents }: Plan): Promise<void> {
  const present = await quarterPlansOf(tx, budgetLineId);
  if (quartersCents === null) {
    for (const { id } of present) await removeRow(tx, "quarterPlan", id);
    return;
  }
  for (const quarter of quarters) {
    const amountCents = quartersCents[quarter - 1] ?? quartersCents[0];
    const known = present.find((row) => row.quarter === quarter);
    if (known === undefined)
      await insertRow(tx, "quarterPlan", { id: newId(), budgetLineId, quarter, amountCents });
    else await updateRow(tx, "quarterPlan", known.id, { amountCents });
  }
}

export const noSuchLine = (): UserError => notThere("这项预算明细");
