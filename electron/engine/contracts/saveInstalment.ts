import type { ApiParsed } from "#shared/api/contract.ts";
import { type Cents, formatYuan, sumCents } from "#shared/kernel/cents.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Context } from "../context.ts";
import { updateRow } from "../store/rows.ts";
import type { ReadableLedger } from "../store/types.ts";
import { withinInstalments } from "./withinInstalments.ts";

/** Changes one instalment by hand: label, amount, deduction, dates. The ledger refuses less than is approved or paid. */
export async function saveInstalment(
  context: Context,
  input: ApiParsed<"contracts.saveInstalment">,
): Promise<Id> {
  const { id, ...columns } = input;
  if (columns.deductionCents > columns.amountCents) {
    throw new UserError({
      code: "bad-request",
      message: `考核扣款${formatYuan(columns.deductionCents)}元大于本期金额${formatYuan(columns.amountCents)}元。`,
      hint: "请改正扣款或本期金额。",
    });
  }
  return context.write("修改付款期次", async (tx) => {
    await assertMeasured(tx, id, columns.amountCents);
    const { contractId } = await tx.read
      .selectFrom("instalment")
      .select("contractId")
      .where("id", "=", id)
      .executeTakeFirstOrThrow(noSuchInstalment);
    await withinInstalments(context, tx, contractId, () => updateRow(tx, "instalment", id, columns));
    return contractId;
  });
}

const noSuchInstalment = (): UserError =>
  new UserError({ code: "not-found", message: "找不到这个付款期次。", hint: "请刷新后再试。" });

/** Measured work costs what its items come to, and no other amount. */
async function assertMeasured(ledger: ReadableLedger, id: Id, amountCents: Cents): Promise<void> {
  const items = await ledger.read
    .selectFrom("measuredItem")
    .select("amountCents")
    .where("instalmentId", "=", id)
    .execute();
  const measured = sumCents(items.map((row) => row.amountCents));
  if (items.length === 0 || measured === amountCents) return;
  throw new UserError({
    code: "refused",
    message: `本期由据实计量得出${formatYuan(measured)}元，不能直接改为${formatYuan(amountCents)}元。`,
    hint: "请修改计量的数量或单价；考核扣款填在“考核扣款”一栏。",
  });
}
