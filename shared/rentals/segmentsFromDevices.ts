import { addDays, type IsoDate } from "../kernel/dates.ts";
import { type Decimal, decimal } from "../kernel/decimal.ts";
import type { RentalSegment } from "../model/contract.ts";
import { type DaysOfDevice, serviceChanges } from "./devices.ts";
import { dayBefore, joinRuns, type SegmentDraft, segmentRuns } from "./segmentRuns.ts";

/**
 * Segments that let exactly the devices in service on each day, at the prices and in the free days of the present
 * segments. On days that have no price yet the one before goes on; `unitPrice` is for a rental without any. Nothing when
 * there is no price at all.
 */
export function segmentsFromDevices(
  devices: readonly DaysOfDevice[],
  segments: readonly RentalSegment[],
  unitPrice: Decimal | null = null,
): readonly SegmentDraft[] {
  const priced = segmentRuns(segments);
  const changes = serviceChanges(devices);
  const days = new Set(changes.map(({ from }) => from));
  for (const { validFrom, validTo } of priced) {
    days.add(validFrom);
    if (validTo !== null) days.add(addDays(validTo, 1));
  }
  const sorted = [...days].toSorted();
  let next = 0;
  let count = 0;
  const runs = sorted.flatMap((validFrom, index): readonly SegmentDraft[] => {
    for (
      let change = changes[next];
      change !== undefined && change.from <= validFrom;
      change = changes[next]
    ) {
      count = change.count;
      next += 1;
    }
    const terms = priceOn(priced, validFrom, unitPrice);
    if (count === 0 || terms === undefined) return [];
    const validTo = dayBefore(sorted[index + 1]);
    return [{ validFrom, validTo, quantity: decimal(String(count)), ...terms }];
  });
  return joinRuns(runs);
}

type Price = Pick<SegmentDraft, "unitPrice" | "free" | "note">;

/** The price of a day: of the run it lies in, else of the one before it, else of the first one. */
function priceOn(
  priced: readonly SegmentDraft[],
  day: IsoDate,
  unitPrice: Decimal | null,
): Price | undefined {
  const before = priced.findLast((run) => run.validFrom <= day) ?? priced[0];
  if (before === undefined) return unitPrice === null ? undefined : { unitPrice, free: 0, note: "" };
  const holds = before.validFrom <= day && (before.validTo === null || before.validTo >= day);
  return holds
    ? { unitPrice: before.unitPrice, free: before.free, note: before.note }
    : { unitPrice: before.unitPrice, free: 0, note: "" };
}
