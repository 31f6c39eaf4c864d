import {
  addDays,
  firstDay,
  type IsoDate,
  lastDay,
  maxDate,
  monthOf,
  type YearMonth,
} from "../kernel/dates.ts";
import type { Decimal } from "../kernel/decimal.ts";
import type { RentalSegment } from "../model/contract.ts";
import type { Period } from "../schedule/periods.ts";
import { haveSameTerms, joinRuns, type SegmentDraft, segmentRuns } from "./segmentRuns.ts";

/** What a month is let for; `quantity` devices at `unitPrice` 元 each, or free of charge. */
export type MonthTerms = Readonly<{ quantity: Decimal; unitPrice: Decimal; free: boolean }>;

/** A month as it was typed into the sheet; null where nothing is to be let. */
export type MonthEdit = Readonly<{ month: YearMonth; terms: MonthTerms | null }>;

/**
 * The segments with which these months are let as typed, from their first to their last day, and all other days as
 * before. The last month of the term goes on after it, as the segment before it did: a contract that is extended keeps
 * its last quantity and price.
 */
export function editSegments(
  segments: readonly RentalSegment[],
  edits: readonly MonthEdit[],
  term: Period,
): readonly SegmentDraft[] {
  let runs = segmentRuns(segments);
  for (const { month, terms } of edits) {
    const from = maxDate(firstDay(month), term.from);
    const to = month === monthOf(term.to) ? null : lastDay(month);
    const before = runs.find(
      (run) => run.validFrom <= from && (run.validTo === null || run.validTo >= lastDay(month)),
    );
    const typed: SegmentDraft[] = terms === null ? [] : [runOf(terms, from, to, before)];
    runs = [...runs.flatMap((run) => without(run, from, to)), ...typed].toSorted(byStart);
  }
  return joinRuns(runs);
}

function runOf(
  { quantity, unitPrice, free }: MonthTerms,
  validFrom: IsoDate,
  validTo: IsoDate | null,
  before: SegmentDraft | undefined,
): SegmentDraft {
  const run = { validFrom, validTo, quantity, unitPrice, free: free ? 1 : 0, note: "" } as const;
  return before !== undefined && haveSameTerms(before, run) ? { ...run, note: before.note } : run;
}

/** What is left of a run when the days from `from` to `to` are taken out. */
function without(run: SegmentDraft, from: IsoDate, to: IsoDate | null): readonly SegmentDraft[] {
  const endsBefore = run.validTo !== null && run.validTo < from;
  const beginsAfter = to !== null && run.validFrom > to;
  if (endsBefore || beginsAfter) return [run];
  const head = run.validFrom < from ? [{ ...run, validTo: addDays(from, -1) }] : [];
  const goesOn = to !== null && (run.validTo === null || run.validTo > to);
  return goesOn ? [...head, { ...run, validFrom: addDays(to, 1) }] : head;
}

const byStart = (a: SegmentDraft, b: SegmentDraft): number => (a.validFrom < b.validFrom ? -1 : 1);
