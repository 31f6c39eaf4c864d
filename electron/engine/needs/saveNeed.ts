import type { ApiParsed } from "#shared/api/contract.ts";
import { assertHeld, multiplyToCents } from "#shared/kernel/cents.ts";
import { compareDecimals, decimal } from "#shared/kernel/decimal.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Context } from "../context.ts";
import { assertLineOf } from "../projects/assertLineOf.ts";
import { savePart } from "../saveRow.ts";
import { issuesOfNeed, liveNeed } from "../store/needs.ts";
import { voidRow } from "../store/rows.ts";

const zero = decimal("0");

/** Saves a 其他需求. Quantity and price are no less than nothing, and what goes to persons comes in at least a part. */
export async function saveNeed(context: Context, draft: ApiParsed<"needs.save">): Promise<Id> {
  const { quantity, unitPrice, perPerson } = draft;
  const isNegative = [quantity, unitPrice].some(
    (value) => value !== null && compareDecimals(value, zero) < 0,
  );
  if (isNegative || (perPerson !== null && compareDecimals(perPerson, zero) <= 0))
    throw new UserError({
      code: "bad-request",
      message: `“${draft.name}”的数量和单价不能为负，每人配发数量要大于 0。`,
      hint: "请改正后再保存；不按人配发的，每人配发数量留空。",
    });
  const pieces = quantity ?? perPerson;
  if (unitPrice !== null && pieces !== null)
    assertHeld(
      `“${draft.name}”的数量 ${pieces}、单价 ${unitPrice} 元，合计`,
      multiplyToCents(unitPrice, pieces),
    );
  return context.write(draft.id === null ? "新增其他需求" : "修改其他需求", async (tx) => {
    await assertLineOf(tx, draft.projectId, draft.budgetLineId);
    return savePart(tx, "need", draft);
  });
}

/** Voids a need. Refused while something of it was handed out: those records say who has what. */
export const voidNeed = (context: Context, { id, reason }: ApiParsed<"needs.void">): Promise<void> =>
  context.write("作废其他需求", async (tx) => {
    const { name } = await liveNeed(tx, id);
    const issues = await issuesOfNeed(tx, id);
    if (issues.length > 0)
      throw new UserError({
        code: "refused",
        message: `“${name}”已有 ${issues.length} 条发放记录，不能作废。`,
        hint: "登记错的，请先作废发放记录。",
      });
    await voidRow(tx, "need", id, reason);
  });
