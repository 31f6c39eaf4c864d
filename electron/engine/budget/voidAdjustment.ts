import type { ApiParsed } from "#shared/api/contract.ts";
import type { Context } from "../context.ts";
import { notThere } from "../store/found.ts";
import { voidRow } from "../store/rows.ts";
import { assertRoom } from "./adjustmentRoom.ts";

/**
 * Takes a whole 调剂 back: money returns to the lines it came from, on every day, as if it had never moved. Refused where
 * a line that gives it back has spent or signed it since.
 */
export async function voidAdjustment(
  context: Context,
  { groupId, reason }: ApiParsed<"budget.voidAdjustment">,
): Promise<void> {
  await context.write("作废预算调剂", async (tx) => {
    const facts = await context.factsIn(tx, context.clock.today());
    const group = facts.rows.budgetAdjustment.filter((row) => row.groupId === groupId);
    if (group.length === 0) {
      throw notThere("这次调剂");
    }
    assertRoom(
      facts,
      group.filter((row) => row.deltaCents > 0).map((row) => row.budgetLineId),
      facts.rows.budgetAdjustment.filter((row) => row.groupId !== groupId),
    );
    for (const { id } of group) await voidRow(tx, "budgetAdjustment", id, reason);
  });
}
