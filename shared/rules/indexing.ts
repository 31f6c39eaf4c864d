/** Rows by a key of theirs; rows without the key are left out. */
export function indexBy<Item, Key>(
  items: Iterable<Item>,
  keyOf: (item: Item) => Key | null | undefined,
): ReadonlyMap<Key, Item> {
  const index = new Map<Key, Item>();
  for (const item of items) {
    const key = keyOf(item);
    if (key !== null && key !== undefined) index.set(key, item);
  }
  return index;
}

/** A map to look into. In one that was patched some entries lie over those of another. */
export type Lookup<Key, Value> = Readonly<{
  get: (key: Key) => Value | undefined;
  over?: Readonly<{ root: Lookup<Key, Value>; changes: ReadonlyMap<Key, Value | undefined> }>;
}>;

/**
 * A lookup with some entries changed (`undefined`: there is none any more), at the price of those entries alone. Patches
 * of patches lie side by side, so that the hundredth costs no more to look through than the first.
 */
export function patchLookup<Key, Value>(
  lookup: Lookup<Key, Value>,
  changed: ReadonlyMap<Key, Value | undefined>,
): Lookup<Key, Value> {
  const root = lookup.over?.root ?? lookup;
  const changes = new Map([...(lookup.over?.changes ?? []), ...changed]);
  return { get: (key) => (changes.has(key) ? changes.get(key) : root.get(key)), over: { root, changes } };
}

export type Groups<Key, Item> = Readonly<{
  of: (key: Key) => readonly Item[];
  /** What they were made of, for `patchGroups`. */
  lookup?: Lookup<Key, readonly Item[]>;
}>;

const none: readonly never[] = [];

const groupsIn = <Key, Item>(lookup: Lookup<Key, readonly Item[]>): Groups<Key, Item> => ({
  of: (key) => lookup.get(key) ?? none,
  lookup,
});

/** Rows that share a key, in the order they came in; none for a key nothing has. */
export function groupBy<Item, Key>(
  items: Iterable<Item>,
  keyOf: (item: Item) => Key | null | undefined,
): Groups<Key, Item> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === null || key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groupsIn(groups);
}

/** The same groups but for those of some keys. */
export const patchGroups = <Key, Item>(
  groups: Groups<Key, Item>,
  changed: ReadonlyMap<Key, readonly Item[]>,
): Groups<Key, Item> => groupsIn(patchLookup(groups.lookup ?? { get: groups.of }, changed));

/** Makes a value when it is first asked for, and once: most checks never ask for most indexes. */
export function lazy<Value>(make: () => Value): () => Value {
  let made: Readonly<{ value: Value }> | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

export function lazyGroups<Key, Item>(make: () => Groups<Key, Item>): Groups<Key, Item> {
  const groups = lazy(make);
  return groupsIn({ get: (key) => groups().of(key) });
}

export function lazyLookup<Key, Value>(make: () => Lookup<Key, Value>): Lookup<Key, Value> {
  const lookup = lazy(make);
  return { get: (key) => lookup().get(key) };
}

/** The index of the first item for which `is` holds, in a list where it holds for all items after it as well. */
export function firstIndex<Item>(items: readonly Item[], is: (item: Item) => boolean): number {
  let [from, to] = [0, items.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    const item = items[middle];
    if (item !== undefined && !is(item)) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Order of code points: the same on every machine, whatever its language. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
