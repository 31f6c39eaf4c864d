import type { ApiParsed } from "#shared/api/contract.ts";
import type { Context } from "../context.ts";
import { savePart } from "../saveRow.ts";
import { projectIn } from "../scope.ts";
import { assertLineOf } from "./assertLineOf.ts";

/**
 * Saves several indicators of a project in one step, new and old; those not named, and what is left out of an old one, stay as
 * they are. Throws a `UserError` (`refused`) for an indicator or a 预算明细 of another project.
 */
export async function saveIndicators(
  context: Context,
  { projectId, indicators }: ApiParsed<"performance.saveIndicators">,
): Promise<null> {
  projectIn(await context.facts(), projectId);
  await context.write("修改绩效指标", async (tx) => {
    for (const draft of indicators) {
      await assertLineOf(tx, projectId, draft.budgetLineId ?? null);
      await savePart(tx, "indicator", { ...draft, projectId });
    }
  });
  return null;
}
