import { z } from "zod";
import type { Cents } from "../kernel/cents.ts";
import type { YearMonth } from "../kernel/dates.ts";
import type { Decimal } from "../kernel/decimal.ts";
import type { Device, Rental, RentalSegment } from "../model/contract.ts";
import { device, rental, rentalSegment } from "../model/contract.ts";
import * as field from "../model/fields.ts";
import type { SegmentDraft } from "../rentals/segmentRuns.ts";
import type { ServiceDifference } from "../rentals/serviceDifference.ts";
import type { Period } from "../schedule/periods.ts";
import type { InstalmentStatus } from "../schedule/status.ts";
import type { PlanDifference } from "./contracts.ts";
import { newOrOld, scope, storeOnly, voiding } from "./fields.ts";
import { route } from "./route.ts";

export type RentalMatrix = Readonly<{
  months: readonly YearMonth[];
  rows: readonly RentalMatrixRow[];
}>;

export type RentalMatrixRow = Readonly<{
  rental: Rental;
  contractId: string;
  contractNo: string;
  vendorName: string;
  segments: readonly RentalSegment[];
  /** The days of the contract, with its supplements. */
  term: Period;
  cells: readonly RentalCell[];
  /** In service today, of those registered one by one; null where none is. */
  devicesInService: number | null;
  /** Months of the matrix in which the segments let another number than the register holds. */
  differences: readonly ServiceDifference[];
}>;

export type RentalCell = Readonly<{
  month: YearMonth;
  instalmentId: string | null;
  /** At the end of the month. */
  quantity: Decimal | null;
  unitPrice: Decimal | null;
  free: boolean;
  dueCents: Cents;
  invoicedCents: Cents;
  paidCents: Cents;
  /** invoiced − due where something is invoiced */
  differenceCents: Cents;
  status: InstalmentStatus | null;
  lock: CellLock | null;
}>;

/** Why quantity and price of a month cannot be changed any more: its year is closed, a paper hangs on it, or the contract does not run. */
export type CellLock = "invoiced" | "paid" | "accepted" | "outside" | "closed";

/** What months typed into the matrix come to, before they are saved. */
export type MonthsPreview = Readonly<{
  rentals: readonly Readonly<{
    rentalId: string;
    name: string;
    before: readonly SegmentDraft[];
    after: readonly SegmentDraft[];
  }>[];
  contracts: readonly Readonly<{ contractId: string; contractNo: string; difference: PlanDifference }>[];
}>;

/** 设备台账 of one rental. */
export type DeviceRegister = Readonly<{
  rental: Rental;
  contractNo: string;
  vendorName: string;
  devices: readonly Device[];
  inServiceToday: number;
  /** False while it has no segment, and so no price to make others with. */
  isPriced: boolean;
  /** Months of the contract in which the segments let another number. */
  differences: readonly ServiceDifference[];
}>;

/** Segments as the register of devices gives them, and what they would do to the months. */
export type DeviceSegments = Readonly<{
  before: readonly SegmentDraft[];
  after: readonly SegmentDraft[];
  difference: PlanDifference;
}>;

const segmentDraft = rentalSegment.omit({ id: true, rentalId: true });
const segmentsInput = z.strictObject({ rentalId: field.id, segments: z.array(segmentDraft).min(1) });

const monthTerms = z.strictObject({ quantity: field.decimal, unitPrice: field.decimal, free: z.boolean() });
const monthsInput = z.strictObject({
  rentals: z
    .array(
      z.strictObject({
        rentalId: field.id,
        /** `terms` null: nothing is let in that month. */
        months: z.array(z.strictObject({ month: field.month, terms: monthTerms.nullable() })).min(1),
      }),
    )
    .min(1),
});

const ofRental = { rentalId: field.id } as const;
const someDevices = { ...ofRental, ids: z.array(field.id).min(1) } as const;
const deviceDraft = device.omit({ ...storeOnly, rentalId: true });
const register = route<DeviceRegister>();

export const rentalRoutes = {
  "rentals.matrix": route<RentalMatrix>()(scope),
  "rentals.previewSegments": route<PlanDifference>()(segmentsInput),
  "rentals.saveSegments": route<PlanDifference>()(segmentsInput),
  "rentals.previewMonths": route<MonthsPreview>()(monthsInput),
  /** All months typed, of all rentals, in one step. */
  "rentals.saveMonths": route<MonthsPreview>()(monthsInput),
  "rentals.save": route<Rental>()(rental.omit(storeOnly).extend(newOrOld).extend({ unitName: field.name })),
  "rentals.void": route<null>()(voiding),
  "devices.list": register(z.strictObject(ofRental)),
  "devices.add": register(z.strictObject({ ...ofRental, devices: z.array(deviceDraft).min(1) })),
  "devices.save": register(device.omit(storeOnly).extend({ id: field.id })),
  "devices.handOver": register(z.strictObject({ ...someDevices, holder: field.name, on: field.date })),
  /** `outOn` null takes a return back. */
  "devices.return": register(z.strictObject({ ...someDevices, outOn: field.date.nullable() })),
  "devices.void": register(z.strictObject({ ...someDevices, reason: voiding.shape.reason })),
  "devices.segments": route<DeviceSegments>()(
    z.strictObject({ ...ofRental, unitPrice: field.decimal.nullable() }),
  ),
} as const;
