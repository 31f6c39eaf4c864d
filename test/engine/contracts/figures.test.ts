import { describe, expect, it } from "vitest";
import { getContract } from "#engine/contracts/getContract.ts";
import { listContracts } from "#engine/contracts/listContracts.ts";
import { listInstalments } from "#engine/contracts/listInstalments.ts";
import { listPayments } from "#engine/payments/listPayments.ts";
import { saveVendor } from "#engine/vendors/saveVendor.ts";
import { listVendors } from "#engine/vendors/views.ts";
import { sumCents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { failureOf } from "#test/engine/store/testLedger.ts";
import { vendorDraft } from "#test/engine/support/drafts.ts";
import { sampleDesk } from "#test/engine/support/sampleDesk.ts";
import { emptyOffice, idOf } from "#test/engine/support/smallOffice.ts";
import { testClock } from "#test/engine/support/testClock.ts";

const days = ["2022-01-31", "2022-04-20", "2022-07-08", "2023-03-01"].map(isoDate);

describe("the figures of the sample's contracts", () => {
  it("are those of their instalments, on any day", async () => {
    const { context } = await sampleDesk(testClock());
    for (const day of days) {
      const rows = await listInstalments(await context(), {}, day);
      for (const contract of await listContracts(await context(), {}, day)) {
        const own = rows.filter((row) => row.contractId === contract.id);
        if (own.length === 0) continue;
        expect(contract.plannedCents).toBe(sumCents(own.map((row) => row.amountCents)));
        expect(contract.paidCents).toBe(sumCents(own.map((row) => row.paidCents)));
        expect(contract.overdueCount).toBe(own.filter((row) => row.status === "overdue").length);
      }
      for (const row of rows) {
        expect(row.payableCents).toBe(row.amountCents - row.deductionCents);
        expect(row.remainingCents).toBe(row.payableCents - row.paidCents);
        expect(row.status === "paid").toBe(row.remainingCents <= 0);
      }
    }
  });

  it("and of its vendors add up to what is paid", async () => {
    const { context } = await sampleDesk(testClock());
    const paid = (await listPayments(await context(), {})).filter((payment) => payment.state === "paid");
    const vendors = await listVendors(await context());
    expect(sumCents(vendors.map((vendor) => vendor.paidCents))).toBe(
      sumCents(paid.map((payment) => payment.amountCents)),
    );
    expect(vendors.reduce((sum, vendor) => sum + vendor.contractCount, 0)).toBe(7);
  });

  it("are the same in the list and on the contract's own page", async () => {
    const { context } = await sampleDesk(testClock());
    for (const contract of await listContracts(await context(), {}))
      expect((await getContract(await context(), contract.id)).contract).toEqual(contract);
  });
});

describe("供应商", () => {
  it("are in the order of their pinyin, and change in place", async () => {
    const { context } = await emptyOffice();
    for (const name of ["张江公司", "安亭公司", "北蔡公司"])
      await saveVendor(await context(), vendorDraft({ name, creditCode: null }));
    const names = async () => (await listVendors(await context())).map((vendor) => vendor.name);
    expect(await names()).toEqual(["安亭公司", "北蔡公司", "张江公司"]);
    const id = idOf((await listVendors(await context()))[0]);
    await saveVendor(await context(), vendorDraft({ id, name: "真如公司", creditCode: null }));
    expect(await names()).toEqual(["北蔡公司", "张江公司", "真如公司"]);
  });

  it("have each credit code once", async () => {
    const { context } = await emptyOffice();
    await saveVendor(await context(), vendorDraft());
    const again = vendorDraft({ name: "另一家" });
    expect(await failureOf(async () => saveVendor(await context(), again))).toMatchObject({
      code: "conflict",
      message: expect.stringContaining("统一社会信用代码"),
    });
  });
});
