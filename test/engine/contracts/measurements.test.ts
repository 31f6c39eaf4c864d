import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { getContract } from "#engine/contracts/getContract.ts";
import { saveAcceptance } from "#engine/contracts/saveAcceptance.ts";
import { previewSave } from "#engine/contracts/saveContract.ts";
import { saveInstalment } from "#engine/contracts/saveInstalment.ts";
import { saveMeasurement, voidMeasurement } from "#engine/contracts/saveMeasurement.ts";
import { removePrice, savePrice } from "#engine/contracts/savePrice.ts";
import { saveSupplement } from "#engine/contracts/saveSupplement.ts";
import { contractId } from "#engine/sample/contracts.ts";
import type { ApiParsed } from "#shared/api/contract.ts";
import { cents, multiplyToCents, sumCents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { decimal } from "#shared/kernel/decimal.ts";
import type { Id } from "#shared/kernel/id.ts";
import { failureOf } from "#test/engine/store/testLedger.ts";
import { measurementDraft, priceDraft, supplementDraft } from "#test/engine/support/agreementDrafts.ts";
import { acceptanceDraft, contractDraft } from "#test/engine/support/drafts.ts";
import { sampleDesk } from "#test/engine/support/sampleDesk.ts";
import { idOf, smallOffice } from "#test/engine/support/smallOffice.ts";
import { testClock } from "#test/engine/support/testClock.ts";

async function asNeeded(terms: Parameters<typeof contractDraft>[1] = {}) {
  const office = await smallOffice();
  const { contract } = await office.sign({ kind: "asNeeded", amountCents: cents(100_000), ...terms });
  await savePrice(await office.context(), priceDraft(contract.id));
  const now = async () => getContract(await office.context(), contract.id);
  return {
    office,
    contractId: contract.id,
    priceId: idOf((await now()).prices[0]),
    now,
    measure: async (
      priceId: Id | null,
      quantity = "10",
      changes: Partial<ApiParsed<"contracts.saveMeasurement">> = {},
    ) => saveMeasurement(await office.context(), measurementDraft(contract.id, priceId, quantity, changes)),
  };
}

describe("据实计量", () => {
  it("makes an instalment of quantity × agreed price, whatever price was sent along", async () => {
    const { measure, now, priceId, contractId } = await asNeeded();
    const items = measurementDraft(contractId, priceId).items.map((item) => ({
      ...item,
      name: "别的",
      unitPrice: decimal("1"),
    }));
    await measure(priceId, "10", { items });
    const { instalments, measured, contract } = await now();
    expect(instalments).toMatchObject([
      { label: "3月供货", amountCents: 35_500, periodFrom: "2022-03-01", earliestDate: "2022-04-01", seq: 1 },
    ]);
    expect(measured).toMatchObject([{ name: "手电筒", unitPrice: "35.5", amountCents: 35_500 }]);
    expect(contract).toMatchObject({ plannedCents: 35_500, totalCents: 100_000 });
  });

  it("is refused beyond the cap with the figures, and a supplement makes room", async () => {
    const { measure, now, priceId, office, contractId } = await asNeeded();
    await measure(priceId, "20");
    const april = { label: "4月供货", periodFrom: isoDate("2022-04-01"), periodTo: isoDate("2022-04-30") };
    expect(await failureOf(() => measure(priceId, "9", april))).toMatchObject({
      code: "refused",
      message: "合同上限1,000.00元（含补充协议），已计量710.00元，本次319.50元，超出29.50元。",
    });
    await saveSupplement(
      await office.context(),
      supplementDraft(contractId, { deltaCents: cents(2_950), effectiveOn: isoDate("2022-04-01") }),
    );
    await measure(priceId, "9", april);
    expect((await now()).contract.plannedCents).toBe(102_950);
    const less = supplementDraft(contractId, { supplementNo: "补-02", deltaCents: cents(-1) });
    expect((await failureOf(async () => saveSupplement(await office.context(), less))).message).toContain(
      "低于已计量的1,029.50元",
    );
  });

  it("leaves what was paid before anything was measured where it is, and counts it against the cap", async () => {
    const { context } = await sampleDesk(testClock());
    const contract = contractId("supplies");
    const before = (await getContract(await context(), contract)).contract;
    const { periodFrom, periodTo } = { periodFrom: isoDate("2022-07-01"), periodTo: isoDate("2022-07-31") };
    const measure = async (amount: number) => {
      const unitPrice = decimal((amount / 100).toFixed(2));
      const item = {
        contractPriceId: null,
        name: "手电筒",
        unitName: "个",
        quantity: decimal("1"),
        unitPrice,
      };
      const changes = { periodFrom, periodTo, label: "7月供货", items: [item] };
      return saveMeasurement(await context(), measurementDraft(contract, null, "1", changes));
    };
    const left = (before.totalCents ?? 0) - before.paidCents;
    expect((await failureOf(() => measure(left + 1))).message).toContain(
      "已计量0.00元，未经计量已付30,775.00元，本次9,361.01元，超出0.01元。",
    );
    await measure(left);
    expect(await getContract(await context(), contract)).toMatchObject({
      instalments: [{ amountCents: left, paidCents: 0 }],
      contract: { paidCents: before.paidCents },
    });
  });

  it("changes and goes while no paper hangs on it, and is the only way to change its amount", async () => {
    const { measure, now, priceId, office, contractId } = await asNeeded();
    await measure(priceId);
    const id = idOf((await now()).instalments[0]);
    await measure(priceId, "12", { id });
    expect((await now()).instalments).toMatchObject([{ id, amountCents: 42_600 }]);
    expect((await now()).measured).toHaveLength(1);
    const change = async (amountCents: number) =>
      saveInstalment(await office.context(), {
        id,
        label: "3月供货",
        earliestDate: null,
        dueDate: null,
        amountCents: cents(amountCents),
        deductionCents: cents(0),
      });
    expect((await failureOf(() => change(1))).message).toContain("由据实计量得出426.00元");
    await change(42_600);
    await saveAcceptance(await office.context(), acceptanceDraft(contractId, { instalmentId: id }));
    expect((await failureOf(() => measure(priceId, "1", { id }))).message).toContain("计量不能再改");
    const gone = async () => voidMeasurement(await office.context(), { id, reason: "重复登记" });
    expect((await failureOf(gone)).code).toBe("refused");
  });

  it("goes with its reason", async () => {
    const { measure, now, priceId, office } = await asNeeded();
    await measure(priceId);
    const id = idOf((await now()).instalments[0]);
    await voidMeasurement(await office.context(), { id, reason: "重复登记" });
    expect(await now()).toMatchObject({ instalments: [], measured: [] });
  });

  it("is refused outside the term, backwards, and for a contract with a sum of its own", async () => {
    const { measure, priceId, office } = await asNeeded();
    const late = { periodFrom: isoDate("2022-12-01"), periodTo: isoDate("2023-01-15") };
    expect((await failureOf(() => measure(priceId, "1", late))).message).toContain("超出合同期限");
    const back = { periodFrom: isoDate("2022-03-02"), periodTo: isoDate("2022-03-01") };
    expect((await failureOf(() => measure(priceId, "1", back))).message).toContain("早于期间起");
    const { contract } = await office.sign({ contractNo: "HT-9" });
    const other = measurementDraft(contract.id, priceId);
    expect((await failureOf(async () => saveMeasurement(await office.context(), other))).message).toContain(
      "不是据实支付的合同",
    );
  });

  it("is no part of a plan that could be made anew", async () => {
    const { measure, priceId, office, contractId } = await asNeeded();
    await measure(priceId);
    const { projectId, lineId: budgetLineId, vendorId } = office;
    const draft = contractDraft(
      { projectId, budgetLineId, vendorId },
      { id: contractId, kind: "asNeeded", amountCents: cents(50_000), endDate: isoDate("2022-06-30") },
    );
    const shown = await previewSave(await office.context(), draft);
    expect(shown).toMatchObject({
      difference: { keep: 1, add: [], change: [], remove: [], locked: [] },
      offCents: 0,
    });
    const quarterly = await previewSave(await office.context(), { ...draft, kind: "quarterly" });
    expect(quarterly.difference.locked.map((row) => row.why)).toEqual([["measurement"]]);
    expect(quarterly.offCents).toBe(0);
  });

  it("adds up to its items exactly, whatever they are", async () => {
    const { measure, now } = await asNeeded({ amountCents: null });
    const item = fc.record({
      quantity: fc.integer({ min: 0, max: 99_999 }).map((value) => decimal((value / 100).toFixed(2))),
      unitPrice: fc.integer({ min: 0, max: 9_999_999 }).map((value) => decimal((value / 1000).toFixed(3))),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(item, { minLength: 1, maxLength: 5 }), async (rows) => {
        const before = new Set((await now()).instalments.map((row) => row.id));
        const items = rows.map((row) => ({ ...row, contractPriceId: null, name: "杂项", unitName: "次" }));
        await measure(null, "1", { items });
        const { instalments, measured } = await now();
        const added = instalments.find((row) => !before.has(row.id));
        const expected = sumCents(rows.map((row) => multiplyToCents(row.quantity, row.unitPrice)));
        expect(added?.amountCents).toBe(expected);
        const own = measured.filter((row) => row.instalmentId === added?.id);
        expect(sumCents(own.map((row) => row.amountCents))).toBe(expected);
      }),
      { numRuns: 15 },
    );
  });
});

describe("约定单价", () => {
  it("ends on the day before the next of its name begins", async () => {
    const { now, office, contractId, measure, priceId } = await asNeeded();
    const dearer = priceDraft(contractId, { unitPrice: decimal("40"), validFrom: isoDate("2022-07-01") });
    await savePrice(await office.context(), dearer);
    const { prices } = await now();
    expect(prices.map((row) => [row.unitPrice, row.validFrom, row.validTo])).toEqual([
      ["35.5", null, "2022-06-30"],
      ["40", "2022-07-01", null],
    ]);
    const july = { periodFrom: isoDate("2022-06-20"), periodTo: isoDate("2022-07-10") };
    expect((await failureOf(() => measure(priceId, "1", july))).message).toBe(
      "“手电筒”的单价35.5元只在 2022-06-30 及以前有效，不能用于 2022-06-20 至 2022-07-10。",
    );
  });

  it("is refused when two would hold on one day, or below nothing", async () => {
    const { office, contractId } = await asNeeded();
    const save = async (changes: Parameters<typeof priceDraft>[1]) =>
      savePrice(await office.context(), priceDraft(contractId, changes));
    expect((await failureOf(() => save({ validTo: isoDate("2022-03-31") }))).message).toContain("有效期重叠");
    const negative = { name: "电池", unitPrice: decimal("-1") };
    expect((await failureOf(() => save(negative))).message).toContain("负数");
  });

  it("stays as it is once work was measured by it", async () => {
    const { now, office, contractId, measure, priceId } = await asNeeded();
    await measure(priceId);
    const dearer = priceDraft(contractId, { id: priceId, unitPrice: decimal("36") });
    const change = async (draft: typeof dearer) => savePrice(await office.context(), draft);
    expect((await failureOf(() => change(dearer))).message).toContain("已用于据实计量，不能改价");
    const remove = async () => removePrice(await office.context(), { id: priceId });
    expect((await failureOf(remove)).message).toContain("不能删除");
    await change({ ...dearer, unitPrice: decimal("35.50"), unitName: "支" });
    expect((await now()).prices[0]?.unitName).toBe("支");
  });

  it("goes while nothing was measured by it", async () => {
    const { now, office, priceId } = await asNeeded();
    await removePrice(await office.context(), { id: priceId });
    expect((await now()).prices).toEqual([]);
  });
});
