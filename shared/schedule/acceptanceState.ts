import { type Cents, maxCents, zeroCents } from "../kernel/cents.ts";
import { addDays, type IsoDate } from "../kernel/dates.ts";
import type { Acceptance, Instalment } from "../model/contract.ts";
import type { Period } from "./periods.ts";

/** Whether every day of an instalment was accepted; `on` is the day of the last acceptance that it needed. */
export type AcceptanceState =
  | Readonly<{ kind: "accepted"; on: IsoDate }>
  | Readonly<{ kind: "failed"; on: IsoDate; by: Acceptance }>
  | Readonly<{ kind: "missing" }>;

type Accepted = Pick<Instalment, "id" | "periodFrom" | "periodTo">;

/** Of two papers on the same days the one that decides. */
export const laterAcceptance = (a: Acceptance, b: Acceptance): Acceptance =>
  a.acceptedOn > b.acceptedOn || (a.acceptedOn === b.acceptedOn && a.id > b.id) ? a : b;

/**
 * Acceptances written for the instalment count for all of its days, those written for no instalment count for the days
 * they name; for each day the latest decides. So three monthly papers accept a quarter, and a second look mends a failure.
 */
export function acceptanceState(instalment: Accepted, acceptances: readonly Acceptance[]): AcceptanceState {
  const term: Period = { from: instalment.periodFrom, to: instalment.periodTo };
  const covering = acceptances.flatMap((of) => {
    if (of.instalmentId === instalment.id) return [{ of, ...term }];
    const touches = of.instalmentId === null && of.periodFrom <= term.to && of.periodTo >= term.from;
    return touches ? [{ of, from: of.periodFrom, to: of.periodTo }] : [];
  });
  const starts = covering.flatMap(({ from, to }) => [from, addDays(to, 1)]);
  const days = [term.from, ...starts.filter((day) => day > term.from && day <= term.to)];
  let last: Acceptance | undefined;
  for (const day of days) {
    const there = covering.filter(({ from, to }) => from <= day && to >= day).map(({ of }) => of);
    if (there.length === 0) return { kind: "missing" };
    const deciding = there.reduce(laterAcceptance);
    if (deciding.result === "fail") return { kind: "failed", on: deciding.acceptedOn, by: deciding };
    last = last === undefined ? deciding : laterAcceptance(last, deciding);
  }
  return last === undefined ? { kind: "missing" } : { kind: "accepted", on: last.acceptedOn };
}

/**
 * 考核扣款 of an instalment: what is written into it, or what the latest acceptance of exactly this instalment says, if
 * that is more. The two are one deduction written down twice, so they are not added.
 */
export function effectiveDeduction(
  instalment: Accepted & Pick<Instalment, "deductionCents" | "rentalId">,
  acceptances: readonly Acceptance[],
): Cents {
  if (acceptances.length === 0) return maxCents(zeroCents, instalment.deductionCents);
  const own = acceptances.filter(
    (row) => row.instalmentId === instalment.id || isSamePeriod(row, instalment),
  );
  const accepted = own.length === 0 ? zeroCents : own.reduce(laterAcceptance).deductionCents;
  return maxCents(accepted, instalment.deductionCents);
}

/** A paper without a number of its own instalment is that of its period, unless several rentals share the period. */
const isSamePeriod = (
  row: Acceptance,
  instalment: Pick<Instalment, "periodFrom" | "periodTo" | "rentalId">,
): boolean =>
  row.instalmentId === null &&
  instalment.rentalId === null &&
  row.periodFrom === instalment.periodFrom &&
  row.periodTo === instalment.periodTo;
