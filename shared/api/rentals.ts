import { z } from "zod";
import type { Cents } from "../kernel/cents.ts";
import type { YearMonth } from "../kernel/dates.ts";
import type { Decimal } from "../kernel/decimal.ts";
import type { Rental, RentalSegment } from "../model/contract.ts";
import { rental, rentalSegment } from "../model/contract.ts";
import * as field from "../model/fields.ts";
import type { InstalmentStatus } from "../schedule/status.ts";
import type { PlanDifference } from "./contracts.ts";
import { newOrOld, scope, storeOnly } from "./fields.ts";
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
  cells: readonly RentalCell[];
}>;

export type RentalCell = Readonly<{
  month: YearMonth;
  instalmentId: string | null;
  quantity: Decimal | null;
  unitPrice: Decimal | null;
  dueCents: Cents;
  invoicedCents: Cents;
  paidCents: Cents;
  /** invoiced − due where something is invoiced */
  differenceCents: Cents;
  status: InstalmentStatus | null;
}>;

const segmentsInput = z.strictObject({
  rentalId: field.id,
  segments: z.array(rentalSegment.omit({ id: true, rentalId: true })).min(1),
});

export const rentalRoutes = {
  "rentals.matrix": route<RentalMatrix>()(scope),
  "rentals.previewSegments": route<PlanDifference>()(segmentsInput),
  "rentals.saveSegments": route<PlanDifference>()(segmentsInput),
  "rentals.save": route<Rental>()(rental.omit(storeOnly).extend(newOrOld).extend({ unitName: field.name })),
} as const;
