import type { PlanShape } from "#shared/api/contracts.ts";
import type { InstalmentDraft } from "#shared/schedule/draft.ts";
import { planContract } from "#shared/schedule/planContract.ts";
import { planRental } from "#shared/schedule/planRental.ts";
import { carryShape, presentShape } from "#shared/schedule/presentShape.ts";
import type { PlannedInstalment } from "#shared/schedule/reconcilePlan.ts";
import type { ContractParts } from "./contractParts.ts";

/** The plan `next` should have: by what was measured, by its rentals where it lets something, else by its sum. */
export function planDrafts(
  present: ContractParts,
  next: ContractParts,
  shape: PlanShape,
  planned: readonly PlannedInstalment[],
): readonly InstalmentDraft[] {
  const { contract, supplements, milestones, rentals, calendar } = next;
  if (contract.kind === "asNeeded") return measuredInstalments(next);
  if (rentals.length === 0) {
    const kept = new Set(
      planned
        .filter(({ instalment, holds }) => instalment.kind === "regular" && holds.length > 0)
        .map(({ instalment }) => instalment.periodFrom),
    );
    const given =
      shape.kind === "present"
        ? carryShape(presentShape({ ...present, kept }, present.instalments), contract)
        : shape;
    return planContract(contract, supplements, { shape: given, milestones, calendar, kept });
  }
  const drafts: InstalmentDraft[] = [];
  for (const { rental, segments } of rentals) {
    const firstSeq = drafts.length + 1;
    drafts.push(...planRental(rental, segments, contract, { supplements, calendar, firstSeq }));
  }
  return drafts;
}

/** Work that was measured is the plan: nothing is worked out from the terms. */
function measuredInstalments({ instalments, measured }: ContractParts): readonly InstalmentDraft[] {
  const ids = new Set(measured.map((row) => row.instalmentId));
  return instalments.filter((row) => ids.has(row.id));
}
