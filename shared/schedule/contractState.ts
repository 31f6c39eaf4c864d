import { addDays, type IsoDate, maxDate } from "../kernel/dates.ts";
import type { Contract, Supplement } from "../model/contract.ts";
import { contractEnd, supplementsInForce } from "./contractTerm.ts";
import type { Period } from "./periods.ts";

/** Days on which nothing is done and nothing is owed; `to` is null while it was not resumed. */
export type Suspension = Readonly<{ from: IsoDate; to: IsoDate | null }>;

/** From each 中止 to the day before its 恢复, of the supplements in force on `asOf` (all, when left out). */
export function suspensionsOf(supplements: readonly Supplement[], asOf?: IsoDate): readonly Suspension[] {
  const found: Suspension[] = [];
  let from: IsoDate | null = null;
  // Of two on one day the suspension comes first, whatever their numbers.
  const inOrder = supplementsInForce(supplements, asOf).toSorted((a, b) =>
    a.effectiveOn === b.effectiveOn ? Number(a.kind === "resume") - Number(b.kind === "resume") : 0,
  );
  for (const { kind, effectiveOn } of inOrder) {
    if (kind === "suspend") from ??= effectiveOn;
    if (kind !== "resume" || from === null) continue;
    if (from < effectiveOn) found.push({ from, to: addDays(effectiveOn, -1) });
    from = null;
  }
  return from === null ? found : [...found, { from, to: null }];
}

/** Whether a period lies wholly in days on which the contract was suspended. */
export const isSuspended = (suspensions: readonly Suspension[], period: Period): boolean =>
  suspensions.some(({ from, to }) => from <= period.from && (to === null || period.to <= to));

type StateTerms = Pick<Contract, "state" | "endDate">;

/**
 * The state on a day: what the contract says, unless it is carried out; then 终止, 中止 and 恢复 decide. A contract that
 * merely ran out stays as it is, for its last instalments are still to be paid.
 */
export function contractStateOn(
  contract: StateTerms,
  supplements: readonly Supplement[],
  asOf: IsoDate,
): Contract["state"] {
  if (contract.state !== "active") return contract.state;
  const isTerminated = supplementsInForce(supplements, asOf).some(({ kind }) => kind === "terminate");
  if (isTerminated && contractEnd(contract, supplements, asOf) < asOf) return "ended";
  return suspensionsOf(supplements, asOf).some(({ to }) => to === null) ? "suspended" : "active";
}

/**
 * Until when the contract binds, seen from `asOf`: an extension counts from its signing, for it is agreed and in writing,
 * an early end only from the day it takes effect. `supplements` are those signed by then.
 */
export function agreedEnd(contract: StateTerms, supplements: readonly Supplement[], asOf: IsoDate): IsoDate {
  const inForce = contractEnd(contract, supplements, asOf);
  return maxDate(inForce, contractEnd(contract, supplements));
}
