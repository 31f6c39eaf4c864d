import { type Cents, cents, sumCents, zeroCents } from "#shared/kernel/cents.ts";
import type { IsoDate } from "#shared/kernel/dates.ts";
import type { Instalment, Supplement } from "#shared/model/contract.ts";
import { contractSum } from "#shared/schedule/contractTerm.ts";
import type { PlannedInstalment } from "#shared/schedule/reconcilePlan.ts";
import { roundedShare } from "#shared/schedule/spread.ts";
import type { ContractParts } from "./contractParts.ts";

type Asked = Pick<Supplement, "kind" | "effectiveOn" | "newEndDate"> & Readonly<{ partCents: Cents | null }>;

/** The last day of a contract that is ended early. */
export const terminationDay = ({ effectiveOn, newEndDate }: Pick<Supplement, "effectiveOn" | "newEndDate">) =>
  newEndDate ?? effectiveOn;

/**
 * By how much a supplement changes the sum when nobody has said yet: an early end takes off what is cut off and neither
 * paid, invoiced nor accepted; a new price per period what it makes of the periods from then on; else nothing.
 */
export function proposedDelta(
  { contract, supplements, rentals }: Pick<ContractParts, "contract" | "supplements" | "rentals">,
  planned: readonly PlannedInstalment[],
  asked: Asked,
): Cents {
  const sum = contractSum(contract, supplements);
  if (sum === null) return zeroCents;
  // Nothing is kept back of the months of a rental.
  const retentionBp = rentals.length > 0 ? 0 : contract.retentionBp;
  switch (asked.kind) {
    case "terminate": {
      const last: IsoDate = terminationDay(asked);
      const lost = free(planned).filter((row) => row.periodFrom > last);
      return withRetention(sum, retentionBp, cents(-sumCents(lost.map((row) => row.amountCents))));
    }
    case "price": {
      const { partCents } = asked;
      if (partCents === null) return zeroCents;
      const later = free(planned).filter((row) => row.periodFrom >= asked.effectiveOn);
      const change = sumCents(later.map((row) => cents(partCents - row.amountCents)));
      return withRetention(sum, retentionBp, change);
    }
    case "amount":
    case "term":
    case "suspend":
    case "resume":
      return zeroCents;
  }
}

const free = (planned: readonly PlannedInstalment[]): readonly Instalment[] =>
  planned
    .filter(({ instalment, holds }) => instalment.kind === "regular" && holds.length === 0)
    .map(({ instalment }) => instalment);

/** The change of the sum that leaves the periods `change` more (or less), when retention is a share of the sum. */
function withRetention(sum: Cents, retentionBp: number, change: Cents): Cents {
  if (retentionBp === 0 || retentionBp >= 10_000) return change;
  const guess = Number((BigInt(change) * 10_000n) / BigInt(10_000 - retentionBp));
  const shared = (delta: number): number =>
    delta - roundedShare(cents(sum + delta), retentionBp) + roundedShare(sum, retentionBp);
  const near = [0, 1, -1, 2, -2].map((step) => guess + step);
  return cents(near.find((delta) => shared(delta) === change) ?? guess);
}
