import { addCents, type Cents, zeroCents } from "../kernel/cents.ts";

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

/** What items come to by a key of theirs; items without the key are left out. */
export function sumBy<Item, Key>(
  items: Iterable<Item>,
  keyOf: (item: Item) => Key | null | undefined,
  centsOf: (item: Item) => Cents,
): ReadonlyMap<Key, Cents> {
  const sums = new Map<Key, Cents>();
  for (const item of items) {
    const key = keyOf(item);
    if (key !== null && key !== undefined) sums.set(key, addCents(sums.get(key) ?? zeroCents, centsOf(item)));
  }
  return sums;
}

/** Sums by key, made when first asked for. */
export type Sums<Key> = Readonly<{
  of: (key: Key) => Cents;
  /** The same with these added, at their price alone; sums of sums lie side by side as patches do. */
  plus: (added: ReadonlyMap<Key, Cents>) => Sums<Key>;
}>;

export function lazySums<Key>(make: () => ReadonlyMap<Key, Cents>): Sums<Key> {
  const root = lazy(make);
  const over = (added: ReadonlyMap<Key, Cents>): Sums<Key> => ({
    of: (key) => addCents(root().get(key) ?? zeroCents, added.get(key) ?? zeroCents),
    plus: (more) => {
      const all = new Map(added);
      for (const [key, cents] of more) all.set(key, addCents(all.get(key) ?? zeroCents, cents));
      return over(all);
    },
  });
  return over(new Map());
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
  let lastKey: Key | undefined;
  let lastGroup: Item[] = [];
  for (const item of items) {
    const key = keyOf(item);
    if (key === null || key === undefined) continue;
    // Rows of one owner mostly lie side by side.
    if (key === lastKey) lastGroup.push(item);
    else lastGroup = addTo(groups, key, item);
    lastKey = key;
  }
  return groupsIn(groups);
}

/** The same where an item may have several keys. */
export function groupByAll<Item, Key>(
  items: Iterable<Item>,
  keysOf: (item: Item) => readonly Key[],
): Groups<Key, Item> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) for (const key of keysOf(item)) addTo(groups, key, item);
  return groupsIn(groups);
}

function addTo<Key, Item>(groups: Map<Key, Item[]>, key: Key, item: Item): Item[] {
  const known = groups.get(key);
  if (known !== undefined) {
    known.push(item);
    return known;
  }
  const group = [item];
  groups.set(key, group);
  return group;
}

/** The same groups but for those of some keys. */
export const patchGroups = <Key, Item>(
  groups: Groups<Key, Item>,
  changed: ReadonlyMap<Key, readonly Item[]>,
): Groups<Key, Item> => groupsIn(patchLookup(groups.lookup ?? { get: groups.of }, changed));

/** Items that are no longer, and what is there in their place. */
export type Exchange<Item> = Readonly<{ gone: readonly Item[]; come: readonly Item[] }>;

/** A list without what is gone (the very objects), and with what came behind all that stayed. */
export function exchangeIn<Item>(items: readonly Item[], { gone, come }: Exchange<Item>): readonly Item[] {
  if (gone.length > few) {
    const isGone = new Set(gone);
    return [...items.filter((item) => !isGone.has(item)), ...come];
  }
  // To look for a few objects touches the list alone; to ask of each whether it is gone would touch all of them.
  const kept = [...items];
  for (const item of gone) {
    const at = kept.indexOf(item);
    if (at >= 0) kept.splice(at, 1);
  }
  for (const item of come) kept.push(item);
  return kept;
}

const few = 20;

/** Rows by their ids, with some of them exchanged. */
export const exchangeIds = <Item extends Readonly<{ id: Key }>, Key>(
  lookup: Lookup<Key, Item>,
  { gone, come }: Exchange<Item>,
): Lookup<Key, Item> =>
  patchLookup(
    lookup,
    new Map([
      ...gone.map((item) => [item.id, undefined] as const),
      ...come.map((item) => [item.id, item] as const),
    ]),
  );

/** Items by their keys, made when first asked for; `exchange` makes that of a changed list at the price of the change. */
export type Register<Key, Item> = Groups<Key, Item> &
  Readonly<{ exchange: (exchange: Exchange<Item>) => Register<Key, Item> }>;

export const registerOf = <Key, Item>(
  items: Iterable<Item>,
  keyOf: (item: Item) => Key | null | undefined,
): Register<Key, Item> =>
  exchanging(
    lazyGroups(() => groupBy(items, keyOf)),
    (item) => {
      const key = keyOf(item);
      return key === null || key === undefined ? [] : [key];
    },
  );

/** Groups that stand on the keys of their items, so that items can be exchanged in them. */
export const exchanging = <Key, Item>(
  groups: Groups<Key, Item>,
  keysOf: (item: Item) => readonly Key[],
): Register<Key, Item> => ({
  ...groups,
  exchange: ({ gone, come }) => {
    const keys = new Set([...gone, ...come].flatMap(keysOf));
    const groupWith = (key: Key) =>
      exchangeIn(groups.of(key), { gone, come: come.filter((item) => keysOf(item).includes(key)) });
    return exchanging(patchGroups(groups, new Map([...keys].map((key) => [key, groupWith(key)]))), keysOf);
  },
});

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
