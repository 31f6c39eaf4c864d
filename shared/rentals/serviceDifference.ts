import type { YearMonth } from "../kernel/dates.ts";
import { addDecimals, compareDecimals, type Decimal, decimal, multiplyDecimals } from "../kernel/decimal.ts";
import type { Rental, RentalSegment } from "../model/contract.ts";
import type { Period } from "../schedule/periods.ts";
import { type RentalPart, rentalMonth } from "../schedule/rentalMonth.ts";
import { type DaysOfDevice, inServiceInMonth } from "./devices.ts";

/** A month in which the segments let another number than the register has in service. */
export type ServiceDifference = Readonly<{
  month: YearMonth;
  /** 台 by whole months, 台·天 by days. */
  counts: "devices" | "deviceDays";
  agreed: Decimal;
  inService: Decimal;
}>;

/** 租赁数量与实物不符: what is let of a rental in a month against its devices; `undefined` when the two agree. */
export function serviceDifference(
  rental: Pick<Rental, "proration">,
  segments: readonly RentalSegment[],
  devices: readonly DaysOfDevice[],
  month: YearMonth,
  term: Period,
): ServiceDifference | undefined {
  const parts = rentalMonth(rental, segments, month, term)?.parts ?? [];
  const present = inServiceInMonth(devices, month, term) ?? { devices: 0, deviceDays: 0 };
  const counts = rental.proration === "daily" ? "deviceDays" : "devices";
  const agreed = counts === "deviceDays" ? addDecimals(parts.map(daysOf)) : (parts[0]?.quantity ?? zero);
  const inService = decimal(String(present[counts]));
  return compareDecimals(agreed, inService) === 0 ? undefined : { month, counts, agreed, inService };
}

const zero = decimal("0");
const daysOf = (part: RentalPart): Decimal => multiplyDecimals(part.quantity, decimal(String(part.days)));
