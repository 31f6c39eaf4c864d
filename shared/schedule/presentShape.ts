import { addCents, type Cents, cents, subtractCents, sumCents } from "../kernel/cents.ts";
import type { IsoDate } from "../kernel/dates.ts";
import { UserError } from "../kernel/errors.ts";
import type { Contract, Instalment, Supplement } from "../model/contract.ts";
import { contractPeriods } from "./periods.ts";
import { planContract } from "./planContract.ts";
import { planStages } from "./planStages.ts";
import type { PlanShape } from "./spread.ts";
import type { WorkCalendar } from "./workingDays.ts";

const equal: PlanShape = { kind: "equal" };

type Terms = Readonly<{
  contract: Contract;
  supplements: readonly Supplement[];
  kept?: ReadonlySet<IsoDate>;
  calendar: WorkCalendar;
}>;

const none: ReadonlySet<IsoDate> = new Set();

/**
 * How the stored instalments share the contract's sum: equally, or by amounts that were given for each of the first
 * periods. A plan that was never spread by a shape (by hand, around what is locked) counts as equal when no amounts of
 * the first periods lead to it.
 */
export function presentShape(terms: Terms, stored: readonly Instalment[]): PlanShape {
  try {
    return shapeOf(terms, stored);
  } catch (error) {
    // Terms that no plan can follow have no shape; whoever plans by them is told why.
    if (error instanceof UserError) return equal;
    throw error;
  }
}

function shapeOf(
  { contract, supplements, kept = none, calendar }: Terms,
  stored: readonly Instalment[],
): PlanShape {
  const present = regularAmounts(stored);
  const equalParts = regularAmounts(planContract(contract, supplements, { kept, calendar }));
  if (present.size === 0 || areSame(present, equalParts)) return equal;
  const first = regularAmounts(planContract(contract, [], { calendar }));
  const amountsCents = [...first].map(([from, amount]) =>
    addCents(present.get(from) ?? cents(-1), subtractCents(amount, equalParts.get(from) ?? amount)),
  );
  const shared = sumCents(first.values());
  if (amountsCents.some((amount) => amount < 0) || sumCents(amountsCents) !== shared) return equal;
  const shape: PlanShape = { kind: "amounts", amountsCents };
  return areSame(present, regularAmounts(planContract(contract, supplements, { shape, kept, calendar })))
    ? shape
    : equal;
}

/** The shape for other terms: amounts keep their proportion, the remainder goes to the last; equal where periods differ. */
export function carryShape(shape: PlanShape, next: Contract): PlanShape {
  if (shape.kind !== "amounts" || next.amountCents === null) return shape;
  const term = { from: next.startDate, to: next.endDate };
  const before = sumCents(shape.amountsCents);
  const after = planStages(next, next.amountCents, [])[0].sharedCents;
  if (contractPeriods(next.kind, term).length !== shape.amountsCents.length || before <= 0 || after < 0)
    return equal;
  const scaled = shape.amountsCents
    .slice(0, -1)
    .map((amount) => cents(Number((BigInt(amount) * BigInt(after)) / BigInt(before))));
  return { kind: "amounts", amountsCents: [...scaled, subtractCents(after, sumCents(scaled))] };
}

type Regular = Pick<Instalment, "kind" | "rentalId" | "periodFrom" | "amountCents">;

const regularAmounts = (rows: readonly Regular[]): ReadonlyMap<string, Cents> =>
  new Map(
    rows
      .filter((row) => row.kind === "regular" && row.rentalId === null)
      .map((row) => [row.periodFrom, row.amountCents]),
  );

const areSame = (a: ReadonlyMap<string, Cents>, b: ReadonlyMap<string, Cents>): boolean =>
  a.size === b.size && [...a].every(([from, amount]) => b.get(from) === amount);
