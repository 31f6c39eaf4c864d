import { describe, expect, it } from "vitest";
import { cents, sumCents } from "#shared/kernel/cents.ts";
import { type IsoDate, isoDate } from "#shared/kernel/dates.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Contract } from "#shared/model/contract.ts";
import type { InstalmentDraft } from "#shared/schedule/draft.ts";
import { type FreePlanOptions, planContract } from "./onWeekends.ts";
import { contractOf, supplementOf } from "./samples.ts";

const amounts = (drafts: readonly InstalmentDraft[]) => drafts.map((draft) => draft.amountCents);
const plan = (changes: Partial<Contract>, options?: FreePlanOptions) =>
  planContract(contractOf(changes), [], options);

const twoMilestones = [
  { seq: 2, name: "终验", dueOn: isoDate("2022-09-30"), amountCents: cents(16_800_000) },
  { seq: 1, name: "交货", dueOn: isoDate("2022-03-31"), amountCents: cents(7_200_000) },
];

describe("planContract", () => {
  it("puts the remainder of four quarters on the last one", () => {
    const drafts = plan({ amountCents: cents(10_000_001) });
    expect(amounts(drafts)).toEqual([2_500_000, 2_500_000, 2_500_000, 2_500_001]);
    expect(drafts[1]).toEqual({
      rentalId: null,
      seq: 2,
      kind: "regular",
      label: "2022年第2季度",
      periodFrom: "2022-04-01",
      periodTo: "2022-06-30",
      amountCents: 2_500_000,
      deductionCents: 0,
      earliestDate: "2022-07-01",
      dueDate: "2022-07-16",
    });
  });

  it("cuts the first and the last period to the term", () => {
    const drafts = plan({ startDate: isoDate("2022-02-15"), endDate: isoDate("2022-11-30") });
    expect(drafts.map((draft) => [draft.periodFrom, draft.periodTo])).toEqual([
      ["2022-02-15", "2022-03-31"],
      ["2022-04-01", "2022-06-30"],
      ["2022-07-01", "2022-09-30"],
      ["2022-10-01", "2022-11-30"],
    ]);
  });

  it.each([
    ["periodStart", "2022-01-01", "2022-01-16"],
    ["periodEnd", "2022-04-01", "2022-04-16"],
    ["afterInvoiceAndAcceptance", null, null],
  ] as const)("dates the first quarter by %s", (payTiming, earliestDate, dueDate) => {
    expect(plan({ payTiming })[0]).toMatchObject({ earliestDate, dueDate });
  });

  it("counts working days by the calendar it is given", () => {
    const holidays = new Set([isoDate("2022-04-04"), isoDate("2022-04-05")]);
    const workdays = new Set([isoDate("2022-04-02")]);
    const [first] = plan({ dayKind: "working", payWithinDays: 3 }, { calendar: { holidays, workdays } });
    // 04-01 is the earliest day; 04-02 (Saturday) is worked, 04-03 to 04-05 are off, then 04-06 and 04-07.
    expect(first?.dueDate).toBe("2022-04-07");
  });

  it("spreads by shares and by amounts", () => {
    const shares = plan(
      { amountCents: cents(9_999) },
      { shape: { kind: "shares", sharesBp: [1_000, 2_000, 3_000, 4_000] } },
    );
    expect(amounts(shares)).toEqual([999, 1_999, 2_999, 4_002]);
    const given = [cents(1), cents(2), cents(3), cents(4)];
    expect(
      amounts(plan({ amountCents: cents(10) }, { shape: { kind: "amounts", amountsCents: given } })),
    ).toEqual(given);
  });

  it.each([
    [{ kind: "shares", sharesBp: [5_000, 5_000] }, "共有4期，填写了2期"],
    [{ kind: "shares", sharesBp: [2_500, 2_500, 2_500, 2_400] }, "合计为99%"],
    [{ kind: "amounts", amountsCents: [1, 2, 3, 4].map(cents) }, "各期金额合计0.10元，应为240,000.00元"],
  ] as const)("refuses parts that do not fit: %o", (shape, message) => {
    expect(() => plan({}, { shape })).toThrow(message);
    expect(() => plan({}, { shape })).toThrow(UserError);
  });

  it("takes advance and retention out of the periods", () => {
    const drafts = plan({
      amountCents: cents(10_000_000),
      advanceCents: cents(3_000_000),
      retentionBp: 500,
      releaseDate: isoDate("2023-06-30"),
    });
    expect(drafts.map((draft) => [draft.kind, draft.amountCents, draft.earliestDate])).toEqual([
      ["advance", 3_000_000, "2021-12-20"],
      ["regular", 1_625_000, "2022-04-01"],
      ["regular", 1_625_000, "2022-07-01"],
      ["regular", 1_625_000, "2022-10-01"],
      ["regular", 1_625_000, "2023-01-01"],
      ["retention", 500_000, "2023-06-30"],
    ]);
    expect(() => plan({ advanceCents: cents(24_000_000), retentionBp: 1 })).toThrow(UserError);
  });

  it("gives an advance no day before the contract is signed", () => {
    const terms = { kind: "oneOff", advanceCents: cents(3_000_000), payWithinDays: 10 } as const;
    const advance = (signedOn: IsoDate | null) => plan({ ...terms, signedOn })[0];
    expect(advance(null)).toMatchObject({ kind: "advance", earliestDate: null, dueDate: null });
    expect(advance(isoDate("2022-02-10"))).toMatchObject({
      earliestDate: "2022-02-10",
      dueDate: "2022-02-20",
    });
  });

  it("pays milestones as they are reached", () => {
    const drafts = plan({ kind: "milestone" }, { milestones: twoMilestones });
    expect(
      drafts.map(({ label, periodFrom, periodTo, amountCents }) => [
        label,
        periodFrom,
        periodTo,
        amountCents,
      ]),
    ).toEqual([
      ["交货", "2022-01-01", "2022-03-31", 7_200_000],
      ["终验", "2022-04-01", "2022-09-30", 16_800_000],
    ]);
  });

  it("says when milestones do not add up, or come after the end", () => {
    const [last] = twoMilestones;
    expect(() => plan({ kind: "milestone" }, { milestones: twoMilestones.slice(0, 1) })).toThrow(
      "付款节点金额合计168,000.00元，应为240,000.00元（合同金额240,000.00元，含补充协议，已扣预付款和质保金），还差72,000.00元。",
    );
    const late = twoMilestones.map((row) => (row === last ? { ...row, dueOn: isoDate("2023-01-31") } : row));
    expect(() => plan({ kind: "milestone" }, { milestones: late })).toThrow(
      "付款节点“终验”的日期 2023-01-31 晚于合同结束日期 2022-12-31。",
    );
  });

  it("gives a supplement's money to milestones not over, unless they state it already", () => {
    const contract = contractOf({ kind: "milestone" });
    const added = planContract(contract, [supplementOf()], { milestones: twoMilestones });
    expect(amounts(added)).toEqual([7_200_000, 18_800_000]);
    const stated = twoMilestones.map((row, index) =>
      index === 0 ? { ...row, amountCents: cents(18_800_000) } : row,
    );
    expect(amounts(planContract(contract, [supplementOf()], { milestones: stated }))).toEqual([
      7_200_000, 18_800_000,
    ]);
  });

  it("moves the money of milestones that an early end cuts off, less what it takes away", () => {
    const end = { kind: "terminate", effectiveOn: isoDate("2022-06-30") } as const;
    const contract = contractOf({ kind: "milestone" });
    const planned = (deltaCents: number) =>
      planContract(contract, [supplementOf({ ...end, deltaCents: cents(deltaCents) })], {
        milestones: twoMilestones,
      }).map((draft) => [draft.label, draft.amountCents]);
    expect(planned(-16_800_000)).toEqual([["交货", 7_200_000]]);
    expect(planned(0)).toEqual([["交货", 24_000_000]]);
  });

  it.each([
    ["even", [500_000, 500_000, 500_000, 500_000]],
    ["first", [0, 0, 1_000_000, 1_000_000]],
    ["last", [1_000_000, 1_000_000, 0, 0]],
  ] as const)("offsets an advance: %s", (advanceOffset, expected) => {
    const drafts = plan({
      amountCents: cents(4_000_000),
      advanceCents: cents(2_000_000),
      advanceOffset,
    });
    expect(amounts(drafts)).toEqual([2_000_000, ...expected]);
  });

  it("leaves a period in the plan that an early end cuts off, when papers hang on it", () => {
    const end = {
      kind: "terminate",
      effectiveOn: isoDate("2022-06-30"),
      deltaCents: cents(-6_000_000),
    } as const;
    const drafts = planContract(contractOf(), [supplementOf(end)], {
      kept: new Set([isoDate("2022-10-01")]),
    });
    expect(drafts.map((draft) => [draft.label, draft.amountCents])).toEqual([
      ["2022年第1季度", 6_000_000],
      ["2022年第2季度", 6_000_000],
      ["2022年第4季度", 6_000_000],
    ]);
  });

  it("makes a new price the same for every later period", () => {
    const dearer = supplementOf({ kind: "price", deltaCents: cents(2_000_001) });
    expect(amounts(planContract(contractOf(), [dearer]))).toEqual([
      6_000_000, 6_000_000, 7_000_000, 7_000_001,
    ]);
    const inMiddle = supplementOf({ kind: "price", effectiveOn: isoDate("2022-08-01") });
    expect(amounts(planContract(contractOf(), [inMiddle]))).toEqual([
      6_000_000, 6_000_000, 6_000_000, 8_000_000,
    ]);
  });

  it("takes what a resumption reduces from the periods that were suspended", () => {
    const suspend = supplementOf({
      kind: "suspend",
      effectiveOn: isoDate("2022-04-01"),
      deltaCents: cents(0),
    });
    const resume = supplementOf({
      supplementNo: "补-02",
      kind: "resume",
      effectiveOn: isoDate("2022-07-01"),
      deltaCents: cents(-6_000_000),
    });
    expect(amounts(planContract(contractOf(), [suspend, resume]))).toEqual([
      6_000_000, 0, 6_000_000, 6_000_000,
    ]);
  });

  it("has no plan for what has no sum or no periods", () => {
    expect(plan({ amountCents: null })).toEqual([]);
    expect(plan({ kind: "asNeeded" })).toEqual([]);
    expect(plan({ kind: "framework" })).toEqual([]);
  });

  it("gives a supplement's money to the periods not over when it takes effect", () => {
    expect(amounts(planContract(contractOf(), [supplementOf()]))).toEqual([
      6_000_000, 6_000_000, 7_000_000, 7_000_000,
    ]);
    const less = supplementOf({ deltaCents: cents(-2_000_001) });
    expect(amounts(planContract(contractOf(), [less]))).toEqual([6_000_000, 6_000_000, 5_000_000, 4_999_999]);
  });

  it("takes a large reduction from the end", () => {
    const drafts = planContract(contractOf(), [supplementOf({ deltaCents: cents(-15_000_000) })]);
    expect(amounts(drafts)).toEqual([6_000_000, 3_000_000, 0, 0]);
    const tooMuch = supplementOf({ deltaCents: cents(-24_000_001) });
    expect(() => planContract(contractOf(), [tooMuch])).toThrow("减少的金额大于合同金额中还能减少的部分");
  });

  it("gives an extension's money to the periods it adds", () => {
    const longer = supplementOf({
      kind: "term",
      newEndDate: isoDate("2023-03-31"),
      deltaCents: cents(5_000_000),
    });
    const drafts = planContract(contractOf(), [longer]);
    expect(amounts(drafts)).toEqual([6_000_000, 6_000_000, 6_000_000, 6_000_000, 5_000_000]);
    expect(drafts[4]).toMatchObject({ periodFrom: "2023-01-01", periodTo: "2023-03-31", seq: 5 });
  });

  it("drops nothing that a termination does not say", () => {
    const end = {
      kind: "terminate",
      effectiveOn: isoDate("2022-09-30"),
      newEndDate: isoDate("2022-09-30"),
    } as const;
    const silent = planContract(contractOf(), [supplementOf({ ...end, deltaCents: cents(0) })]);
    expect(amounts(silent)).toEqual([6_000_000, 6_000_000, 12_000_000]);
    const said = planContract(contractOf(), [supplementOf({ ...end, deltaCents: cents(-6_000_000) })]);
    expect(amounts(said)).toEqual([6_000_000, 6_000_000, 6_000_000]);
    const settled = planContract(contractOf(), [supplementOf({ ...end, deltaCents: cents(-5_000_000) })]);
    expect(sumCents(amounts(settled))).toBe(19_000_000);
  });

  it("ignores voided supplements", () => {
    const voided = supplementOf({ voidedAt: "2022-07-02T01:00:00Z", voidReason: "录入有误" });
    expect(amounts(planContract(contractOf(), [voided]))).toEqual(amounts(planContract(contractOf(), [])));
  });
});
