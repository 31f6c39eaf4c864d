import { describe, expect, it } from "vitest";
import { vendorId } from "#engine/sample/vendors.ts";
import { addAccount, endAccount, removeAccount } from "#engine/vendors/accounts.ts";
import { removeVendorName, saveVendorName } from "#engine/vendors/names.ts";
import { renameVendor, saveVendor, voidVendor } from "#engine/vendors/saveVendor.ts";
import { getVendor, listVendors } from "#engine/vendors/views.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { failureOf } from "#test/engine/store/testLedger.ts";
import { vendorDraft } from "#test/engine/support/drafts.ts";
import { sampleDesk } from "#test/engine/support/sampleDesk.ts";
import { emptyOffice, idOf } from "#test/engine/support/smallOffice.ts";
import { testClock } from "#test/engine/support/testClock.ts";

async function office() {
  const desk = await emptyOffice();
  const save = async (...[changes]: Parameters<typeof vendorDraft>) =>
    saveVendor(await desk.context(), vendorDraft({ creditCode: null, ...changes }));
  const get = async (id: Parameters<typeof getVendor>[1]) => getVendor(await desk.context(), id);
  return { ...desk, save, get };
}

const account = (changes: object = {}) => ({
  accountName: "上海示例保洁有限公司",
  bank: "示例银行",
  accountNo: "6222 0000 1111 2222",
  validFrom: null,
  ...changes,
});

describe("a vendor", () => {
  it("keeps its code as codes are written, whatever was typed", async () => {
    const { save, get } = await office();
    const id = await save({ name: " 甲公司 ", creditCode: " 91310117ma1j000060 " });
    expect(await get(id)).toMatchObject({ name: "甲公司", creditCode: "91310117MA1J000060" });
    const none = await save({ name: "乙公司", creditCode: "  " });
    expect((await get(none)).creditCode).toBeNull();
  });

  it("is refused when another has its code or its name, and says which", async () => {
    const { save, context } = await office();
    const id = await save({ name: "甲（上海）公司", creditCode: "91310117MA1J000060" });
    expect((await failureOf(() => save({ creditCode: "91310117ma1j000060" }))).message).toBe(
      "统一社会信用代码 91310117MA1J000060 已登记在供应商“甲（上海）公司”名下，没有保存。",
    );
    expect((await failureOf(() => save({ name: "甲(上海) 公司" }))).message).toBe(
      "已有名为“甲(上海) 公司”的供应商，没有保存。",
    );
    await renameVendor(await context(), { id, name: "新甲公司", from: isoDate("2023-01-01") });
    expect((await failureOf(() => save({ name: "甲（上海）公司" }))).message).toBe(
      "已有名为“甲（上海）公司”的供应商（现名“新甲公司”），没有保存。",
    );
    await save({ id, name: "新甲公司", note: "改了备注" });
  });

  it("that was renamed keeps its former name until the day before", async () => {
    const { save, get, context } = await office();
    const id = await save({ name: "旧名公司" });
    await renameVendor(await context(), { id, name: "新名公司", from: isoDate("2022-04-01") });
    await renameVendor(await context(), { id, name: "新名公司", from: isoDate("2022-05-01") });
    const { name, names } = await get(id);
    expect(name).toBe("新名公司");
    expect(names).toMatchObject([
      { name: "旧名公司", validFrom: null, validTo: "2022-03-31", source: "manual" },
    ]);
  });

  it("renamed again hands its names over day by day, and never before it had the last one", async () => {
    const { save, get, context } = await office();
    const id = await save({ name: "甲名公司" });
    const rename = async (name: string, from: string) =>
      renameVendor(await context(), { id, name, from: isoDate(from) });
    await rename("乙名公司", "2020-01-01");
    for (const early of ["2019-01-01", "2020-01-01"])
      expect(await failureOf(() => rename("丙名公司", early))).toMatchObject({
        code: "bad-request",
        message: "这家供应商从2020年1月1日起才叫“乙名公司”，新名称要在那之后启用，没有保存。",
      });
    await rename("丙名公司", "2020-01-02");
    await rename("丁名公司", "2022-01-01");
    const { name, names } = await get(id);
    expect(name).toBe("丁名公司");
    expect(names.map((row) => [row.name, row.validFrom, row.validTo])).toEqual([
      ["丙名公司", "2020-01-02", "2021-12-31"],
      ["乙名公司", "2020-01-01", "2020-01-01"],
      ["甲名公司", null, "2019-12-31"],
    ]);
  });

  it("is voided with a reason, unless a contract names it", async () => {
    const { context } = await sampleDesk(testClock());
    const failure = await failureOf(async () =>
      voidVendor(await context(), { id: vendorId("joint"), reason: "不再往来" }),
    );
    expect(failure.code).toBe("refused");
    expect(failure.message).toMatch(/^供应商“上海示例联勤城市服务有限公司”还在使用：付款 FK-2022-/);
    const { context: fresh, save } = await office();
    const id = await save();
    await voidVendor(await fresh(), { id, reason: "重复登记" });
    expect(await listVendors(await fresh())).toEqual([]);
    expect(await failureOf(async () => getVendor(await fresh(), id))).toMatchObject({ code: "not-found" });
  });
});

describe("names of a vendor", () => {
  it("are saved with their days, changed, and taken away", async () => {
    const { save, get, context } = await office();
    const vendor = await save({ name: "甲公司" });
    const draft = {
      id: null,
      vendorId: vendor,
      name: "甲商行",
      validFrom: null,
      validTo: isoDate("2021-12-31"),
    };
    await saveVendorName(await context(), draft);
    const id = idOf((await get(vendor)).names[0]);
    await saveVendorName(await context(), { ...draft, id, validTo: isoDate("2022-06-30") });
    expect((await get(vendor)).names).toMatchObject([{ id, validTo: "2022-06-30", source: "manual" }]);
    await removeVendorName(await context(), { id });
    expect((await get(vendor)).names).toEqual([]);
  });

  it("belong to one vendor at a time, and stand there once", async () => {
    const { save, context } = await office();
    const vendor = await save({ name: "甲公司" });
    await save({ name: "乙公司" });
    const add = async (name: string) =>
      saveVendorName(await context(), { id: null, vendorId: vendor, name, validFrom: null, validTo: null });
    expect((await failureOf(() => add("乙公司"))).message).toContain("是供应商“乙公司”的名称");
    expect((await failureOf(() => add("甲 公司"))).message).toContain("这家供应商已有名称");
  });

  it("are not two vendors' on any one day", async () => {
    const { save, context } = await office();
    const vendor = await save({ name: "甲公司" });
    const other = await save({ name: "乙公司" });
    const add = async (vendorId: typeof vendor, from: string | null, to: string | null) =>
      saveVendorName(await context(), {
        ...{ id: null, vendorId, name: "共用名" },
        validFrom: from === null ? null : isoDate(from),
        validTo: to === null ? null : isoDate(to),
      });
    await add(vendor, "2020-01-01", "2020-12-31");
    for (const [from, to] of [
      ["2019-01-01", null],
      [null, "2020-01-01"],
      ["2020-12-31", null],
      ["2020-03-01", "2020-04-01"],
      [null, null],
    ] as const)
      expect((await failureOf(() => add(other, from, to))).message).toContain("是供应商“甲公司”的名称");
    expect((await failureOf(() => add(other, "2021-02-01", "2021-01-01"))).message).toContain("晚于结束日期");
    await add(other, "2021-01-01", null);
    expect((await failureOf(() => save({ name: "共用名" }))).message).toContain("（现名“乙公司”）");
  });

  it("that were learned are shown as such", async () => {
    const { context, ledger } = await sampleDesk(testClock());
    const { insertRow } = await import("#engine/store/rows.ts");
    const learned = {
      id: vendorId("print"),
      vendorId: vendorId("print"),
      name: "示例图文",
      validFrom: null,
      validTo: null,
      source: "learned",
    } as const;
    await ledger.write({ actor: "王经办", action: "试验" }, (tx) => insertRow(tx, "vendorName", learned));
    expect((await getVendor(await context(), vendorId("print"))).names).toEqual([learned]);
  });
});

describe("accounts of a vendor", () => {
  it("are ended and stay, the ones in use first", async () => {
    const { save, get, context } = await office();
    const vendor = await save();
    await addAccount(await context(), { vendorId: vendor, ...account() });
    const id = idOf((await get(vendor)).accounts[0]);
    await endAccount(await context(), { id, validTo: isoDate("2022-06-30") });
    await addAccount(await context(), { vendorId: vendor, ...account({ accountNo: "31050-1" }) });
    expect((await get(vendor)).accounts).toMatchObject([
      { accountNo: "310501", validTo: null },
      { accountNo: "6222000011112222", validTo: "2022-06-30" },
    ]);
    expect(
      await failureOf(async () => endAccount(await context(), { id, validTo: isoDate("2022-07-01") })),
    ).toMatchObject({
      message: "账号 6222000011112222 已于2022年6月30日停用。",
    });
  });

  it("must not end before they began", async () => {
    const { save, get, context } = await office();
    const vendor = await save();
    await addAccount(await context(), { vendorId: vendor, ...account({ validFrom: isoDate("2022-05-01") }) });
    const id = idOf((await get(vendor)).accounts[0]);
    const failure = await failureOf(async () =>
      endAccount(await context(), { id, validTo: isoDate("2022-04-30") }),
    );
    expect(failure.message).toBe("“停用日期”早于“启用日期”，没有保存。");
  });

  it("belong to one vendor, which a second one is told", async () => {
    const { save, context } = await office();
    const [one, two] = [await save({ name: "甲公司" }), await save({ name: "乙公司" })];
    await addAccount(await context(), { vendorId: one, ...account() });
    const add = async (id: typeof one) => addAccount(await context(), { vendorId: id, ...account() });
    expect((await failureOf(() => add(two))).message).toBe(
      "账号 6222000011112222 已登记在供应商“甲公司”名下，没有保存。",
    );
    expect((await failureOf(() => add(one))).message).toBe("账号 6222000011112222 已经登记，没有保存。");
  });

  it("are numbers", async () => {
    const { save, context } = await office();
    const vendor = await save();
    for (const accountNo of ["开户行", "123", "6222*1111"]) {
      const failure = await failureOf(async () =>
        addAccount(await context(), { vendorId: vendor, ...account({ accountNo }) }),
      );
      expect(failure.message).toBe(`“${accountNo}”不是账号，没有保存。`);
    }
  });

  it("are taken away only while no payment names them", async () => {
    const { context } = await sampleDesk(testClock());
    const { accounts, lastPaid } = await getVendor(await context(), vendorId("joint"));
    const [present, former] = accounts.map(idOf);
    expect(lastPaid).toEqual([{ accountId: present, on: "2022-04-20" }]);
    const remove = async (id = former) => removeAccount(await context(), { id: idOf(id && { id }) });
    expect((await failureOf(() => remove(present))).message).toMatch(/已用于付款 FK-2022-\d+，不能删除/);
    await remove(former);
    expect((await getVendor(await context(), vendorId("joint"))).accounts).toHaveLength(1);
  });
});

describe("what a vendor was given", () => {
  it("is told contract by contract, with what was paid on it", async () => {
    const { context } = await sampleDesk(testClock());
    const vendor = await getVendor(await context(), vendorId("joint"));
    expect(vendor.contracts).toMatchObject([
      { contractNo: "GFL-2022-001", totalCents: 24_000_000, paidCents: 6_000_000 },
    ]);
    expect(vendor).toMatchObject({ contractCount: 1, paidCents: 6_000_000 });
  });
});
