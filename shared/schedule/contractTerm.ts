import { addCents, type Cents } from "../kernel/cents.ts";
import { compareText } from "../kernel/compareText.ts";
import { type IsoDate, yearOf } from "../kernel/dates.ts";
import type { Contract, Supplement } from "../model/contract.ts";

type SumTerms = Pick<Contract, "amountCents">;
type DateTerms = Pick<Contract, "endDate">;

/** Live supplements in force on `asOf` (all, when left out), in the order in which they took effect. */
export function supplementsInForce(
  supplements: readonly Supplement[],
  asOf?: IsoDate,
): readonly Supplement[] {
  return supplements
    .filter((row) => row.voidedAt === null && (asOf === undefined || row.effectiveOn <= asOf))
    .toSorted(
      (a, b) => compareText(a.effectiveOn, b.effectiveOn) || compareText(a.supplementNo, b.supplementNo),
    );
}

/**
 * The contract's sum with the supplements in force on `asOf` (all, when left out). `null` for a contract without a sum:
 * a supplement then states no whole either.
 */
export function contractSum(
  contract: SumTerms,
  supplements: readonly Supplement[],
  asOf?: IsoDate,
): Cents | null {
  if (contract.amountCents === null) return null;
  return addCents(
    contract.amountCents,
    ...supplementsInForce(supplements, asOf).map((row) => row.deltaCents),
  );
}

/** No office binds itself longer; a term that ends in 2202 is one in 2022 with two digits changed places. */
export const longestTermYears = 50;

export const isTooLong = (startDate: IsoDate, endDate: IsoDate): boolean =>
  yearOf(endDate) - yearOf(startDate) > longestTermYears;

/** The last day of the contract with the supplements in force on `asOf` (all, when left out). */
export function contractEnd(
  contract: DateTerms,
  supplements: readonly Supplement[],
  asOf?: IsoDate,
): IsoDate {
  return supplementsInForce(supplements, asOf).reduce<IsoDate>(
    (end, row) => row.newEndDate ?? (row.kind === "terminate" ? row.effectiveOn : end),
    contract.endDate,
  );
}
