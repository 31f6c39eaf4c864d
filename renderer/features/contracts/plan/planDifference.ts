import type { PlanDifference, PlanRow } from "#shared/api/contracts.ts";
import { type Cents, cents } from "#shared/kernel/cents.ts";
import type { LockReason } from "#shared/schedule/reconcilePlan.ts";

/** One line of the comparison. `before` is missing for what is new, `after` for what goes. */
export type DifferenceRow = Readonly<{
  key: string;
  kind: "add" | "change" | "remove" | "locked";
  before: PlanRow | null;
  after: PlanRow | null;
  /** Why a locked one stays as it is. */
  why: readonly LockReason[];
}>;

/** Everything that differs, in the order of time. */
export function differenceRows(difference: PlanDifference): readonly DifferenceRow[] {
  const rows: readonly Omit<DifferenceRow, "key">[] = [
    ...difference.change.map((pair) => ({ kind: "change" as const, why: [], ...pair })),
    ...difference.locked.map((pair) => ({ kind: "locked" as const, ...pair })),
    ...difference.remove.map((before) => ({ kind: "remove" as const, before, after: null, why: [] })),
    ...difference.add.map((after) => ({ kind: "add" as const, before: null, after, why: [] })),
  ];
  const start = ({ before, after }: Omit<DifferenceRow, "key">): string =>
    (after ?? before)?.periodFrom ?? "";
  return rows
    .toSorted((a, b) => (start(a) < start(b) ? -1 : start(a) > start(b) ? 1 : 0))
    .map((row, index) => ({ ...row, key: `${index} ${row.kind} ${start(row)}` }));
}

/** Whether applying it would change anything; what is locked never changes. */
export const hasChanges = ({ add, change, remove }: PlanDifference): boolean =>
  add.length + change.length + remove.length > 0;

const sum = (rows: readonly PlanRow[]): number => rows.reduce((total, row) => total + row.amountCents, 0);

/** How much more (or less) the whole plan would be afterwards. */
export const netChange = ({ add, change, remove }: PlanDifference): Cents =>
  cents(
    sum(add) - sum(remove) + sum(change.map(({ after }) => after)) - sum(change.map(({ before }) => before)),
  );
