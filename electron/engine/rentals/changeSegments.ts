import type { PlanDifference } from "#shared/api/contracts.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Rental, RentalSegment } from "#shared/model/contract.ts";
import type { SegmentDraft } from "#shared/rentals/segmentRuns.ts";
import type { Reconciliation } from "#shared/schedule/reconcilePlan.ts";
import { contractParts } from "../contracts/contractParts.ts";
import { planDifference, reconcileContract, storePlan } from "../contracts/plan.ts";
import { newId } from "../store/newId.ts";
import { segmentsOf } from "../store/rentals.ts";
import { insertRow, removeRow } from "../store/rows.ts";
import type { ReadableLedger, WritableLedger } from "../store/types.ts";

/** A rental with the segments it is to have. */
export type RentalChange = Readonly<{ rental: Rental; segments: readonly SegmentDraft[] }>;

export type ContractChange = Readonly<{ contractId: Id; contractNo: string; plan: Reconciliation }>;

/** What the plans of the contracts would become; all changed rentals of a contract are taken together. */
export async function reconcileRentals(
  ledger: ReadableLedger,
  changes: readonly RentalChange[],
): Promise<readonly ContractChange[]> {
  const contractIds = new Set(changes.map(({ rental }) => rental.contractId));
  const plans: ContractChange[] = [];
  for (const contractId of contractIds) {
    const { contract, rentals } = await contractParts(ledger, contractId);
    const changed = rentals.map((entry) => {
      const change = changes.find(({ rental }) => rental.id === entry.rental.id);
      return change === undefined ? entry : { rental: change.rental, segments: asSegments(change) };
    });
    const plan = await reconcileContract(ledger, { contractId, shape: { kind: "equal" }, rentals: changed });
    plans.push({ contractId, contractNo: contract.contractNo, plan });
  }
  return plans;
}

/** Replaces the segments of the rentals and stores the plans made with them. Segments that stay as they are are kept. */
export async function storeRentals(
  tx: WritableLedger,
  changes: readonly RentalChange[],
  plans: readonly ContractChange[],
): Promise<void> {
  for (const { rental, segments } of changes) {
    const present = await segmentsOf(tx, rental.id);
    const stays = (row: RentalSegment): boolean => segments.some((draft) => isSame(row, draft));
    for (const row of present) if (!stays(row)) await removeRow(tx, "rentalSegment", row.id);
    for (const draft of segments)
      if (!present.some((row) => isSame(row, draft)))
        await insertRow(tx, "rentalSegment", { ...draft, id: newId(), rentalId: rental.id });
  }
  for (const { contractId, plan } of plans) await storePlan(tx, contractId, plan);
}

export const differencesOf = (
  plans: readonly ContractChange[],
): readonly Readonly<{ contractId: Id; contractNo: string; difference: PlanDifference }>[] =>
  plans.map(({ plan, ...contract }) => ({ ...contract, difference: planDifference(plan) }));

const asSegments = ({ rental, segments }: RentalChange): readonly RentalSegment[] =>
  segments.map((draft) => ({ ...draft, id: newId(), rentalId: rental.id }));

const compared = ["validFrom", "validTo", "quantity", "unitPrice", "free", "note"] as const;
const isSame = (row: RentalSegment, draft: SegmentDraft): boolean =>
  compared.every((key) => row[key] === draft[key]);
