import type { rentalRoutes } from "#shared/api/rentals.ts";
import type { Desk } from "../desk.ts";
import { rentalMatrix } from "../rentals/rentalMatrix.ts";
import { saveRental } from "../rentals/saveRental.ts";
import { previewSegments, saveSegments } from "../rentals/segments.ts";
import { type Group, onLedger } from "./group.ts";

export function rentalHandlers(desk: Desk): Group<typeof rentalRoutes> {
  const on = onLedger(desk);
  return {
    "rentals.matrix": on(rentalMatrix),
    "rentals.previewSegments": on(previewSegments),
    "rentals.saveSegments": on(saveSegments),
    "rentals.save": on(saveRental),
  };
}
