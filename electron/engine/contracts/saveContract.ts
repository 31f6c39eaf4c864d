import type { ApiParsed } from "#shared/api/contract.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Context } from "../context.ts";
import { assertLineOf } from "../projects/assertLineOf.ts";
import { saveRow } from "../saveRow.ts";
import { reconcileContract, storePlan } from "./plan.ts";

/** Saves a contract. A new one gets its plan at once; the plan of a changed one waits until its difference was shown. */
export async function saveContract(context: Context, draft: ApiParsed<"contracts.save">): Promise<Id> {
  if (draft.endDate < draft.startDate) {
    throw new UserError({
      code: "bad-request",
      message: `合同结束日期 ${draft.endDate} 早于开始日期 ${draft.startDate}。`,
      hint: "请修改其中一个日期。",
    });
  }
  return context.write(draft.id === null ? "登记合同" : "修改合同", async (tx) => {
    await assertLineOf(tx, draft.projectId, draft.budgetLineId);
    const id = await saveRow(tx, "contract", draft);
    if (draft.id === null) {
      await storePlan(tx, id, await reconcileContract(tx, { contractId: id, shape: { kind: "equal" } }));
    }
    return id;
  });
}

export async function applyPlan(context: Context, input: ApiParsed<"contracts.applyPlan">): Promise<Id> {
  return context.write("调整付款计划", async (tx) => {
    await storePlan(tx, input.contractId, await reconcileContract(tx, input));
    return input.contractId;
  });
}
