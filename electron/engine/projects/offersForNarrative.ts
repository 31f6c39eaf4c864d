import type { Id } from "#shared/kernel/id.ts";
import type { SectionOffer } from "#shared/narrative/offers.ts";
import { narrativeOffers } from "#shared/narrative/offers.ts";
import type { Context } from "../context.ts";
import { projectIn } from "../scope.ts";

/** What the ledger can write under the headings of a project's 项目经费情况说明, as of today. */
export async function offersForNarrative(
  context: Context,
  { id }: Readonly<{ id: Id }>,
): Promise<readonly SectionOffer[]> {
  const facts = await context.facts();
  return narrativeOffers(facts, projectIn(facts, id));
}
