import type { InstalmentView } from "#shared/api/contracts.ts";
import { type Cents, sumCents } from "#shared/kernel/cents.ts";
import {
  addDays,
  daysBetween,
  firstDay,
  type IsoDate,
  lastDay,
  maxDate,
  minDate,
  monthOf,
  monthsBetween,
  type YearMonth,
} from "#shared/kernel/dates.ts";
import type { Contract, Rental } from "#shared/model/contract.ts";

/** Instalments that belong under one heading: those of one rental, or all that have none. */
export type Lane = Readonly<{
  /** Null for instalments of the contract itself. */
  rental: Rental | null;
  rows: readonly LaneRow[];
}>;

/** What the list of a lane shows from top to bottom: its instalments, and today between two of them. */
export type LaneRow =
  | Readonly<{ kind: "instalment"; instalment: InstalmentView }>
  | Readonly<{ kind: "today"; date: IsoDate }>;

/** The days a timeline shows, whole months at both ends. */
export type Axis = Readonly<{ from: IsoDate; to: IsoDate; days: number; months: readonly YearMonth[] }>;

/** Where something lies on the axis, as parts of its length. */
export type Stretch = Readonly<{ start: number; length: number }>;

/** What of an instalment is done, as parts of what is payable; never more than the whole. */
export type Progress = Readonly<{ paid: number; invoiced: number }>;

const inOrder = (a: InstalmentView, b: InstalmentView): number =>
  a.periodFrom === b.periodFrom ? a.seq - b.seq : a.periodFrom < b.periodFrom ? -1 : 1;

/** The instalments by rental, each lane in the order of time. */
export function lanesOf(
  instalments: readonly InstalmentView[],
  rentals: readonly Rental[],
  today: IsoDate,
): readonly Lane[] {
  const lanes = [null, ...rentals].map((rental) => ({
    rental,
    rows: withToday(
      instalments.filter((row) => row.rentalId === (rental?.id ?? null)).toSorted(inOrder),
      today,
    ),
  }));
  return lanes.filter((lane) => lane.rows.length > 0);
}

/** Today stands before the first instalment that has not begun; nowhere when all or none of them have. */
function withToday(instalments: readonly InstalmentView[], today: IsoDate): readonly LaneRow[] {
  const rows = instalments.map((instalment): LaneRow => ({ kind: "instalment", instalment }));
  const next = instalments.findIndex((instalment) => instalment.periodFrom > today);
  const last = instalments.at(-1);
  const at = next === -1 && last !== undefined && last.periodTo < today ? rows.length : next;
  return at <= 0 ? rows : rows.toSpliced(at, 0, { kind: "today", date: today });
}

/** From the first to the last day that the contract or one of its instalments names. */
export function axisOf(
  contract: Pick<Contract, "startDate" | "endDate">,
  instalments: readonly Pick<InstalmentView, "periodFrom" | "periodTo">[],
): Axis {
  const first = instalments.reduce<IsoDate>((day, row) => minDate(day, row.periodFrom), contract.startDate);
  const last = instalments.reduce<IsoDate>((day, row) => maxDate(day, row.periodTo), contract.endDate);
  const from = firstDay(monthOf(first));
  const to = lastDay(monthOf(maxDate(first, last)));
  return { from, to, days: daysBetween(from, to) + 1, months: monthsBetween(from, to) };
}

/** The days from `from` to `to`, both counted, on the axis. */
export function stretchOf(axis: Axis, from: IsoDate, to: IsoDate): Stretch {
  const start = Math.max(0, daysBetween(axis.from, from));
  const end = Math.min(axis.days, daysBetween(axis.from, addDays(to, 1)));
  return { start: start / axis.days, length: Math.max(0, end - start) / axis.days };
}

/** The middle of a day on the axis, or null when the axis does not reach it. */
export function placeOf(axis: Axis, date: IsoDate): number | null {
  if (date < axis.from || date > axis.to) return null;
  return (daysBetween(axis.from, date) + 0.5) / axis.days;
}

/** Months that carry a label, so that at most about twelve of them stand side by side. */
export function labelledMonths(axis: Axis): readonly YearMonth[] {
  const step = [1, 2, 3, 6, 12].find((size) => axis.months.length / size <= 12) ?? 24;
  return axis.months.filter((month) => (Number(month.slice(5)) - 1) % step === 0);
}

/** "3月", and with the year where a year begins. */
export const monthLabel = (month: YearMonth, isFirst: boolean): string => {
  const number = Number(month.slice(5));
  return isFirst || number === 1 ? `${month.slice(2, 4)}年${number}月` : `${number}月`;
};

const part = (value: Cents, whole: Cents): number =>
  whole <= 0 ? (value > 0 ? 1 : 0) : Math.min(1, Math.max(0, value / whole));

/** A free month is done from the start. */
export const progressOf = (
  row: Pick<InstalmentView, "payableCents" | "paidCents" | "invoicedCents">,
): Progress =>
  row.payableCents <= 0 && row.paidCents <= 0
    ? { paid: 1, invoiced: 1 }
    : { paid: part(row.paidCents, row.payableCents), invoiced: part(row.invoicedCents, row.payableCents) };

export type Totals = Readonly<{
  payableCents: Cents;
  invoicedCents: Cents;
  paidCents: Cents;
  remainingCents: Cents;
}>;

export function totalsOf(instalments: readonly InstalmentView[]): Totals {
  const sum = (key: keyof Totals) => sumCents(instalments.map((row) => row[key]));
  return {
    payableCents: sum("payableCents"),
    invoicedCents: sum("invoicedCents"),
    paidCents: sum("paidCents"),
    remainingCents: sum("remainingCents"),
  };
}
