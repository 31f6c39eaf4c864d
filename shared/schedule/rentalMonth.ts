import { type Cents, cents, multiplyToCents, zeroCents } from "../kernel/cents.ts";
import {
  addDays,
  daysBetween,
  firstDay,
  type IsoDate,
  lastDay,
  maxDate,
  minDate,
  type YearMonth,
} from "../kernel/dates.ts";
import { type Decimal, multiplyScaled, roundScaled } from "../kernel/decimal.ts";
import type { Rental, RentalSegment } from "../model/contract.ts";
import type { Period } from "./periods.ts";

/** Days of a month with one quantity and one price; the amounts of a month's parts add up to the month. */
export type RentalPart = Period &
  Readonly<{ days: number; quantity: Decimal; unitPrice: Decimal; free: boolean; amountCents: Cents }>;

export type RentalMonth = Readonly<{ month: YearMonth; amountCents: Cents; parts: readonly RentalPart[] }>;

/**
 * The segment in force on a day: the one that began last. A dated segment (a free month, a loan of some devices) lies
 * over the open one, which is in force again after it.
 */
export function segmentOn(segments: readonly RentalSegment[], day: IsoDate): RentalSegment | undefined {
  let found: RentalSegment | undefined;
  for (const segment of segments) {
    if (segment.validFrom > day || (segment.validTo !== null && segment.validTo < day)) continue;
    const later = found === undefined || segment.validFrom > found.validFrom;
    if (later || (segment.validFrom === found?.validFrom && segment.id > found.id)) found = segment;
  }
  return found;
}

/** The days of `span` cut where the segment in force changes; days without any are left out. */
function runsOf(
  segments: readonly RentalSegment[],
  span: Period,
): readonly (Period & { of: RentalSegment })[] {
  const starts = segments
    .flatMap((segment) => [
      segment.validFrom,
      ...(segment.validTo === null ? [] : [addDays(segment.validTo, 1)]),
    ])
    .filter((day) => day > span.from && day <= span.to);
  const days = [...new Set([span.from, ...starts])].toSorted();
  return days.flatMap((from, index) => {
    const next = days[index + 1];
    const of = segmentOn(segments, from);
    return of === undefined ? [] : [{ from, to: next === undefined ? span.to : addDays(next, -1), of }];
  });
}

/**
 * What a rental costs in one month of `term`, part by part. By days: quantity × price × days ÷ days of the calendar
 * month, rounded once for the month, half up. By whole months: the segment of the first let day counts for the month, so a
 * change in its middle counts from the next. Free segments cost nothing. `undefined` when nothing is let in that month.
 */
export function rentalMonth(
  rental: Pick<Rental, "proration">,
  segments: readonly RentalSegment[],
  month: YearMonth,
  term: Period,
): RentalMonth | undefined {
  const span = { from: maxDate(firstDay(month), term.from), to: minDate(lastDay(month), term.to) };
  if (span.from > span.to) return undefined;
  if (rental.proration === "wholeMonth") {
    const first = firstRun(segments, span);
    if (first === undefined) return undefined;
    const amountCents = monthlyPrice(first.of);
    return { month, amountCents, parts: [part({ from: first.from, to: span.to }, first.of, amountCents)] };
  }
  const runs = runsOf(segments, span);
  if (runs.length === 0) return undefined;
  const monthDays = BigInt(daysBetween(firstDay(month), lastDay(month)) + 1);
  let exact = 0n;
  let rounded = 0;
  const parts = runs.map((run) => {
    const days = BigInt(daysBetween(run.from, run.to) + 1);
    exact += run.of.free ? 0n : scaledCents(run.of) * days;
    // Each part is the difference of two rounded totals, so the parts add up to the month.
    const total = Number((exact * 2n + monthDays * unit) / (monthDays * unit * 2n));
    const amountCents = cents(total - rounded);
    rounded = total;
    return part(run, run.of, amountCents);
  });
  return { month, amountCents: cents(rounded), parts };
}

/** What the month comes to alone, for who asks of many and needs no parts. */
export function rentalMonthCents(
  rental: Pick<Rental, "proration">,
  segments: readonly RentalSegment[],
  month: YearMonth,
  term: Period,
): Cents | undefined {
  if (rental.proration !== "wholeMonth") return rentalMonth(rental, segments, month, term)?.amountCents;
  const span = { from: maxDate(firstDay(month), term.from), to: minDate(lastDay(month), term.to) };
  const first = span.from > span.to ? undefined : firstRun(segments, span);
  return first && monthlyPrice(first.of);
}

function firstRun(
  segments: readonly RentalSegment[],
  span: Period,
): Readonly<{ from: IsoDate; of: RentalSegment }> | undefined {
  const atStart = segmentOn(segments, span.from);
  return atStart === undefined ? runsOf(segments, span)[0] : { from: span.from, of: atStart };
}

const monthlyPrice = ({ free, quantity, unitPrice }: RentalSegment): Cents =>
  free ? zeroCents : multiplyToCents(quantity, unitPrice);

/** Quantity and price have up to twelve digits after the point each: their product in 分 needs 24, exactly. */
const unit = 10n ** 24n;
const scaledCents = (segment: RentalSegment): bigint =>
  roundScaled(multiplyScaled([segment.quantity, segment.unitPrice]), 26);

const part = ({ from, to }: Period, segment: RentalSegment, amountCents: Cents): RentalPart => ({
  from,
  to,
  days: daysBetween(from, to) + 1,
  quantity: segment.quantity,
  unitPrice: segment.unitPrice,
  free: segment.free === 1,
  amountCents,
});
