import type { ApiParsed } from "#shared/api/contract.ts";
import type { PlanDifference } from "#shared/api/contracts.ts";
import { assertHeld, multiplyToCents } from "#shared/kernel/cents.ts";
import { compareDecimals, decimal } from "#shared/kernel/decimal.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { SegmentDraft } from "#shared/rentals/segmentRuns.ts";
import type { Context } from "../context.ts";
import { planDifference } from "../contracts/plan.ts";
import { liveRental } from "../store/rentals.ts";
import type { ReadableLedger } from "../store/types.ts";
import { type ContractChange, type RentalChange, reconcileRentals, storeRentals } from "./changeSegments.ts";

const zero = decimal("0");

type SegmentsInput = ApiParsed<"rentals.saveSegments">;

/** What the months would become with these segments; nothing is written. */
export async function previewSegments(context: Context, input: SegmentsInput): Promise<PlanDifference> {
  const { plan } = await reconcileSegments(context.ledger, input);
  return planDifference(plan.plan);
}

/** Replaces the segments of a rental and brings its months in line; months invoiced, paid or accepted stay. */
export async function saveSegments(context: Context, input: SegmentsInput): Promise<PlanDifference> {
  return context.write("修改月租数量单价", async (tx) => {
    const { change, plan } = await reconcileSegments(tx, input);
    await storeRentals(tx, [change], [plan]);
    return planDifference(plan.plan);
  });
}

async function reconcileSegments(
  ledger: ReadableLedger,
  { rentalId, segments }: SegmentsInput,
): Promise<Readonly<{ change: RentalChange; plan: ContractChange }>> {
  assertSegments(segments);
  const change = { rental: await liveRental(ledger, rentalId), segments };
  const [plan] = await reconcileRentals(ledger, [change]);
  if (plan === undefined) throw new Error("a rental has a contract");
  return { change, plan };
}

/** Each day must have one quantity and one price, and neither is less than nothing. */
export function assertSegments(segments: readonly SegmentDraft[]): void {
  const starts = segments.map((segment) => segment.validFrom);
  const twice = starts.find((date, index) => starts.indexOf(date) !== index);
  if (twice !== undefined)
    throw badSegments(
      `有两段都从 ${twice} 开始，无法判断按哪一段计租。`,
      "请合并这两段，或改其中一段的启用日期。",
    );
  for (const { validFrom, validTo, quantity, unitPrice } of segments) {
    if (validTo !== null && validTo < validFrom)
      throw badSegments(
        `从 ${validFrom} 开始的一段，停用日期 ${validTo} 早于启用日期。`,
        "请改正其中一个日期。",
      );
    assertHeld(
      `从 ${validFrom} 开始的一段，每月 ${quantity} × ${unitPrice} 元，`,
      multiplyToCents(quantity, unitPrice),
    );
    if ([quantity, unitPrice].some((value) => compareDecimals(value, zero) < 0))
      throw badSegments(
        `从 ${validFrom} 开始的一段，数量或单价为负数。`,
        "请改正数量和单价；退租请减少数量。",
      );
  }
}

const badSegments = (message: string, hint: string): UserError =>
  new UserError({ code: "bad-request", message, hint });
