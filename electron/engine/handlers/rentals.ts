import type { rentalRoutes } from "#shared/api/rentals.ts";
import type { Desk } from "../desk.ts";
import { deviceRegister } from "../rentals/deviceRegister.ts";
import { deviceSegments } from "../rentals/deviceSegments.ts";
import { addDevices, handOver, returnDevices, saveDevice, voidSomeDevices } from "../rentals/devices.ts";
import { previewMonths, saveMonths } from "../rentals/editMonths.ts";
import { rentalMatrix } from "../rentals/rentalMatrix.ts";
import { saveRental } from "../rentals/saveRental.ts";
import { previewSegments, saveSegments } from "../rentals/segments.ts";
import { voidRental } from "../rentals/voidRental.ts";
import { type Group, onLedger, thenShow } from "./group.ts";

export function rentalHandlers(desk: Desk): Group<typeof rentalRoutes> {
  const on = onLedger(desk);
  return {
    "rentals.matrix": on(rentalMatrix),
    "rentals.previewSegments": on(previewSegments),
    "rentals.saveSegments": on(saveSegments),
    "rentals.previewMonths": on(previewMonths),
    "rentals.saveMonths": on(saveMonths),
    "rentals.save": on(saveRental),
    "rentals.void": on(thenShow(voidRental, async () => null)),
    "devices.list": on((context, { rentalId }) => deviceRegister(context, rentalId)),
    "devices.add": on(addDevices),
    "devices.save": on(saveDevice),
    "devices.handOver": on(handOver),
    "devices.return": on(returnDevices),
    "devices.void": on(voidSomeDevices),
    "devices.segments": on(deviceSegments),
  };
}
