import type { ApiParsed } from "#shared/api/contract.ts";
import type { DeviceRegister } from "#shared/api/rentals.ts";
import type { Context } from "../context.ts";
import { newId } from "../store/newId.ts";
import { devicesOf, liveRental } from "../store/rentals.ts";
import { insertRow, updateRow, voidRow } from "../store/rows.ts";
import { assertDays, assertNumbers, gone, notIn, notYet, pickDevices } from "./deviceChecks.ts";
import { deviceRegister } from "./deviceRegister.ts";

/** Registers devices, all or none. Refused where a number is there already, or twice among the new ones. */
export async function addDevices(
  context: Context,
  { rentalId, devices }: ApiParsed<"devices.add">,
): Promise<DeviceRegister> {
  await context.write("登记设备", async (tx) => {
    await liveRental(tx, rentalId);
    for (const device of devices) assertDays(device);
    assertNumbers(devices, await devicesOf(tx, rentalId));
    // One by one, so that the history of each device says when it came.
    for (const device of devices) await insertRow(tx, "device", { ...device, id: newId(), rentalId });
  });
  return deviceRegister(context, rentalId);
}

export async function saveDevice(
  context: Context,
  { id, rentalId, ...columns }: ApiParsed<"devices.save">,
): Promise<DeviceRegister> {
  await context.write("修改设备", async (tx) => {
    const [device] = await pickDevices(tx, rentalId, [id]);
    assertDays(columns);
    const others = (await devicesOf(tx, rentalId)).filter((row) => row.id !== device?.id);
    assertNumbers([columns], others);
    await updateRow(tx, "device", id, columns);
  });
  return deviceRegister(context, rentalId);
}

/**
 * 移交: another person holds the devices from a day on, between the day they came and today. The rent does not change; the
 * note says who handed over.
 */
export async function handOver(
  context: Context,
  { rentalId, ids, holder, on }: ApiParsed<"devices.handOver">,
): Promise<DeviceRegister> {
  await context.write("移交设备", async (tx) => {
    const devices = await pickDevices(tx, rentalId, ids);
    if (on > context.clock.today()) throw notYet(on);
    for (const device of devices) {
      if (on < device.inOn) throw notIn(device, on);
      if (device.outOn !== null && device.outOn < on) throw gone(device);
      if (device.holder === holder) continue;
      const from = device.holder === "" ? "" : `由${device.holder}`;
      const note = [device.note, `${on}${from}移交${holder}`].filter((text) => text !== "").join("；");
      await updateRow(tx, "device", device.id, { holder, note });
    }
  });
  return deviceRegister(context, rentalId);
}

/** 退还: the last day in service; null takes a return back. */
export async function returnDevices(
  context: Context,
  { rentalId, ids, outOn }: ApiParsed<"devices.return">,
): Promise<DeviceRegister> {
  await context.write(outOn === null ? "撤销设备退还" : "退还设备", async (tx) => {
    for (const device of await pickDevices(tx, rentalId, ids)) {
      assertDays({ ...device, outOn });
      await updateRow(tx, "device", device.id, { outOn });
    }
  });
  return deviceRegister(context, rentalId);
}

export async function voidSomeDevices(
  context: Context,
  { rentalId, ids, reason }: ApiParsed<"devices.void">,
): Promise<DeviceRegister> {
  await context.write("作废设备", async (tx) => {
    for (const { id } of await pickDevices(tx, rentalId, ids)) await voidRow(tx, "device", id, reason);
  });
  return deviceRegister(context, rentalId);
}
