import { type Cents, subtractCents, sumCents } from "../kernel/cents.ts";
import type { Instalment } from "../model/contract.ts";
import type { InstalmentDraft } from "./draft.ts";

/** A stored instalment, and whether a paper hangs on it: a payment of any state, an invoice, an acceptance of its own. */
export type PlannedInstalment = Readonly<{ instalment: Instalment; isUsed: boolean }>;

export type Reconciliation = Readonly<{
  keep: readonly Instalment[];
  add: readonly InstalmentDraft[];
  change: readonly Readonly<{ before: Instalment; after: InstalmentDraft }>[];
  remove: readonly Instalment[];
  /** Would change or go, but is used, or would be less than its deduction: it stays as it is. */
  locked: readonly Readonly<{ before: Instalment; after: InstalmentDraft | null }>[];
  /** What the resulting plan is more (or less) than the drafts, because of what is locked. */
  differenceCents: Cents;
}>;

const compared = ["label", "periodFrom", "periodTo", "amountCents", "earliestDate", "dueDate"] as const;

const same = (a: Instalment, b: InstalmentDraft): boolean => compared.every((key) => a[key] === b[key]);

const place = (row: InstalmentDraft | Instalment): string =>
  `${row.rentalId ?? ""}|${row.kind}|${row.periodFrom}`;

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
): Reconciliation {
  const used = new Set(existing.filter(({ isUsed }) => isUsed).map(({ instalment }) => instalment.id));
  const stored = byPlace(existing.map(({ instalment }) => instalment));
  const wanted = byPlace(drafts);
  const keep: Instalment[] = [];
  const remove: Instalment[] = [];
  const change: { before: Instalment; after: InstalmentDraft }[] = [];
  const locked: { before: Instalment; after: InstalmentDraft | null }[] = [];
  for (const [key, before] of stored) {
    const draft = wanted.get(key);
    const after = draft && { ...draft, seq: before.seq, deductionCents: before.deductionCents };
    if (after !== undefined && same(before, after)) keep.push(before);
    else if (used.has(before.id)) locked.push({ before, after: after ?? null });
    else if (after === undefined) remove.push(before);
    else if (after.amountCents < after.deductionCents) locked.push({ before, after });
    else change.push({ before, after });
  }
  const staying = [...keep, ...change.map(({ before }) => before), ...locked.map(({ before }) => before)];
  const add = renumbered(
    [...wanted].filter(([key]) => !stored.has(key)).map(([, draft]) => draft),
    new Set(staying.map(({ seq }) => seq)),
  );
  const planned = sumCents([
    ...[...keep, ...add, ...locked.map(({ before }) => before), ...change.map(({ after }) => after)].map(
      (row) => row.amountCents,
    ),
  ]);
  const differenceCents = subtractCents(planned, sumCents(drafts.map((draft) => draft.amountCents)));
  return { keep, add, change, remove, locked, differenceCents };
}

function renumbered(drafts: readonly InstalmentDraft[], taken: Set<number>): readonly InstalmentDraft[] {
  return drafts.map((draft) => {
    let seq = draft.seq;
    while (taken.has(seq)) seq += 1;
    taken.add(seq);
    return { ...draft, seq };
  });
}
