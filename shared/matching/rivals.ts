import { asId, type Id } from "../kernel/id.ts";
import { groupByAll } from "../rules/indexing.ts";
import type { Group } from "./groups.ts";
import { lead } from "./score.ts";
import type { Suggestion } from "./suggestion.ts";

/** What one invoice was given among all, and what it would have been given alone. */
export type Settled = Readonly<{
  alone: readonly Group[];
  suggestions: readonly Suggestion[];
}>;

/**
 * The suggestions, of which none stays sure that could as well be otherwise: another invoice that got nothing would take
 * the same instalments, or two invoices could change places, and all of it would fit hardly worse.
 */
export function withoutRivals(settled: readonly Settled[]): readonly Suggestion[] {
  const wanting = groupByAll(settled, wishesOf);
  return settled.flatMap((one) => {
    if (one.suggestions[0]?.band !== "sure") return one.suggestions;
    const hasRival = idsOf(one).some((id) =>
      wanting.of(id).some((other) => other !== one && areRivals(one, other)),
    );
    if (!hasRival) return one.suggestions;
    return one.suggestions.map((row) => ({ ...row, band: "ask", reasons: [...row.reasons, rival] }));
  });
}

function wishesOf({ alone }: Settled): readonly Id[] {
  const ids = new Set<Id>();
  for (const { parts } of alone) for (const { instalment } of parts) ids.add(instalment.row.id);
  return [...ids];
}

const rival = { text: "另有发票同样适合该期，请核对是哪一张", points: 0 } as const;

const idsOf = ({ suggestions }: Settled): readonly Id[] =>
  suggestions.flatMap(({ instalmentId }) => (instalmentId === null ? [] : [asId(instalmentId)]));

/** How well an invoice alone fits instalments, as whole or in part; a choice that is not among its best fits no better than the last of them. */
function scoreOn({ alone }: Settled, ids: readonly Id[]): number {
  const fitting = alone.find(({ parts }) => parts.some(({ instalment }) => ids.includes(instalment.row.id)));
  return fitting?.score ?? alone.at(-1)?.score ?? 0;
}

function areRivals(one: Settled, other: Settled): boolean {
  const [ours, theirs] = [idsOf(one), idsOf(other)];
  const own = scoreOn(one, ours);
  if (theirs.length === 0) return own - scoreOn(other, ours) < lead;
  // Both have their part of the same instalment.
  if (theirs.some((id) => ours.includes(id))) return false;
  const together = own + scoreOn(other, theirs);
  return together - scoreOn(one, theirs) - scoreOn(other, ours) < lead;
}
