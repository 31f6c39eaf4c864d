import { describe, expect, it } from "vitest";
import { saveAcceptance } from "#engine/contracts/saveAcceptance.ts";
import { voidContract } from "#engine/contracts/voidContract.ts";
import { addDevices } from "#engine/rentals/devices.ts";
import { saveRental } from "#engine/rentals/saveRental.ts";
import { saveSegments } from "#engine/rentals/segments.ts";
import { voidRental } from "#engine/rentals/voidRental.ts";
import { sumCents } from "#shared/kernel/cents.ts";
import { failureOf } from "#test/engine/store/testLedger.ts";
import { acceptanceDraft, deviceDraft, segment } from "#test/engine/support/drafts.ts";
import { rentalDraft, rented } from "./rented.ts";

const reason = "登记错了";

describe("voiding a rental", () => {
  it("takes its months and its devices, and leaves those of the others", async () => {
    const { context, ledger, contractId, rentalId, save, detail, months } = await rented();
    await save(segment("2022-01-01", "26"));
    const radios = await saveRental(await context(), rentalDraft(contractId, { name: "对讲机" }));
    await saveSegments(await context(), { rentalId: radios.id, segments: [segment("2022-01-01", "10")] });
    await addDevices(await context(), { rentalId: radios.id, devices: [deviceDraft("DJ-1")] });
    expect(await months()).toHaveLength(24);
    await voidRental(await context(), { id: radios.id, reason });
    expect((await detail()).rentals.map(({ rental }) => rental.id)).toEqual([rentalId]);
    expect(await months()).toEqual(Array(12).fill(208_000));
    const devices = await ledger.read.selectFrom("device").selectAll().execute();
    expect(devices).toMatchObject([{ deviceNo: "DJ-1", voidReason: reason }]);
  });

  it("of the last one leaves the equal months of the contract", async () => {
    const { context, rentalId, save, months } = await rented();
    await save(segment("2022-01-01", "20"));
    await voidRental(await context(), { id: rentalId, reason });
    expect(await months()).toEqual(Array(12).fill(208_000));
    expect(sumCents(await months())).toBe(2_496_000);
    expect((await failureOf(async () => voidRental(await context(), { id: rentalId, reason }))).message).toBe(
      "找不到这项月租。",
    );
  });

  it("is refused while a paper hangs on one of its months", async () => {
    const { context, contractId, rentalId, save, detail, months } = await rented();
    await save(segment("2022-01-01", "26"));
    for (const { id, periodTo } of (await detail()).instalments.slice(0, 2))
      await saveAcceptance(await context(), acceptanceDraft(contractId, { instalmentId: id, periodTo }));
    expect(await failureOf(async () => voidRental(await context(), { id: rentalId, reason }))).toMatchObject({
      code: "refused",
      message: "“巡查记录仪”的2022年1月等 2 个月已有发票、付款或验收，不能作废。",
    });
    expect(await months()).toHaveLength(12);
  });

  it("goes with its contract, devices and all", async () => {
    const { context, contractId, rentalId, save, ledger } = await rented();
    await save(segment("2022-01-01", "26"));
    await addDevices(await context(), { rentalId, devices: [deviceDraft("ZFY-1"), deviceDraft("ZFY-2")] });
    await voidContract(await context(), { id: contractId, reason });
    const live = await ledger.read.selectFrom("device").select("id").where("voidedAt", "is", null).execute();
    expect(live).toEqual([]);
  });
});

describe("changing a rental", () => {
  it("renames it and leaves its months", async () => {
    const { context, contractId, rentalId, save, detail } = await rented();
    await save(segment("2022-01-01", "26"));
    const before = (await detail()).instalments;
    await saveRental(await context(), rentalDraft(contractId, { id: rentalId, name: "执法记录仪" }));
    expect((await detail()).rentals[0]?.rental.name).toBe("执法记录仪");
    expect((await detail()).instalments).toEqual(before);
  });

  it("to count by days makes its months anew", async () => {
    const { context, contractId, rentalId, save, months } = await rented();
    await save(segment("2022-01-01", "26"), segment("2022-06-11", "24"));
    expect((await months())[5]).toBe(208_000);
    await saveRental(await context(), rentalDraft(contractId, { id: rentalId, proration: "daily" }));
    // (26 × 10 + 24 × 20) × 80 ÷ 30
    expect((await months())[5]).toBe(197_333);
  });
});
