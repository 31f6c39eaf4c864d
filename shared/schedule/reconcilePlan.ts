import {
  addCents,
  type Cents,
  cents,
  maxCents,
  splitCents,
  subtractCents,
  sumCents,
  zeroCents,
} from "../kernel/cents.ts";
import type { Instalment } from "../model/contract.ts";
import type { InstalmentDraft } from "./draft.ts";

/** What hangs on an instalment: a payment of any state, an invoice, an acceptance of its own, measured quantities. */
export type Hold = "payment" | "invoice" | "acceptance" | "measurement";
/** Why an instalment is not touched; `deduction`: it would be less than its 考核扣款. */
export type LockReason = Hold | "deduction";

export type PlannedInstalment = Readonly<{ instalment: Instalment; holds: readonly Hold[] }>;

export type LockedInstalment = Readonly<{
  before: Instalment;
  /** As the plan has it; null when it is not in the plan any more. */
  after: InstalmentDraft | null;
  why: readonly LockReason[];
}>;

export type Reconciliation = Readonly<{
  keep: readonly Instalment[];
  add: readonly InstalmentDraft[];
  change: readonly Readonly<{ before: Instalment; after: InstalmentDraft }>[];
  remove: readonly Instalment[];
  /** Would change or go, but stays as it is. */
  locked: readonly LockedInstalment[];
  /** What the resulting plan is more (or less) than the drafts, because of what is locked. */
  differenceCents: Cents;
}>;

type Options = Readonly<{
  /**
   * Whether what locked instalments have more or less is made up by the free ones, so that the plan adds up to the sum.
   * Not for months of a rental: each is worth its quantity and price.
   */
  makeUp?: boolean;
}>;

const compared = ["label", "periodFrom", "periodTo", "amountCents", "earliestDate", "dueDate"] as const;

const same = (a: Instalment, b: InstalmentDraft): boolean => compared.every((key) => a[key] === b[key]);

/** There is one advance and one retention, whatever days they have. */
const place = (row: InstalmentDraft | Instalment): string =>
  `${row.rentalId ?? ""}|${row.kind}|${row.kind === "regular" ? row.periodFrom : ""}`;

/** Instalments of the same place (two milestones on one day) are told apart by their order. */
function byPlace<Item extends InstalmentDraft | Instalment>(items: readonly Item[]): Map<string, Item> {
  const counts = new Map<string, number>();
  return new Map(
    items
      .toSorted((a, b) => a.seq - b.seq)
      .map((item) => {
        const count = counts.get(place(item)) ?? 0;
        counts.set(place(item), count + 1);
        return [`${place(item)}|${count}`, item] as const;
      }),
  );
}

/**
 * Compares the stored plan with a new one. What is used is never touched; deductions already written into an instalment
 * stay. Numbers of new instalments avoid those that stay.
 */
export function reconcilePlan(
  existing: readonly PlannedInstalment[],
  drafts: readonly InstalmentDraft[],
  { makeUp = false }: Options = {},
): Reconciliation {
  const stored = byPlace(existing.map(({ instalment }) => instalment));
  const holds = new Map(existing.map((row) => [row.instalment.id, row.holds]));
  const agreed = byPlace(drafts);
  const isUsed = (row: Instalment): boolean => (holds.get(row.id) ?? []).length > 0;
  const { wanted, held } = makeUp ? madeUp(stored, agreed, isUsed) : { wanted: agreed, held: nothingHeld };
  const keep: Instalment[] = [];
  const remove: Instalment[] = [];
  const change: { before: Instalment; after: InstalmentDraft }[] = [];
  const locked: LockedInstalment[] = [];
  for (const [key, before] of stored) {
    const draft = wanted.get(key);
    const after = draft && { ...draft, seq: before.seq, deductionCents: before.deductionCents };
    if (after !== undefined && same(before, after)) keep.push(before);
    else if (isUsed(before)) locked.push({ before, after: after ?? null, why: holds.get(before.id) ?? [] });
    else if (after === undefined) remove.push(before);
    else if (held.has(key) || after.amountCents < after.deductionCents)
      locked.push({ before, after, why: ["deduction"] });
    else change.push({ before, after });
  }
  const staying = [...keep, ...change.map(({ before }) => before), ...locked.map(({ before }) => before)];
  const add = renumbered(
    [...wanted].filter(([key]) => !stored.has(key)).map(([, draft]) => draft),
    new Set(staying.map(({ seq }) => seq)),
  );
  const planned = sumCents(
    [...keep, ...add, ...locked.map(({ before }) => before), ...change.map(({ after }) => after)].map(
      (row) => row.amountCents,
    ),
  );
  const differenceCents = subtractCents(planned, sumCents(drafts.map((draft) => draft.amountCents)));
  return { keep, add, change, remove, locked, differenceCents };
}

const nothingHeld: ReadonlySet<string> = new Set();

/**
 * The drafts with the amounts of what cannot change made up for by the free periods, in equal parts. Worked out
 * from the drafts alone, so it says the same again when it was applied. `held`: places that would then have been less
 * than their deduction.
 */
function madeUp(
  stored: ReadonlyMap<string, Instalment>,
  drafts: ReadonlyMap<string, InstalmentDraft>,
  isUsed: (row: Instalment) => boolean,
): Readonly<{ wanted: ReadonlyMap<string, InstalmentDraft>; held: ReadonlySet<string> }> {
  const held = new Set<string>();
  const fixed = new Map([...stored].filter(([, row]) => isUsed(row)));
  const whole = sumCents([...drafts.values()].map((row) => row.amountCents));
  for (;;) {
    const isFree = ([key, row]: readonly [string, InstalmentDraft]) =>
      row.kind === "regular" && !fixed.has(key);
    const free = [...drafts].filter(isFree);
    const others = [...drafts].filter((entry) => !isFree(entry) && !fixed.has(entry[0]));
    const spoken = sumCents([...fixed, ...others].map(([, row]) => row.amountCents));
    const shared = share(
      free.map(([, row]) => row.amountCents),
      subtractCents(whole, spoken),
    );
    const amounts = new Map(free.map(([key], index) => [key, shared[index] ?? zeroCents]));
    const short = free.find(([key]) => (amounts.get(key) ?? 0) < (stored.get(key)?.deductionCents ?? 0));
    const before = short === undefined ? undefined : stored.get(short[0]);
    if (short === undefined || before === undefined) {
      const settled = [...drafts].map(
        ([key, row]) => [key, { ...row, amountCents: amounts.get(key) ?? row.amountCents }] as const,
      );
      return { wanted: new Map(settled), held };
    }
    fixed.set(short[0], before);
    held.add(short[0]);
  }
}

/** The parts with the same added to each so that they make `total`; none less than nothing. */
function share(parts: readonly Cents[], total: Cents): readonly Cents[] {
  if (parts.length === 0) return [];
  const changed = splitCents(subtractCents(total, sumCents(parts)), parts.length).map((more, index) =>
    addCents(parts[index] ?? zeroCents, more),
  );
  let owed = -sumCents(changed.filter((part) => part < 0));
  const raised = changed.map((part) => maxCents(part, zeroCents));
  const lowered = raised.toReversed().map((part) => {
    const taken = Math.min(part, owed);
    owed -= taken;
    return cents(part - taken);
  });
  return lowered.toReversed();
}

function renumbered(drafts: readonly InstalmentDraft[], taken: Set<number>): readonly InstalmentDraft[] {
  return drafts.map((draft) => {
    let seq = draft.seq;
    while (taken.has(seq)) seq += 1;
    taken.add(seq);
    return { ...draft, seq };
  });
}
