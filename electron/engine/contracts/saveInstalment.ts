import type { ApiParsed } from "#shared/api/contract.ts";
import { formatYuan } from "#shared/kernel/cents.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Context } from "../context.ts";
import { updateRow } from "../store/rows.ts";

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
    const row = await updateRow(tx, "instalment", id, columns);
    return row.contractId;
  });
}
