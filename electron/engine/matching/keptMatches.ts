import { inOrder, matchVendors, type OpenMatch } from "#shared/matching/openMatches.ts";
import type { Facts } from "#shared/rules/facts.ts";
import type { Context } from "../context.ts";
import { pause } from "../pause.ts";

/** The matches of some facts, worked out once for all that is asked between two writes. */
export type Matches = (context: Context, facts: Facts) => Promise<readonly OpenMatch[]>;

/** How long the engine hears nothing else. */
const turnMillis = 30;

export function keepMatches(): Matches {
  let last: Readonly<{ facts: Facts; matches: readonly OpenMatch[] }> | undefined;
  return async (context, facts) => {
    if (last?.facts === facts) return last.matches;
    const matches = await matchAll(context, facts);
    last = { facts, matches };
    return matches;
  };
}

async function matchAll({ signal, progress }: Context, facts: Facts): Promise<readonly OpenMatch[]> {
  const found: OpenMatch[] = [];
  let turnEnds = performance.now() + turnMillis;
  for (const own of matchVendors(facts)) {
    found.push(...own);
    if (performance.now() < turnEnds) continue;
    progress({ done: found.length, total: facts.rows.invoice.length, note: "匹配发票" });
    await pause(signal);
    turnEnds = performance.now() + turnMillis;
  }
  return inOrder(found);
}
