import type { ApiParsed } from "#shared/api/contract.ts";
import type { DeviceSegments } from "#shared/api/rentals.ts";
import { UserError } from "#shared/kernel/errors.ts";
import { segmentRuns } from "#shared/rentals/segmentRuns.ts";
import { segmentsFromDevices } from "#shared/rentals/segmentsFromDevices.ts";
import type { Context } from "../context.ts";
import { planDifference } from "../contracts/plan.ts";
import { devicesOf, liveRental, segmentsOf } from "../store/rentals.ts";
import { reconcileRentals } from "./changeSegments.ts";

/** 由设备登记生成数量段: the segments that let exactly the devices in service, and what they would change. */
export async function deviceSegments(
  { ledger }: Context,
  { rentalId, unitPrice }: ApiParsed<"devices.segments">,
): Promise<DeviceSegments> {
  const rental = await liveRental(ledger, rentalId);
  const devices = await devicesOf(ledger, rentalId);
  const present = await segmentsOf(ledger, rentalId);
  if (devices.length === 0)
    throw new UserError({
      code: "refused",
      message: `“${rental.name}”还没有逐台登记的设备。`,
      hint: "请先登记设备的编号和启用日期。",
    });
  if (present.length === 0 && unitPrice === null)
    throw new UserError({
      code: "bad-request",
      message: `“${rental.name}”还没有单价。`,
      hint: "请填写每台每月的单价。",
    });
  const segments = segmentsFromDevices(devices, present, unitPrice);
  const [change] = await reconcileRentals(ledger, [{ rental, segments }]);
  if (change === undefined) throw new Error("a rental has a contract");
  return { before: segmentRuns(present), after: segments, difference: planDifference(change.plan) };
}
