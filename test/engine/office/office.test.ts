import { describe, expect, it } from "vitest";
import { getOffice } from "#engine/office/getOffice.ts";
import { sampleClock } from "#engine/office/sampleClock.ts";
import { saveOfficer, saveUnit } from "#engine/office/saveOffice.ts";
import { settingKeys, writeTextSetting } from "#engine/office/settings.ts";
import { listChanges } from "#engine/store/changeLog.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import { failureOf } from "#test/engine/store/testLedger.ts";
import { sampleDesk } from "#test/engine/support/sampleDesk.ts";
import { emptyOffice, idOf } from "#test/engine/support/smallOffice.ts";
import { testClock } from "#test/engine/support/testClock.ts";

const name = (text: string, validFrom: string | null, validTo: string | null) => ({
  name: text,
  validFrom: validFrom === null ? null : isoDate(validFrom),
  validTo: validTo === null ? null : isoDate(validTo),
});
const unit = { id: null, kind: "unit", nature: "institution", creditCode: null, note: "" } as const;

describe("the officer", () => {
  it("is who is logged in until named, and then stands in every entry of the log", async () => {
    const { context, ledger } = await emptyOffice();
    expect((await getOffice(await context())).officer).not.toBe("");
    await saveOfficer(await context(), { officer: "赵经办" });
    expect((await getOffice(await context())).officer).toBe("赵经办");
    await saveUnit(await context(), { ...unit, names: [name("城运中心", null, null)] });
    const [latest] = await listChanges(ledger, { limit: 1 });
    expect(latest).toMatchObject({ actor: "赵经办", action: "新增本单位" });
    await saveOfficer(await context(), { officer: "钱经办" });
    expect((await context()).officer).toBe("钱经办");
  });
});

describe("本单位", () => {
  it("starts with the office that was named when the ledger was made", async () => {
    const { context } = await emptyOffice();
    const { units, years } = await getOffice(await context());
    expect(units).toMatchObject([{ kind: "department", currentName: "示例街道" }]);
    expect(years.map(({ year }) => year)).toEqual([2022]);
  });

  it("is called by the name in force today, and keeps earlier ones", async () => {
    const clock = testClock();
    const { context } = await emptyOffice(clock);
    const names = [name("新名", "2022-08-01", null), name("旧名", null, "2022-07-31")];
    await saveUnit(await context(), { ...unit, names });
    const current = async () =>
      (await getOffice(await context())).units.find((row) => row.kind === "unit")?.currentName;
    expect(await current()).toBe("旧名");
    clock.goTo("2022-08-01");
    expect(await current()).toBe("新名");
  });

  it("has the names that are given, in place of those of before", async () => {
    const { context } = await emptyOffice();
    await saveUnit(await context(), { ...unit, names: [name("甲", null, null)] });
    const own = async () => (await getOffice(await context())).units.find((row) => row.kind === "unit");
    const id = idOf(await own());
    await saveUnit(await context(), {
      ...unit,
      id,
      note: "改",
      names: [name("乙", null, null), name("丙", "2023-01-01", null)],
    });
    expect((await own())?.names.map((row) => row.name)).toEqual(["乙", "丙"]);
    expect((await getOffice(await context())).units).toHaveLength(2);
  });

  it("leaves no trace in the log when nothing of it changes", async () => {
    const { context, ledger } = await emptyOffice();
    const names = [name("甲", null, "2021-12-31"), name("乙", "2022-01-01", null)];
    await saveUnit(await context(), { ...unit, names });
    const id = idOf((await getOffice(await context())).units.find((row) => row.kind === "unit"));
    const before = await listChanges(ledger, { limit: 100 });
    await saveUnit(await context(), { ...unit, id, names: names.toReversed() });
    expect(await listChanges(ledger, { limit: 100 })).toEqual(before);
  });

  it("refuses a name that ends before it begins, and a unit that is not there, wholly", async () => {
    const { context } = await emptyOffice();
    const before = await getOffice(await context());
    const reversed = { ...unit, names: [name("甲", "2022-02-01", "2022-01-01")] };
    expect(await failureOf(async () => saveUnit(await context(), reversed))).toMatchObject({
      code: "bad-request",
      message: "“停用日期”早于“启用日期”，没有保存。",
    });
    const nobody = { ...unit, id: asId("none"), names: [name("甲", null, null)] };
    expect((await failureOf(async () => saveUnit(await context(), nobody))).code).toBe("not-found");
    expect(await getOffice(await context())).toEqual(before);
  });
});

describe("the clock on the desk", () => {
  it("stands on the sample's day in the sample, for what is decided there, too", async () => {
    const { ledger } = await sampleDesk(testClock("2026-03-01"));
    const clock = await sampleClock(ledger);
    expect([clock.today(), clock.now().slice(0, 10)]).toEqual(["2022-07-08", "2022-07-08"]);
    expect(clock.now()).toMatch(/^2022-07-08T\d\d:\d\d:\d\d\.\d{3}Z$/);
  });

  it("is the computer's in any other ledger, and where the day is none", async () => {
    const { ledger } = await emptyOffice(testClock("2026-03-01"));
    expect((await sampleClock(ledger)).today()).toBe("2026-03-01");
    await ledger.write({ actor: "王经办", action: "试验" }, (tx) =>
      writeTextSetting(tx, settingKeys.sampleToday, "2022-02-30"),
    );
    expect((await sampleClock(ledger)).today()).toBe("2026-03-01");
  });
});
