import type { ApiParsed } from "#shared/api/contract.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Context } from "../context.ts";
import { savePart } from "../saveRow.ts";
import { notThere } from "../store/found.ts";
import { voidRow } from "../store/rows.ts";
import type { ReadableLedger } from "../store/types.ts";
import { withinInstalments } from "./withinInstalments.ts";

type Draft = ApiParsed<"contracts.saveAcceptance">;

/**
 * Saves a 验收: of what was done already, and of an instalment of the same contract where it names one. Its 考核扣款 is
 * at most the instalment, and no more than is neither approved nor paid of it.
 */
export async function saveAcceptance(context: Context, draft: Draft): Promise<Id> {
  const today = context.clock.today();
  if (draft.acceptedOn > today) {
    throw new UserError({
      code: "bad-request",
      message: `验收日期 ${draft.acceptedOn} 晚于今天（${today}）。`,
      hint: "请改正验收日期；还没有验收的，请在验收之后登记。",
    });
  }
  await context.write(draft.id === null ? "登记验收" : "修改验收", async (tx) => {
    await assertSameContract(tx, draft);
    return withinInstalments(context, tx, draft.contractId, () => savePart(tx, "acceptance", draft));
  });
  return draft.contractId;
}

async function assertSameContract(
  ledger: ReadableLedger,
  { contractId, instalmentId }: Draft,
): Promise<void> {
  if (instalmentId === null) return;
  const instalment = await ledger.read
    .selectFrom("instalment")
    .select("contractId")
    .where("id", "=", instalmentId)
    .executeTakeFirst();
  if (instalment === undefined || instalment.contractId === contractId) return;
  throw new UserError({
    code: "refused",
    message: "验收的付款期次不属于这份合同。",
    hint: "请改选本合同的期次。",
  });
}

const noSuchAcceptance = (): UserError => notThere("这条验收");

/** Voids a 验收. An earlier one may decide then, with a deduction of its own. */
export async function voidAcceptance(
  context: Context,
  input: ApiParsed<"contracts.voidAcceptance">,
): Promise<Id> {
  return context.write("作废验收", async (tx) => {
    const { contractId } = await tx.read
      .selectFrom("acceptance")
      .select("contractId")
      .where("id", "=", input.id)
      .executeTakeFirstOrThrow(noSuchAcceptance);
    await withinInstalments(context, tx, contractId, () => voidRow(tx, "acceptance", input.id, input.reason));
    return contractId;
  });
}
