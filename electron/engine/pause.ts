import { setImmediate } from "node:timers/promises";
import type { Context } from "./context.ts";

/** Rows that are worked on at a stretch: some hundredths of a second. */
const stretch = 4_000;

/** Lets what waits be answered, such as a cancel, which then ends the work by throwing the signal's reason. */
export async function pause({ signal }: Pick<Context, "signal">): Promise<void> {
  await setImmediate();
  signal.throwIfAborted();
}

/** `map` for long lists, with a pause now and then. */
export async function mapWithPauses<Item, Result>(
  context: Pick<Context, "signal">,
  items: readonly Item[],
  make: (item: Item) => Result,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (const [index, item] of items.entries()) {
    if (index % stretch === stretch - 1) await pause(context);
    results.push(make(item));
  }
  return results;
}
