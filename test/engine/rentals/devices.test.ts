import { describe, expect, it } from "vitest";
import { deviceRegister } from "#engine/rentals/deviceRegister.ts";
import { deviceSegments } from "#engine/rentals/deviceSegments.ts";
import { addDevices, handOver, returnDevices, saveDevice, voidSomeDevices } from "#engine/rentals/devices.ts";
import { saveRental } from "#engine/rentals/saveRental.ts";
import { saveSegments } from "#engine/rentals/segments.ts";
import type { DeviceRegister } from "#shared/api/rentals.ts";
import { sumCents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { decimal } from "#shared/kernel/decimal.ts";
import { failureOf } from "#test/engine/store/testLedger.ts";
import { deviceDraft, segment } from "#test/engine/support/drafts.ts";
import { rentalDraft, rented } from "./rented.ts";

const numbers = Array.from({ length: 26 }, (_, index) => `ZFY-${String(index + 1).padStart(3, "0")}`);

async function registered() {
  const office = await rented();
  const { context, rentalId } = office;
  const add = async (...devices: ReturnType<typeof deviceDraft>[]) =>
    addDevices(await context(), { rentalId, devices });
  await add(...numbers.map((no) => deviceDraft(no)));
  const list = async () => deviceRegister(await context(), rentalId);
  return {
    ...office,
    add,
    list,
    idsOf: async (...nos: string[]) =>
      (await list()).devices.filter((row) => nos.includes(row.deviceNo)).map((row) => row.id),
  };
}

const one = ({ devices }: DeviceRegister, no: string) => devices.find((row) => row.deviceNo === no);

describe("the register of devices", () => {
  it("makes segments of the days in service: two returned on 06-30 leave 24,000.00", async () => {
    const { context, rentalId, idsOf, months, list } = await registered();
    const ids = await idsOf("ZFY-025", "ZFY-026");
    await returnDevices(await context(), { rentalId, ids, outOn: isoDate("2022-06-30") });
    expect((await list()).inServiceToday).toBe(24);
    const { before, after, difference } = await deviceSegments(await context(), {
      rentalId,
      unitPrice: decimal("80"),
    });
    expect(before).toEqual([]);
    expect(after).toMatchObject([
      { validFrom: "2022-01-01", validTo: "2022-06-30", quantity: "26", unitPrice: "80" },
      { validFrom: "2022-07-01", validTo: null, quantity: "24", unitPrice: "80" },
    ]);
    expect(await saveSegments(await context(), { rentalId, segments: [...after] })).toEqual(difference);
    expect(sumCents(await months())).toBe(2_400_000);
    expect((await list()).differences).toEqual([]);
  });

  it("shows the months in which another number is let", async () => {
    const { context, rentalId, save, idsOf, list } = await registered();
    await save(segment("2022-01-01", "26"));
    expect((await list()).differences).toEqual([]);
    const ids = await idsOf("ZFY-001");
    await returnDevices(await context(), { rentalId, ids, outOn: isoDate("2022-10-15") });
    // By whole months October still counts as it began.
    expect((await list()).differences).toEqual([
      { month: "2022-11", counts: "devices", agreed: "26", inService: "25" },
      { month: "2022-12", counts: "devices", agreed: "26", inService: "25" },
    ]);
    await returnDevices(await context(), { rentalId, ids, outOn: null });
    expect((await list()).differences).toEqual([]);
  });

  it("hands over to another holder and says so in the note, whoever held it before", async () => {
    const { context, rentalId, idsOf, list } = await registered();
    const ids = await idsOf("ZFY-001", "ZFY-002");
    await handOver(await context(), { rentalId, ids, holder: "网格员01", on: isoDate("2022-03-01") });
    await handOver(await context(), {
      rentalId,
      ids: ids.slice(0, 1),
      holder: "网格员02",
      on: isoDate("2022-05-01"),
    });
    expect(one(await list(), "ZFY-001")).toMatchObject({
      holder: "网格员02",
      note: "2022-03-01移交网格员01；2022-05-01由网格员01移交网格员02",
    });
    expect(one(await list(), "ZFY-002")).toMatchObject({ holder: "网格员01", outOn: null });
  });

  it("does not hand over what went back, not even together with what did not", async () => {
    const { context, rentalId, idsOf, list } = await registered();
    const back = await idsOf("ZFY-002");
    await returnDevices(await context(), { rentalId, ids: back, outOn: isoDate("2022-04-30") });
    const ids = await idsOf("ZFY-001", "ZFY-002");
    const late = { rentalId, ids, holder: "网格员01", on: isoDate("2022-05-01") };
    expect(await failureOf(async () => handOver(await context(), late))).toMatchObject({
      code: "refused",
      message: "设备 ZFY-002 已于 2022-04-30 退还，不能移交。",
    });
    expect(one(await list(), "ZFY-001")?.holder).toBe("");
    await handOver(await context(), { ...late, on: isoDate("2022-04-30") });
    expect(one(await list(), "ZFY-002")?.holder).toBe("网格员01");
  });

  it("are handed over between the day they came and today, all or none", async () => {
    const { context, rentalId, idsOf, list, add } = await registered();
    await add(deviceDraft("ZFY-099", { inOn: isoDate("2022-05-01") }));
    const ids = await idsOf("ZFY-001", "ZFY-099");
    const give = async (on: string) =>
      handOver(await context(), { rentalId, ids, holder: "网格员01", on: isoDate(on) });
    expect(await failureOf(() => give("2022-07-09"))).toMatchObject({
      code: "bad-request",
      message: "移交日期 2022-07-09 还没有到。",
    });
    expect(await failureOf(() => give("2022-04-30"))).toMatchObject({
      code: "bad-request",
      message: "移交日期 2022-04-30 早于设备 ZFY-099 的启用日期 2022-05-01。",
    });
    expect(one(await list(), "ZFY-001")).toMatchObject({ holder: "", note: "" });
    await give("2022-05-01");
    await handOver(await context(), { rentalId, ids, holder: "网格员02", on: isoDate("2022-07-08") });
    expect(one(await list(), "ZFY-099")?.note).toBe(
      "2022-05-01移交网格员01；2022-07-08由网格员01移交网格员02",
    );
  });

  it.each([
    ["is there already", [deviceDraft("ZFY-001")], "设备 ZFY-001 已经在台账里。"],
    [
      "comes twice",
      [deviceDraft("A"), deviceDraft("B"), deviceDraft("A")],
      "设备 A 在这次登记中出现了两次。",
    ],
    [
      "goes back before it came",
      [deviceDraft("A"), deviceDraft("B", { outOn: isoDate("2021-12-31") })],
      "设备 B 的最后在用日 2021-12-31 早于启用日期 2022-01-01。",
    ],
  ])("takes none of several when one %s", async (_, devices, message) => {
    const { add, list } = await registered();
    expect((await failureOf(() => add(...devices))).message).toBe(message);
    expect((await list()).devices).toHaveLength(26);
  });

  it("takes a number again when the device was voided, and changes one in its place", async () => {
    const { context, rentalId, add, idsOf, list } = await registered();
    const ids = await idsOf("ZFY-026");
    await voidSomeDevices(await context(), { rentalId, ids, reason: "登记错了" });
    expect((await list()).devices).toHaveLength(25);
    const { devices } = await add(deviceDraft("ZFY-026", { model: "新" }));
    const added = devices.find((row) => row.deviceNo === "ZFY-026");
    if (added === undefined) throw new Error("not added");
    const { voidedAt, voidReason, ...draft } = added;
    await saveDevice(await context(), { ...draft, model: "DSJ-9" });
    expect(one(await list(), "ZFY-026")?.model).toBe("DSJ-9");
    const taken = async () => saveDevice(await context(), { ...draft, deviceNo: "ZFY-001" });
    expect((await failureOf(taken)).message).toBe("设备 ZFY-001 已经在台账里。");
  });

  it("is of one rental: devices of another are not found", async () => {
    const { context, contractId, idsOf } = await registered();
    const other = await saveRental(await context(), rentalDraft(contractId, { name: "对讲机" }));
    const ids = await idsOf("ZFY-001");
    for (const work of [
      async () => returnDevices(await context(), { rentalId: other.id, ids, outOn: null }),
      async () => voidSomeDevices(await context(), { rentalId: other.id, ids, reason: "不对" }),
    ])
      expect((await failureOf(work)).message).toBe("有一台设备不在这项月租的台账里。");
    const none = async () => deviceSegments(await context(), { rentalId: other.id, unitPrice: null });
    expect((await failureOf(none)).message).toBe("“对讲机”还没有逐台登记的设备。");
  });

  it("needs a price once before it makes segments", async () => {
    const { context, rentalId } = await registered();
    const none = async () => deviceSegments(await context(), { rentalId, unitPrice: null });
    expect((await failureOf(none)).message).toBe("“巡查记录仪”还没有单价。");
  });
});
