import type { ApiParsed } from "#shared/api/contract.ts";
import { formatYuan } from "#shared/kernel/cents.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Id } from "#shared/kernel/id.ts";
import { firstOverdrawn } from "#shared/schedule/bond.ts";
import type { Context } from "../context.ts";
import { savePart } from "../saveRow.ts";
import { bondMovementsOf } from "../store/agreements.ts";
import { voidRow } from "../store/rows.ts";
import type { ReadableLedger } from "../store/types.ts";
import { contractParts } from "./contractParts.ts";

const words = { receive: "收取", release: "退还", forfeit: "不予退还" } as const;

/** Saves a movement of 履约保证金; on no day may more have gone out than was held. */
export async function saveBond(context: Context, draft: ApiParsed<"contracts.saveBond">): Promise<Id> {
  const today = context.clock.today();
  if (draft.amountCents === 0)
    throw new UserError({ code: "bad-request", message: "金额为0。", hint: "请填写金额。" });
  if (draft.movedOn > today)
    throw new UserError({
      code: "bad-request",
      message: `日期 ${draft.movedOn} 晚于今天（${today}）。`,
      hint: "请在收到或退还之后登记。",
    });
  return context.write(`登记履约保证金${words[draft.kind]}`, async (tx) => {
    await contractParts(tx, draft.contractId);
    await savePart(tx, "bondMovement", draft);
    await assertCovered(tx, draft.contractId);
    return draft.contractId;
  });
}

export async function voidBond(
  context: Context,
  { id, reason }: ApiParsed<"contracts.voidBond">,
): Promise<Id> {
  return context.write("作废履约保证金记录", async (tx) => {
    const { contractId } = await voidRow(tx, "bondMovement", id, reason);
    await assertCovered(tx, contractId);
    return contractId;
  });
}

async function assertCovered(ledger: ReadableLedger, contractId: Id): Promise<void> {
  const bad = firstOverdrawn(await bondMovementsOf(ledger, contractId));
  if (bad === undefined) return;
  const { movedOn, kind, amountCents } = bad.movement;
  throw new UserError({
    code: "refused",
    message: `${movedOn} ${words[kind]}${formatYuan(amountCents)}元，超过当时持有的履约保证金${formatYuan(bad.missingCents)}元。`,
    hint: "请核对金额和日期；先登记收取，再登记退还。",
  });
}
