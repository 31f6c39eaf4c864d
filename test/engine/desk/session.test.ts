import { describe, expect, it } from "vitest";
import { saveVendor } from "#engine/vendors/saveVendor.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { failureOf } from "#test/engine/store/testLedger.ts";
import { vendorDraft } from "#test/engine/support/drafts.ts";
import { emptyOffice } from "#test/engine/support/smallOffice.ts";

const vendor = (name: string) => vendorDraft({ name, creditCode: null });

describe("what a session has read", () => {
  it("serves every request until something is written", async () => {
    const { context } = await emptyOffice();
    const facts = await (await context()).facts();
    expect(await (await context()).facts()).toBe(facts);
    expect(await (await context()).rows()).toBe(facts.rows);
    await saveVendor(await context(), vendor("甲"));
    const after = await (await context()).facts();
    expect(after).not.toBe(facts);
    expect(after.rows.vendor.map((row) => row.name)).toEqual(["甲"]);
  });

  it("is kept by the day, for more days than there are at once on a screen", async () => {
    const context = await (await emptyOffice()).context();
    const days = ["2022-01-01", "2022-02-01", "2022-03-01"].map(isoDate);
    const first = await Promise.all(days.map((day) => context.facts(day)));
    expect(await Promise.all(days.map((day) => context.facts(day)))).toEqual(first);
    expect(first.map((facts) => facts.asOf)).toEqual(days);
    for (let day = 1; day <= 20; day += 1)
      await context.facts(isoDate(`2022-05-${String(day).padStart(2, "0")}`));
    expect((await context.facts(isoDate("2022-01-01"))).asOf).toBe("2022-01-01");
  });

  it("holds through a write that failed, and is right while others write", async () => {
    const { context } = await emptyOffice();
    const before = await (await context()).facts();
    await failureOf(async () => saveVendor(await context(), vendor(" ")));
    expect(await (await context()).facts()).toBe(before);
    const names = async () => (await (await context()).rows()).vendor.map((row) => row.name).toSorted();
    const writing = ["甲", "乙", "丙"].map(async (name) => saveVendor(await context(), vendor(name)));
    await Promise.all([...writing, names(), names()]);
    expect(await names()).toEqual(["丙", "乙", "甲"].toSorted());
  });

  it("is not a failure for ever", async () => {
    const { context, ledger } = await emptyOffice();
    const open = await context();
    await ledger.close();
    expect((await failureOf(() => open.rows())).code).toBe("ledger-closed");
    expect((await failureOf(() => open.facts())).code).toBe("ledger-closed");
  });
});
