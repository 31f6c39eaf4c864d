import { describe, expect, it } from "vitest";
import { getContract } from "#engine/contracts/getContract.ts";
import { saveAcceptance } from "#engine/contracts/saveAcceptance.ts";
import { applyPlan } from "#engine/contracts/saveContract.ts";
import {
  previewSupplement,
  previewVoidSupplement,
  saveSupplement,
  voidSupplement,
} from "#engine/contracts/saveSupplement.ts";
import type { ApiParsed } from "#shared/api/contract.ts";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { failureOf } from "#test/engine/store/testLedger.ts";
import { supplementDraft } from "#test/engine/support/agreementDrafts.ts";
import { acceptanceDraft, type contractDraft } from "#test/engine/support/drafts.ts";
import { idOf, smallOffice } from "#test/engine/support/smallOffice.ts";
import { testClock } from "#test/engine/support/testClock.ts";

type Changes = Partial<ApiParsed<"contracts.saveSupplement">>;

async function signed(terms?: Parameters<typeof contractDraft>[1]) {
  const clock = testClock();
  const office = await smallOffice(clock);
  const contractId = (await office.sign(terms)).contract.id;
  const now = async () => getContract(await office.context(), contractId);
  return {
    office,
    clock,
    contractId,
    now,
    amounts: async () => (await now()).instalments.map((row) => row.amountCents),
    preview: async (changes: Changes = {}, asked: { deltaCents?: null; partCents?: number } = {}) => {
      const draft = supplementDraft(contractId, changes);
      const deltaCents = asked.deltaCents === null ? null : draft.deltaCents;
      const partCents = asked.partCents === undefined ? null : cents(asked.partCents);
      return previewSupplement(await office.context(), { ...draft, deltaCents, partCents });
    },
    save: async (changes: Changes = {}) =>
      saveSupplement(await office.context(), supplementDraft(contractId, changes)),
    accept: async (index: number) =>
      saveAcceptance(
        await office.context(),
        acceptanceDraft(contractId, { instalmentId: idOf((await now()).instalments[index]) }),
      ),
  };
}

describe("a supplement", () => {
  it("is previewed with the plan, the sum and the share it adds, and nothing is written", async () => {
    const { preview, now } = await signed();
    const before = await now();
    const shown = await preview();
    expect(shown).toMatchObject({
      sumBeforeCents: 24_000_000,
      sumCents: 26_000_000,
      endBefore: "2022-12-31",
      endDate: "2022-12-31",
      deltaCents: 2_000_000,
      addedBp: 833,
      offCents: 0,
      notes: [],
    });
    expect(shown.difference).toMatchObject({ keep: 2, add: [], remove: [], locked: [] });
    expect(shown.difference.change.map(({ after }) => after.amountCents)).toEqual([7_000_000, 7_000_000]);
    expect(await now()).toEqual(before);
  });

  it("is saved as it was shown, and voided to what it was", async () => {
    const { save, amounts, now, office } = await signed();
    await save();
    expect(await amounts()).toEqual([6_000_000, 6_000_000, 7_000_000, 7_000_000]);
    expect((await now()).contract).toMatchObject({ totalCents: 26_000_000, plannedCents: 26_000_000 });
    const id = idOf((await now()).supplements[0]);
    const shown = await previewVoidSupplement(await office.context(), { id });
    expect(shown).toMatchObject({ sumBeforeCents: 26_000_000, sumCents: 24_000_000 });
    expect(shown.difference.change).toHaveLength(2);
    await voidSupplement(await office.context(), { id, reason: "录入有误" });
    expect(await amounts()).toEqual([6_000_000, 6_000_000, 6_000_000, 6_000_000]);
  });

  it("warns of more than a tenth, and of one signed after it took effect", async () => {
    const { preview } = await signed();
    const exactly = await preview({ deltaCents: cents(2_400_000) });
    expect(exactly).toMatchObject({ addedBp: 1_000, notes: [] });
    const { notes } = await preview({ deltaCents: cents(2_400_001), signedOn: isoDate("2022-07-02") });
    expect(notes).toEqual([
      "补充金额累计24,000.01元，为原合同的10.00%，超过10.00%（政府采购法第四十九条），核对时会列为“阻断”。",
      "签订日 2022-07-02 晚于生效日 2022-07-01（倒签），请确认。",
    ]);
  });

  it("keeps the amounts that were given for each period", async () => {
    const { office, contractId, save, amounts } = await signed();
    const amountsCents = [3_000_000, 5_000_000, 7_000_000, 9_000_000].map(cents);
    await applyPlan(await office.context(), { contractId, shape: { kind: "amounts", amountsCents } });
    await save({ deltaCents: cents(1_000_000) });
    expect(await amounts()).toEqual([3_000_000, 5_000_000, 7_500_000, 9_500_000]);
    const longer = { kind: "term", newEndDate: isoDate("2023-03-31"), deltaCents: cents(0) } as const;
    await save({ ...longer, supplementNo: "补-02" });
    expect(await amounts()).toEqual([3_000_000, 5_000_000, 7_500_000, 9_500_000, 0]);
  });

  it("leaves what is accepted and makes up for it on the others", async () => {
    const { save, accept, amounts, preview } = await signed();
    await accept(2);
    const shown = await preview();
    expect(shown.difference.locked).toMatchObject([
      { before: { amountCents: 6_000_000 }, after: { amountCents: 7_000_000 }, why: ["acceptance"] },
    ]);
    expect(shown.offCents).toBe(0);
    await save();
    const [first = 0, second = 0, third, fourth = 0] = await amounts();
    expect(third).toBe(6_000_000);
    expect(first + second + 6_000_000 + fourth).toBe(26_000_000);
  });
});

describe("a new price", () => {
  it("is given as what each later period costs", async () => {
    const { preview, save, amounts } = await signed({ amountCents: cents(24_000_001) });
    const shown = await preview({ kind: "price" }, { deltaCents: null, partCents: 6_500_000 });
    expect(shown.deltaCents).toBe(999_999);
    await save({ kind: "price", deltaCents: shown.deltaCents });
    expect(await amounts()).toEqual([6_000_000, 6_000_000, 6_500_000, 6_500_000]);
  });
});

describe("an early end", () => {
  it("proposes to take off what it cuts off, and the plan adds up", async () => {
    const { preview, save, amounts, now, clock } = await signed({ retentionBp: 500 });
    const end = { kind: "terminate", effectiveOn: isoDate("2022-09-30"), deltaCents: cents(0) } as const;
    const shown = await preview(end, { deltaCents: null });
    expect(shown).toMatchObject({ deltaCents: -6_000_000, endDate: "2022-09-30", offCents: 0 });
    await save({ ...end, deltaCents: shown.deltaCents });
    expect((await amounts()).toSorted((a, b) => a - b)).toEqual([900_000, 5_700_000, 5_700_000, 5_700_000]);
    expect((await now()).contract).toMatchObject({ totalCents: 24_000_000, stateNow: "active" });
    clock.goTo("2022-10-01");
    expect((await now()).contract).toMatchObject({
      totalCents: 18_000_000,
      stateNow: "ended",
      endNow: "2022-09-30",
    });
  });

  it("does not take off what is accepted already, and says when nothing is taken off", async () => {
    const { preview, accept, save, amounts } = await signed();
    await accept(3);
    const end = { kind: "terminate", effectiveOn: isoDate("2022-06-30"), deltaCents: cents(0) } as const;
    const shown = await preview(end, { deltaCents: null });
    expect(shown.deltaCents).toBe(-6_000_000);
    expect(shown.difference).toMatchObject({
      keep: 3,
      change: [],
      locked: [],
      remove: [{ amountCents: 6_000_000 }],
    });
    await save({ ...end, deltaCents: shown.deltaCents });
    expect(await amounts()).toEqual([6_000_000, 6_000_000, 6_000_000]);
    const silent = await preview({ ...end, supplementNo: "补-02", effectiveOn: isoDate("2022-06-29") });
    expect(silent.notes.join()).toContain("没有减少金额");
  });
});

describe("a suspension", () => {
  it("blocks the periods wholly in it, and a resumption may take their money", async () => {
    const { save, now, clock } = await signed();
    await save({ kind: "suspend", effectiveOn: isoDate("2022-04-01"), deltaCents: cents(0) });
    expect((await now()).contract.stateNow).toBe("suspended");
    const states = async () => (await now()).instalments.map((row) => [row.status, row.waitsFor]);
    expect((await states()).slice(1)).toEqual(Array.from({ length: 3 }, () => ["blocked", "contract"]));
    await save({
      supplementNo: "补-02",
      kind: "resume",
      effectiveOn: isoDate("2022-07-01"),
      deltaCents: cents(-6_000_000),
    });
    expect((await now()).contract.stateNow).toBe("active");
    expect((await now()).instalments.map((row) => row.amountCents)).toEqual([
      6_000_000, 0, 6_000_000, 6_000_000,
    ]);
    clock.goTo("2022-10-05");
    expect((await states())[2]?.[0]).toBe("due");
  });
});

describe("a supplement is refused", () => {
  it.each<[string, Changes, string]>([
    ["term without a day", { kind: "term", newEndDate: null }, "期限变更要写明新的结束日期。"],
    ["before the start", { kind: "term", newEndDate: isoDate("2021-12-31") }, "早于合同开始日期 2022-01-01"],
    [
      "an end after the end",
      { kind: "terminate", effectiveOn: isoDate("2023-01-01") },
      "终止日 2023-01-01 晚于合同结束日期 2022-12-31。",
    ],
    ["a resumption of nothing", { kind: "resume" }, "合同在 2022-07-01 没有中止，无需恢复。"],
    [
      "a suspension that moves the end",
      { kind: "suspend", newEndDate: isoDate("2023-03-31") },
      "中止、恢复不改变合同的结束日期。",
    ],
    ["more than there is", { deltaCents: cents(-24_000_001) }, "补充后合同金额为-0.01元，不能为负数。"],
  ])("for %s", async (_, changes, message) => {
    const { preview, save, now } = await signed();
    const before = await now();
    expect((await failureOf(() => preview(changes))).message).toContain(message);
    expect((await failureOf(() => save(changes))).message).toContain(message);
    expect(await now()).toEqual(before);
  });

  it("when its number is taken, and when others need it", async () => {
    const { save, now, office } = await signed();
    await save({ kind: "suspend", deltaCents: cents(0) });
    expect(await failureOf(() => save())).toMatchObject({
      code: "conflict",
      message: "本合同已有编号为“补-01”的补充协议。",
    });
    const resume = { kind: "resume", effectiveOn: isoDate("2022-07-08"), deltaCents: cents(0) } as const;
    await save({ ...resume, supplementNo: "补-02" });
    const id = idOf((await now()).supplements.find((row) => row.kind === "suspend"));
    const voiding = async () => voidSupplement(await office.context(), { id, reason: "录入有误" });
    expect((await failureOf(voiding)).message).toBe("合同在 2022-07-08 没有中止，无需恢复。");
  });

  it("when a contract without a sum should get more of it", async () => {
    const { save } = await signed({ kind: "asNeeded", amountCents: null });
    expect((await failureOf(() => save())).message).toContain("本合同没有金额（上限）");
  });
});
