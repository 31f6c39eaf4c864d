import type { PlanShape } from "#shared/api/contracts.ts";
import type { InstalmentDraft } from "#shared/schedule/draft.ts";
import { planContract } from "#shared/schedule/planContract.ts";
import { planRental } from "#shared/schedule/planRental.ts";
import { carryShape, presentShape } from "#shared/schedule/presentShape.ts";
import type { PlanShape as GivenShape } from "#shared/schedule/spread.ts";
import type { ContractParts } from "./contractParts.ts";

/** The plan `next` should have: by what was measured, by its rentals where it lets something, else by its sum. */
export function planDrafts(
  present: ContractParts,
  next: ContractParts,
  shape: PlanShape,
): readonly InstalmentDraft[] {
  const { contract, supplements, milestones, rentals, calendar } = next;
  if (contract.kind === "asNeeded") return measuredInstalments(next);
  if (rentals.length === 0)
    return planContract(contract, supplements, {
      shape: givenShape(present, next, shape),
      milestones,
      calendar,
    });
  const drafts: InstalmentDraft[] = [];
  for (const { rental, segments } of rentals) {
    const firstSeq = drafts.length + 1;
    drafts.push(...planRental(rental, segments, contract, { supplements, calendar, firstSeq }));
  }
  return drafts;
}

const givenShape = (present: ContractParts, next: ContractParts, shape: PlanShape): GivenShape =>
  shape.kind === "present" ? carryShape(presentShape(present, present.instalments), next.contract) : shape;

/** Work that was measured is the plan: nothing is worked out from the terms. */
function measuredInstalments({ instalments, measured }: ContractParts): readonly InstalmentDraft[] {
  const ids = new Set(measured.map((row) => row.instalmentId));
  return instalments.filter((row) => ids.has(row.id));
}
