import { zeroCents } from "../kernel/cents.ts";
import { monthOf } from "../kernel/dates.ts";
import type { Contract, Rental, RentalSegment, Supplement } from "../model/contract.ts";
import { contractEnd } from "./contractTerm.ts";
import type { InstalmentDraft } from "./draft.ts";
import { noPapers, payDates } from "./payDates.ts";
import { monthsOf } from "./periods.ts";
import { rentalMonth } from "./rentalMonth.ts";
import type { WorkCalendar } from "./workingDays.ts";

export type RentalPlanOptions = Readonly<{
  supplements?: readonly Supplement[];
  calendar: WorkCalendar;
  /** The number of the first instalment, where the contract has other rentals before this one. */
  firstSeq?: number;
}>;

/**
 * One instalment for every month of the contract in which something is let. A free month is one of zero, so that the
 * months have no gap.
 */
export function planRental(
  rental: Rental,
  segments: readonly RentalSegment[],
  contract: Contract,
  options: RentalPlanOptions,
): readonly InstalmentDraft[] {
  const { supplements = [], calendar, firstSeq = 1 } = options;
  const term = { from: contract.startDate, to: contractEnd(contract, supplements) };
  const months = monthsOf(term).flatMap((period) => {
    const month = rentalMonth(rental, segments, monthOf(period.from), term);
    return month === undefined ? [] : [{ period, amountCents: month.amountCents }];
  });
  return months.map(({ period, amountCents }, index) => ({
    rentalId: rental.id,
    seq: firstSeq + index,
    kind: "regular",
    label: period.label,
    periodFrom: period.from,
    periodTo: period.to,
    amountCents,
    deductionCents: zeroCents,
    ...payDates(contract, period, noPapers, calendar),
  }));
}
