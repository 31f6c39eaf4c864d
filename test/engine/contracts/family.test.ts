import { describe, expect, it } from "vitest";
import { getContract } from "#engine/contracts/getContract.ts";
import { proposeNext } from "#engine/contracts/nextContract.ts";
import { renewContract, showRenewed } from "#engine/contracts/renewContract.ts";
import { saveContract } from "#engine/contracts/saveContract.ts";
import { saveMeasurement } from "#engine/contracts/saveMeasurement.ts";
import { previewMilestones, saveMilestones } from "#engine/contracts/saveMilestones.ts";
import { savePrice } from "#engine/contracts/savePrice.ts";
import { saveSupplement } from "#engine/contracts/saveSupplement.ts";
import { saveRental } from "#engine/rentals/saveRental.ts";
import { contractId } from "#engine/sample/contracts.ts";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import type { Id } from "#shared/kernel/id.ts";
import { failureOf } from "#test/engine/store/testLedger.ts";
import { measurementDraft, priceDraft, supplementDraft } from "#test/engine/support/agreementDrafts.ts";
import { sampleDesk } from "#test/engine/support/sampleDesk.ts";
import { idOf, smallOffice } from "#test/engine/support/smallOffice.ts";
import { testClock } from "#test/engine/support/testClock.ts";

const two = [
  { name: "交货", dueOn: isoDate("2022-03-31"), amountCents: cents(10_000_000) },
  { name: "终验", dueOn: isoDate("2022-12-31"), amountCents: cents(14_000_000) },
];

describe("a framework", () => {
  const framework = { contractNo: "KJ-2022", kind: "framework" as const, amountCents: cents(1_000_000) };

  it("is called off by contracts of its own until it is used up", async () => {
    const { context, sign } = await smallOffice();
    const parent = (await sign(framework)).contract;
    const propose = async () => proposeNext(await context(), { id: parent.id, kind: "callOff" });
    const draft = await propose();
    expect(draft).toMatchObject({
      contractNo: "KJ-2022-01",
      kind: "oneOff",
      state: "draft",
      startDate: "2022-07-08",
      endDate: "2022-12-31",
      parentContractId: parent.id,
      amountCents: null,
    });
    await saveContract(await context(), { ...draft, amountCents: cents(600_000) });
    const next = await propose();
    expect(next.contractNo).toBe("KJ-2022-02");
    const save = async (amount: number) =>
      saveContract(await context(), { ...next, amountCents: cents(amount) });
    expect(await failureOf(() => save(400_001))).toMatchObject({
      code: "refused",
      message: "框架合同KJ-2022金额10,000.00元，已下单6,000.00元，本合同4,000.01元，合计超出0.01元。",
    });
    const second = await save(400_000);
    const detail = await getContract(await context(), parent.id);
    expect(detail).toMatchObject({ calledOffCents: 1_000_000, children: [{ contractNo: "KJ-2022-01" }, {}] });
    expect((await getContract(await context(), second)).parent?.contractNo).toBe("KJ-2022");
    const supplement = async (id: Id, delta: number) =>
      saveSupplement(await context(), supplementDraft(id, { deltaCents: cents(delta) }));
    expect((await failureOf(() => supplement(second, 1))).message).toContain("合计超出0.01元");
    expect((await failureOf(() => supplement(parent.id, -1))).message).toContain("合计超出0.01元");
  });

  it("is not called off outside its term, nor a contract of another kind", async () => {
    const { context, sign } = await smallOffice();
    const parent = (await sign({ ...framework, endDate: isoDate("2022-06-30") })).contract;
    const propose = async (id: Id) => proposeNext(await context(), { id, kind: "callOff" });
    expect((await failureOf(() => propose(parent.id))).message).toContain("已于 2022-06-30 到期");
    const late = { kind: "oneOff", parentContractId: parent.id, startDate: isoDate("2022-07-01") } as const;
    expect((await failureOf(() => sign({ ...late, contractNo: "HT-2" }))).message).toContain("不在期限内");
    const other = (await sign({ contractNo: "HT-3" })).contract;
    expect((await failureOf(() => propose(other.id))).message).toContain("不是框架合同");
  });

  it("lends its prices to what is called off", async () => {
    const { context, sign } = await smallOffice();
    const parent = (await sign(framework)).contract;
    await savePrice(await context(), priceDraft(parent.id));
    const price = idOf((await getContract(await context(), parent.id)).prices[0]);
    const terms = { kind: "asNeeded", amountCents: null, parentContractId: parent.id } as const;
    const child = (await sign({ ...terms, contractNo: "HT-2" })).contract;
    await saveMeasurement(await context(), measurementDraft(child.id, price));
    expect((await getContract(await context(), child.id)).contract.plannedCents).toBe(35_500);
  });
});

describe("a renewal", () => {
  it("begins when the last term ended, with another number and no papers of its own", async () => {
    const { context, sign } = await smallOffice();
    const { contract } = await sign({ contractNo: "HT-2022-7", name: "2022年服务合同" });
    const propose = async () => proposeNext(await context(), { id: contract.id, kind: "renewal" });
    const draft = await propose();
    expect(draft).toMatchObject({
      id: null,
      contractNo: "HT-2023-7",
      name: "2023年服务合同",
      startDate: "2023-01-01",
      endDate: "2023-12-31",
      state: "draft",
      signedOn: null,
      parentContractId: contract.id,
    });
    const { id } = await renewContract(await context(), { fromId: contract.id, contract: draft });
    const renewed = await getContract(await context(), id);
    expect(renewed.instalments.map((row) => row.label)).toEqual(
      [1, 2, 3, 4].map((quarter) => `2023年第${quarter}季度`),
    );
    expect((await propose()).contractNo).toBe("HT-2023-7-2");
  });

  it("follows an extension and keeps the length of the term, leap year or not", async () => {
    const { context, sign } = await smallOffice();
    const { contract } = await sign({ startDate: isoDate("2022-03-01"), endDate: isoDate("2023-02-28") });
    const longer = { kind: "term", newEndDate: isoDate("2023-08-31"), deltaCents: cents(0) } as const;
    await saveSupplement(await context(), supplementDraft(contract.id, longer));
    const draft = await proposeNext(await context(), { id: contract.id, kind: "renewal" });
    expect(draft).toMatchObject({ startDate: "2023-09-01", endDate: "2024-08-31" });
  });

  it("takes rentals over with their last quantity and price", async () => {
    const { context } = await sampleDesk(testClock());
    const fromId = contractId("recorders");
    const draft = await proposeNext(await context(), { id: fromId, kind: "renewal" });
    const { id } = await renewContract(await context(), { fromId, contract: draft });
    const renewed = await getContract(await context(), id);
    const last = (await getContract(await context(), fromId)).rentals[0]?.segments.at(-1);
    expect(renewed.rentals).toMatchObject([
      { segments: [{ validFrom: "2023-01-01", validTo: null, quantity: last?.quantity }] },
    ]);
    expect(renewed.instalments).toHaveLength(12);
    expect(renewed.instalments[0]).toMatchObject({ label: "2023年1月" });
  });

  it("takes milestones over while they add up", async () => {
    const { context, sign } = await smallOffice();
    const { contract } = await sign({ kind: "milestone" });
    await saveMilestones(await context(), { contractId: contract.id, milestones: two });
    const draft = await proposeNext(await context(), { id: contract.id, kind: "renewal" });
    const renew = async (changes: Partial<typeof draft> = {}) => {
      const fromId = contract.id;
      const renewed = await renewContract(await context(), { fromId, contract: { ...draft, ...changes } });
      return showRenewed(await context(), renewed);
    };
    const same = await renew();
    expect(same.milestones.map((row) => row.dueOn)).toEqual(["2023-03-31", "2023-12-31"]);
    expect(same.instalments.map((row) => row.amountCents)).toEqual([10_000_000, 14_000_000]);
    const dearer = await renew({ contractNo: "HT-8", amountCents: cents(25_000_000) });
    expect(dearer).toMatchObject({ milestones: [], instalments: [{ amountCents: 25_000_000 }] });
    expect(same.leftBehind).toEqual([]);
    expect(dearer.leftBehind).toEqual([
      "付款节点没有带入：原节点合计240,000.00元，新合同按节点支付的是250,000.00元，请重新填写节点。",
    ]);
    const shorter = await renew({ contractNo: "HT-9", endDate: isoDate("2023-12-30") });
    expect(shorter.leftBehind).toEqual([
      "付款节点没有带入：“终验”顺延到 2023-12-31，晚于新合同结束日期，请重新填写节点。",
    ]);
    const open = await renew({ contractNo: "HT-10", amountCents: null });
    expect(open.leftBehind).toEqual(["付款节点没有带入：新合同没有金额。"]);
  });

  it("says which rentals had nothing to take over", async () => {
    const { context, sign } = await smallOffice();
    const { contract } = await sign({ kind: "monthly", amountCents: null });
    const rental = { id: null, contractId: contract.id, name: "对讲机", unitName: "台", note: "" };
    await saveRental(await context(), { ...rental, proration: "wholeMonth" });
    const draft = await proposeNext(await context(), { id: contract.id, kind: "renewal" });
    const { leftBehind } = await renewContract(await context(), { fromId: contract.id, contract: draft });
    expect(leftBehind).toEqual(["月租“对讲机”没有带入：原合同到期时没有数量和单价。"]);
  });
});

describe("milestones", () => {
  it("are shown first, then make the plan", async () => {
    const { context, sign } = await smallOffice();
    const { contract, instalments } = await sign({ kind: "milestone" });
    const input = { contractId: contract.id, milestones: two };
    const shown = await previewMilestones(await context(), input);
    expect(shown.difference).toMatchObject({
      add: [{ label: "终验" }],
      change: [{ after: { label: "交货" } }],
    });
    expect((await getContract(await context(), contract.id)).instalments).toEqual(instalments);
    await saveMilestones(await context(), input);
    await saveMilestones(await context(), input);
    const detail = await getContract(await context(), contract.id);
    expect(detail.milestones.map((row) => [row.seq, row.name])).toEqual([
      [1, "交货"],
      [2, "终验"],
    ]);
    expect(detail.instalments.map((row) => row.amountCents)).toEqual([10_000_000, 14_000_000]);
  });

  it("are refused unless they add up, lie in the term, and the contract is paid by them", async () => {
    const { context, sign } = await smallOffice();
    const { contract } = await sign({ kind: "milestone", retentionBp: 500 });
    const save = async (milestones: typeof two, id = contract.id) =>
      saveMilestones(await context(), { contractId: id, milestones });
    expect((await failureOf(() => save(two))).message).toContain(
      "付款节点金额合计240,000.00元，应为228,000.00元",
    );
    const early = two.map((row) => ({ ...row, dueOn: isoDate("2021-12-31") }));
    expect((await failureOf(() => save(early))).message).toContain("早于合同开始日期");
    const other = (await sign({ contractNo: "HT-2" })).contract;
    expect((await failureOf(() => save(two, other.id))).message).toContain("只有按节点支付");
  });
});
