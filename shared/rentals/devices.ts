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
import type { Device } from "../model/contract.ts";
import type { Period } from "../schedule/periods.ts";

export type DaysOfDevice = Pick<Device, "inOn" | "outOn">;

/** A device is in service from the day it came to the last day before it went back, both included. */
export const isInService = ({ inOn, outOn }: DaysOfDevice, day: IsoDate): boolean =>
  inOn <= day && (outOn === null || outOn >= day);

export const inServiceOn = (devices: readonly DaysOfDevice[], day: IsoDate): number =>
  devices.filter((device) => isInService(device, day)).length;

/** Days on which the number in service changes, in order, and the number from that day on. */
export function serviceChanges(
  devices: readonly DaysOfDevice[],
): readonly Readonly<{ from: IsoDate; count: number }>[] {
  const changes = new Map<IsoDate, number>();
  const add = (day: IsoDate, step: number) => changes.set(day, (changes.get(day) ?? 0) + step);
  for (const { inOn, outOn } of devices) {
    add(inOn, 1);
    if (outOn !== null) add(addDays(outOn, 1), -1);
  }
  let count = 0;
  return [...changes]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([from, step]) => {
      count += step;
      return { from, count };
    });
}

/** Devices in service in one month of a term, in both ways in which a rental may count them. */
export type MonthInService = Readonly<{
  /** By whole months: those of the first day of the month on which any is in service. */
  devices: number;
  /** By days: the sum of the days of each device. */
  deviceDays: number;
}>;

/**
 * How many devices count in a month, as `rentalMonth` counts segments: a change in the middle of a month counts from the
 * next one by whole months, and from its day on by days. `undefined` when none is in service in that month of the term.
 */
export function inServiceInMonth(
  devices: readonly DaysOfDevice[],
  month: YearMonth,
  term: Period,
): MonthInService | undefined {
  const span = { from: maxDate(firstDay(month), term.from), to: minDate(lastDay(month), term.to) };
  const present = devices.filter(
    ({ inOn, outOn }) => inOn <= span.to && (outOn === null || outOn >= span.from) && span.from <= span.to,
  );
  const [first] = present;
  if (first === undefined) return undefined;
  const begin = present.reduce((day, { inOn }) => minDate(day, maxDate(inOn, span.from)), span.to);
  const days = present.map(
    ({ inOn, outOn }) => daysBetween(maxDate(inOn, span.from), minDate(outOn ?? span.to, span.to)) + 1,
  );
  return { devices: inServiceOn(present, begin), deviceDays: days.reduce((sum, count) => sum + count, 0) };
}
