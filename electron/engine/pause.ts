import { setImmediate } from "node:timers/promises";
import { UserError } from "#shared/kernel/errors.ts";

/** Rows that are worked on at a stretch: some hundredths of a second. */
const stretch = 4_000;

/** Lets what waits be answered, such as a cancel, which then ends the work. Fails with `cancelled`. */
export async function pause(signal: AbortSignal | undefined): Promise<void> {
  await setImmediate();
  throwIfCancelled(signal);
}

/** Fails with `cancelled` once the signal was aborted. */
export function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) {
    throw new UserError({ code: "cancelled", message: "已取消，账本没有改动。" });
  }
}

/** `map` for long lists, with a pause now and then. */
export async function mapWithPauses<Item, Result>(
  { signal }: Readonly<{ signal: AbortSignal }>,
  items: readonly Item[],
  make: (item: Item) => Result,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (const [index, item] of items.entries()) {
    if (index % stretch === stretch - 1) await pause(signal);
    results.push(make(item));
  }
  return results;
}
