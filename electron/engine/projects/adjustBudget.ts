import type { ApiParsed } from "#shared/api/contract.ts";
import { addCents, type Cents, formatYuan, sumCents } from "#shared/kernel/cents.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { BudgetLine } from "#shared/model/project.ts";
import type { Context } from "../context.ts";
import { newId } from "../store/newId.ts";
import { budgetAdjustmentsOf, budgetLinesOf } from "../store/projects.ts";
import { insertRow } from "../store/rows.ts";
import type { WritableLedger } from "../store/types.ts";

type Input = ApiParsed<"projects.adjust">;

/**
 * 调剂 between budget lines of one project. The deltas must add up to zero, since the project's money stays what was
 * approved, and no line can give more than it has.
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
  await context.write("预算调剂", async (tx) => {
    await assertPossible(tx, input.projectId, shifts);
    const groupId = newId();
    for (const { budgetLineId, deltaCents } of shifts) {
      const { adjustedOn, reason, documentNo } = input;
      await insertRow(tx, "budgetAdjustment", {
        id: newId(),
        groupId,
        budgetLineId,
        adjustedOn,
        deltaCents,
        reason,
        documentNo,
      });
    }
  });
  return input.projectId;
}

async function assertPossible(tx: WritableLedger, projectId: Id, shifts: Input["lines"]): Promise<void> {
  const lines = await budgetLinesOf(tx, projectId);
  const earlier = await budgetAdjustmentsOf(tx, projectId);
  for (const { budgetLineId } of shifts) {
    const line = lines.find((row) => row.id === budgetLineId);
    if (line === undefined) throw notOfProject();
    const own = [...earlier, ...shifts].filter((row) => row.budgetLineId === budgetLineId);
    const left = addCents(line.amountCents, ...own.map((row) => row.deltaCents));
    if (left < 0) throw givesTooMuch(line, left);
  }
}

const notOfProject = (): UserError =>
  new UserError({
    code: "refused",
    message: "调剂只能在同一个项目的预算明细之间进行。",
    hint: "请在本项目的预算明细中选择。",
  });

const givesTooMuch = (line: BudgetLine, left: Cents): UserError =>
  new UserError({
    code: "refused",
    message: `“${line.name}”调减后为${formatYuan(left)}元，预算不能为负数。`,
    hint: "请减少调减的金额。",
  });
