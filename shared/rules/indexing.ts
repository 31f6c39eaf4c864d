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

export type Groups<Key, Item> = Readonly<{ of: (key: Key) => readonly Item[] }>;

const none: readonly never[] = [];

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
  return { of: (key) => groups.get(key) ?? none };
}

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
  return { of: (key) => groups().of(key) };
}

/** Order of code points: the same on every machine, whatever its language. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
