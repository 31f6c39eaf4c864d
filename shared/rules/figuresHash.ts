import { canonicalJson } from "../kernel/canonicalJson.ts";
import type { Finding } from "./finding.ts";

/** Counts of days to the present grow by themselves; a decision does not lapse because a night went by. */
const movesWithTheClock = (name: string): boolean => name.endsWith("Days") || name === "asOfDate";

/** A short text that is equal while the figures a finding rests on are equal. */
export function figuresHash(finding: Pick<Finding, "figures">): string {
  const figures = Object.entries(finding.figures).filter(([name]) => !movesWithTheClock(name));
  return hash53(canonicalJson(Object.fromEntries(figures)));
}

/** cyrb53 by bryc (public domain): 53 bits, far more than the findings of a ledger need to stay apart. */
function hash53(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(16).padStart(14, "0");
}
