import type { ApiParsed } from "#shared/api/contract.ts";
import type { PlanDifference } from "#shared/api/contracts.ts";
import { compareDecimals, decimal } from "#shared/kernel/decimal.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { RentalSegment } from "#shared/model/contract.ts";
import type { Context } from "../context.ts";
import { contractParts } from "../contracts/contractParts.ts";
import { planDifference, reconcileContract, storePlan } from "../contracts/plan.ts";
import type { RentalWithSegments } from "../contracts/planDrafts.ts";
import { newId } from "../store/newId.ts";
import { liveRental } from "../store/rentals.ts";
import { insertRow, removeRow } from "../store/rows.ts";
import type { ReadableLedger } from "../store/types.ts";

const zero = decimal("0");

type SegmentsInput = ApiParsed<"rentals.saveSegments">;

/** What the months would become with these segments; nothing is written. */
export async function previewSegments(context: Context, input: SegmentsInput): Promise<PlanDifference> {
  return planDifference(await reconcileSegments(context.ledger, input));
}

/** Replaces the segments of a rental and brings its months in line; months invoiced, paid or accepted stay. */
export async function saveSegments(context: Context, input: SegmentsInput): Promise<PlanDifference> {
  return context.write("修改月租数量单价", async (tx) => {
    const plan = await reconcileSegments(tx, input);
    const { contractId } = await liveRental(tx, input.rentalId);
    const present = await tx.read
      .selectFrom("rentalSegment")
      .select("id")
      .where("rentalId", "=", input.rentalId)
      .execute();
    for (const { id } of present) await removeRow(tx, "rentalSegment", id);
    for (const segment of segmentsOf(input)) await insertRow(tx, "rentalSegment", segment);
    await storePlan(tx, contractId, plan);
    return planDifference(plan);
  });
}

const segmentsOf = ({ rentalId, segments }: SegmentsInput): readonly RentalSegment[] =>
  segments.map((segment) => ({ ...segment, id: newId(), rentalId }));

/** Each day must have one quantity and one price, and neither is less than nothing. */
function assertSegments({ segments }: SegmentsInput): void {
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
    if ([quantity, unitPrice].some((value) => compareDecimals(value, zero) < 0))
      throw badSegments(
        `从 ${validFrom} 开始的一段，数量或单价为负数。`,
        "请改正数量和单价；退租请减少数量。",
      );
  }
}

const badSegments = (message: string, hint: string): UserError =>
  new UserError({ code: "bad-request", message, hint });

async function reconcileSegments(ledger: ReadableLedger, input: SegmentsInput) {
  assertSegments(input);
  const { contractId } = await liveRental(ledger, input.rentalId);
  const { rentals } = await contractParts(ledger, contractId);
  const changed: readonly RentalWithSegments[] = rentals.map((entry) =>
    entry.rental.id === input.rentalId ? { rental: entry.rental, segments: segmentsOf(input) } : entry,
  );
  return reconcileContract(ledger, { contractId, shape: { kind: "equal" }, rentals: changed });
}
