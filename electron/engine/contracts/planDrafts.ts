import type { PlanShape } from "#shared/api/contracts.ts";
import type { Contract, Rental, RentalSegment, Supplement } from "#shared/model/contract.ts";
import type { InstalmentDraft } from "#shared/schedule/draft.ts";
import { planContract } from "#shared/schedule/planContract.ts";
import { planRental } from "#shared/schedule/planRental.ts";
import type { WorkCalendar } from "#shared/schedule/workingDays.ts";

export type RentalWithSegments = Readonly<{ rental: Rental; segments: readonly RentalSegment[] }>;

export type PlanSource = Readonly<{
  contract: Contract;
  supplements: readonly Supplement[];
  rentals: readonly RentalWithSegments[];
  shape: PlanShape;
  calendar: WorkCalendar;
}>;

/** The plan a contract should have: by its rentals where it lets something, else by its sum. */
export function planDrafts({
  contract,
  supplements,
  rentals,
  shape,
  calendar,
}: PlanSource): readonly InstalmentDraft[] {
  if (rentals.length === 0) return planContract(contract, supplements, { shape, calendar });
  const drafts: InstalmentDraft[] = [];
  for (const { rental, segments } of rentals) {
    const options = { supplements, calendar, firstSeq: drafts.length + 1 };
    drafts.push(...planRental(rental, segments, contract, options));
  }
  return drafts;
}
