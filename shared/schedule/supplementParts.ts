import { addCents, type Cents, sumCents, zeroCents } from "../kernel/cents.ts";
import type { IsoDate } from "../kernel/dates.ts";
import type { Supplement } from "../model/contract.ts";
import { isSuspended, type Suspension } from "./contractState.ts";
import type { LabelledPeriod } from "./periods.ts";
import { addToParts, repriceParts } from "./spread.ts";

export type Part = Readonly<{ period: LabelledPeriod; amountCents: Cents }>;

type Change = Readonly<{
  supplement: Supplement;
  /** The periods of the term as it is then. */
  periods: readonly LabelledPeriod[];
  /** How much more (or less) the periods share. */
  moneyCents: Cents;
  suspensions: readonly Suspension[];
  /** Days on which a period begins that stays although it is cut off, for a paper hangs on it. */
  kept: ReadonlySet<IsoDate>;
}>;

/**
 * The parts after a supplement. Its money, with that of periods it cuts off, goes to the periods it adds; a new price to
 * those that begin from then on; a reduction on resumption to those that were suspended; else to those not over when it
 * takes effect. What is cut off and kept stays as it is. Nothing is dropped: the parts add up to what they did, and the
 * money.
 */
export function withSupplement(parts: readonly Part[], change: Change): readonly Part[] {
  const { supplement, moneyCents } = change;
  const inTerm = new Set(byStart(change.periods).keys());
  const before = byStart(parts.map((part) => ({ ...part.period, amountCents: part.amountCents })));
  const staying = [...before].flatMap(([key, part]) =>
    !inTerm.has(key) && change.kept.has(part.from) ? [part] : [],
  );
  const periods = [...change.periods, ...staying];
  const after = byStart(periods);
  const cutOff = sumCents([...before].flatMap(([key, part]) => (after.has(key) ? [] : [part.amountCents])));
  const pool = addCents(moneyCents, cutOff);
  const amounts = [...after.keys()].map((key) => before.get(key)?.amountCents ?? zeroCents);
  const isAdded = [...after.keys()].map((key) => !before.has(key));
  const merged =
    pool === 0 ? amounts : spreadPool(amounts, pool, targetsOf(change, isAdded, pool), supplement);
  return periods.map(({ from, to, label }, index) => ({
    period: { from, to, label },
    amountCents: merged[index] ?? zeroCents,
  }));
}

const spreadPool = (
  amounts: readonly Cents[],
  pool: Cents,
  targets: readonly number[],
  { kind }: Supplement,
): readonly Cents[] =>
  kind === "price" ? repriceParts(amounts, pool, targets) : addToParts(amounts, pool, targets);

function targetsOf(
  { supplement, periods, suspensions }: Change,
  isAdded: readonly boolean[],
  pool: Cents,
): readonly number[] {
  const where = (test: (period: LabelledPeriod, index: number) => boolean): readonly number[] =>
    periods.flatMap((period, index) => (test(period, index) ? [index] : []));
  const { kind, effectiveOn } = supplement;
  const choices = [
    pool > 0 ? where((_, index) => isAdded[index] ?? false) : [],
    kind === "price" ? where(({ from }) => from >= effectiveOn) : [],
    kind === "resume" && pool < 0
      ? where((period) => period.to < effectiveOn && isSuspended(suspensions, period))
      : [],
    where(({ to }) => to >= effectiveOn),
  ];
  return choices.find((targets) => targets.length > 0) ?? [periods.length - 1];
}

/** By first day; several that begin on one day (milestones reached together) are told apart by their order. */
function byStart<Item extends Readonly<{ from: string }>>(items: readonly Item[]): ReadonlyMap<string, Item> {
  const counts = new Map<string, number>();
  return new Map(
    items.map((item) => {
      const count = counts.get(item.from) ?? 0;
      counts.set(item.from, count + 1);
      return [`${item.from}|${count}`, item] as const;
    }),
  );
}
