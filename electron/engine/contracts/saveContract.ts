import type { ApiParsed } from "#shared/api/contract.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Context } from "../context.ts";
import { saveRow } from "../saveRow.ts";
import { updateRow, voidRow } from "../store/rows.ts";
import { contractParts } from "./contractParts.ts";
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

/** Voids a contract with its plan. The ledger refuses it while payments hang on it. */
export async function voidContract(context: Context, input: ApiParsed<"contracts.void">): Promise<void> {
  await context.write("作废合同", async (tx) => {
    const { instalments, rentals, supplements } = await contractParts(tx, input.id);
    for (const row of instalments) await voidRow(tx, "instalment", row.id, input.reason);
    for (const { rental } of rentals) await voidRow(tx, "rental", rental.id, input.reason);
    for (const row of supplements) await voidRow(tx, "supplement", row.id, input.reason);
    const acceptances = await tx.read
      .selectFrom("acceptance")
      .select("id")
      .where("contractId", "=", input.id)
      .where("voidedAt", "is", null)
      .execute();
    for (const { id } of acceptances) await voidRow(tx, "acceptance", id, input.reason);
    await voidRow(tx, "contract", input.id, input.reason);
  });
}

/** Changes one instalment by hand: label, amount, deduction, dates. */
export async function saveInstalment(
  context: Context,
  input: ApiParsed<"contracts.saveInstalment">,
): Promise<Id> {
  const { id, ...columns } = input;
  return context.write("修改付款期次", async (tx) => {
    const row = await updateRow(tx, "instalment", id, columns);
    return row.contractId;
  });
}

export async function saveAcceptance(
  context: Context,
  draft: ApiParsed<"contracts.saveAcceptance">,
): Promise<Id> {
  await context.write(draft.id === null ? "登记验收" : "修改验收", (tx) => saveRow(tx, "acceptance", draft));
  return draft.contractId;
}

export async function voidAcceptance(
  context: Context,
  input: ApiParsed<"contracts.voidAcceptance">,
): Promise<Id> {
  return context.write("作废验收", async (tx) => {
    const row = await voidRow(tx, "acceptance", input.id, input.reason);
    return row.contractId;
  });
}
