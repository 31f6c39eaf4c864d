import { asId, type Id } from "../kernel/id.ts";
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
  const wanting = wishes(settled);
  return settled.flatMap((one) => {
    if (one.suggestions[0]?.band !== "sure") return one.suggestions;
    const hasRival = idsOf(one).some((id) =>
      (wanting.get(id) ?? []).some((other) => other !== one && areRivals(one, other)),
    );
    if (!hasRival) return one.suggestions;
    return one.suggestions.map((row) => ({ ...row, band: "ask", reasons: [...row.reasons, rival] }));
  });
}

/**
 * Who would take an instalment, were it alone. Not by `groupBy`: its lists mostly live as long as facts do, so the engine
 * soon makes them among the old objects, where for each vendor they would keep all this alive much too long.
 */
function wishes(settled: readonly Settled[]): ReadonlyMap<Id, readonly Settled[]> {
  const wanting = new Map<Id, Settled[]>();
  for (const one of settled) {
    for (const { parts } of one.alone) {
      for (const { instalment } of parts) {
        const known = wanting.get(instalment.row.id);
        if (known === undefined) wanting.set(instalment.row.id, [one]);
        else if (known.at(-1) !== one) known.push(one);
      }
    }
  }
  return wanting;
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
