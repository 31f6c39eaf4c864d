import { addDays, type IsoDate } from "../kernel/dates.ts";
import { compareDecimals } from "../kernel/decimal.ts";
import type { RentalSegment } from "../model/contract.ts";
import { segmentOn } from "../schedule/rentalMonth.ts";

/** A 数量/单价段 before it has an identity. As a run it shares its days with no other. */
export type SegmentDraft = Omit<RentalSegment, "id" | "rentalId">;

/**
 * The segments as runs of days, in order: dated segments that lie over an open one are cut out of it, and days on which
 * nothing is let belong to no run. The last has no end where the segment in force has none.
 */
export function segmentRuns(segments: readonly RentalSegment[]): readonly SegmentDraft[] {
  const cuts = new Set<IsoDate>();
  for (const { validFrom, validTo } of segments) {
    cuts.add(validFrom);
    if (validTo !== null) cuts.add(addDays(validTo, 1));
  }
  const days = [...cuts].toSorted();
  const runs = days.flatMap((validFrom, index): readonly SegmentDraft[] => {
    const of = segmentOn(segments, validFrom);
    if (of === undefined) return [];
    const { quantity, unitPrice, free, note } = of;
    return [{ validFrom, validTo: dayBefore(days[index + 1]), quantity, unitPrice, free, note }];
  });
  return joinRuns(runs);
}

export const dayBefore = (day: IsoDate | undefined): IsoDate | null =>
  day === undefined ? null : addDays(day, -1);

/** Runs in order, those that follow each other with the same terms made one. */
export function joinRuns(runs: readonly SegmentDraft[]): readonly SegmentDraft[] {
  const joined: SegmentDraft[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    const follows = last !== undefined && last.validTo !== null && addDays(last.validTo, 1) === run.validFrom;
    if (last !== undefined && follows && haveSameTerms(last, run) && last.note === run.note)
      joined[joined.length - 1] = { ...last, validTo: run.validTo };
    else joined.push(run);
  }
  return joined;
}

type Terms = Pick<SegmentDraft, "quantity" | "unitPrice" | "free">;

export const haveSameTerms = (a: Terms, b: Terms): boolean =>
  a.free === b.free &&
  compareDecimals(a.quantity, b.quantity) === 0 &&
  compareDecimals(a.unitPrice, b.unitPrice) === 0;
