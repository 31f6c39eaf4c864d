import type { ApiParsed } from "#shared/api/contract.ts";
import { formatYuan, sumCents } from "#shared/kernel/cents.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Id } from "#shared/kernel/id.ts";
import { assertRoom, assertWithinYear, notOfProject } from "../budget/adjustmentRoom.ts";
import type { Context } from "../context.ts";
import { newId } from "../store/newId.ts";
import { insertRow } from "../store/rows.ts";

type Input = ApiParsed<"projects.adjust">;

/**
 * 调剂 between budget lines of one project. The deltas must add up to zero, since the project's money stays what was
 * approved; no line can give more than it has, nor, where it is controlled strictly, what is paid or signed already.
 */
export async function adjustBudget(context: Context, input: Input): Promise<Id> {
  const total = sumCents(input.lines.map((line) => line.deltaCents));
  if (total !== 0) {
    throw new UserError({
      code: "bad-request",
      message: `调剂的增减合计应为零，现为${formatYuan(total)}元。`,
      hint: "调增与调减的金额要相等。",
    });
  }
  const shifts = input.lines.filter((line) => line.deltaCents !== 0);
  if (shifts.length === 0) {
    throw new UserError({
      code: "bad-request",
      message: "调剂没有填写金额。",
      hint: "请填写调增和调减的金额。",
    });
  }
  const { adjustedOn, reason, documentNo } = input;
  await context.write("预算调剂", async (tx) => {
    const facts = await context.factsIn(tx, context.clock.today());
    const own = new Set(facts.budget.linesOf(input.projectId).map((line) => line.id));
    if (shifts.some((shift) => !own.has(shift.budgetLineId))) throw notOfProject();
    assertWithinYear(facts, input.projectId, adjustedOn);
    assertRoom(
      facts,
      shifts.filter((shift) => shift.deltaCents < 0).map((shift) => shift.budgetLineId),
      [...facts.rows.budgetAdjustment, ...shifts.map((shift) => ({ ...shift, adjustedOn }))],
    );
    const groupId = newId();
    for (const shift of shifts) {
      await insertRow(tx, "budgetAdjustment", {
        id: newId(),
        groupId,
        ...shift,
        adjustedOn,
        reason,
        documentNo,
      });
    }
  });
  return input.projectId;
}
