/** A key as a scanner or a person pressed it; `at` in milliseconds. */
export type Press = Readonly<{ key: string; at: number }>;

/** What was typed so far without a pause. */
export type Burst = Readonly<{ text: string; from: number; last: number }>;

export const noBurst: Burst = { text: "", from: 0, last: 0 };

/** A scanner types each sign within some ten milliseconds; nobody types twenty so. */
const longestPause = 300;
const meanPause = 60;
const fewestSigns = 18;

/**
 * Takes in a key. `scanned` is the whole text once Enter ends what only a scanner can have typed; `fast` while it looks so,
 * so that nothing else on the page takes its keys.
 */
export function takeKey(
  burst: Burst,
  { key, at }: Press,
): Readonly<{ burst: Burst; scanned: string | null; fast: boolean }> {
  const isGoing = burst.text !== "" && at - burst.last <= longestPause;
  const { text, from } = isGoing ? burst : { text: "", from: at };
  if (key === "Enter") {
    const isScan = text.length >= fewestSigns && (at - from) / text.length <= meanPause;
    return { burst: noBurst, scanned: isScan ? text : null, fast: isScan };
  }
  // Shift and the like come between the signs.
  if ([...key].length !== 1)
    return { burst: { text, from, last: isGoing ? burst.last : at }, scanned: null, fast: false };
  const next = { text: text + key, from, last: at };
  return {
    burst: next,
    scanned: null,
    fast: next.text.length >= 4 && (at - from) / next.text.length <= meanPause,
  };
}
