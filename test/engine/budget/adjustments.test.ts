import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { getExecution } from "#engine/budget/getExecution.ts";
import { listAdjustments } from "#engine/budget/listAdjustments.ts";
import { voidAdjustment } from "#engine/budget/voidAdjustment.ts";
import { adjustBudget } from "#engine/projects/adjustBudget.ts";
import { getProject } from "#engine/projects/getProject.ts";
import { saveBudgetLine } from "#engine/projects/saveParts.ts";
import type { ApiParsed } from "#shared/api/contract.ts";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { UserError } from "#shared/kernel/errors.ts";
import { asId } from "#shared/kernel/id.ts";
import type { BudgetLine } from "#shared/model/project.ts";
import { failureOf } from "#test/engine/store/testLedger.ts";
import { lineDraft } from "#test/engine/support/drafts.ts";
import { smallOffice } from "#test/engine/support/smallOffice.ts";
import { testClock } from "#test/engine/support/testClock.ts";

const scope = { fiscalYear: 2022, projectId: null } as const;

/** An office with a line of 240,000.00 and one of 100,000.00, controlled as asked for. */
async function twoLines(control: BudgetLine["control"] = "block") {
  const clock = testClock();
  const desk = await smallOffice(clock);
  const { projectId } = desk;
  await saveBudgetLine(
    await desk.context(),
    lineDraft(projectId, {
      seq: 2,
      name: "宣传",
      amountCents: cents(10_000_000),
      quantity: null,
      unitPrice: null,
      periods: null,
      control,
    }),
  );
  const lines = async () => (await getProject(await desk.context(), projectId)).budgetLines;
  const [first, second] = (await lines()).map((line) => asId(line.id));
  if (first === undefined || second === undefined) throw new Error("two lines were saved");
  const shift = async (amount: number, changes: Partial<ApiParsed<"projects.adjust">> = {}) =>
    adjustBudget(await desk.context(), {
      projectId,
      adjustedOn: isoDate("2022-06-01"),
      reason: "据实调剂",
      documentNo: "纪要〔2022〕8号",
      lines: [
        { budgetLineId: first, deltaCents: cents(-amount) },
        { budgetLineId: second, deltaCents: cents(amount) },
      ],
      ...changes,
    });
  const allocated = async () => (await lines()).map((line) => line.allocatedCents);
  const groups = async () => listAdjustments(await desk.context(), scope);
  /** The latest that still counts. */
  const takeBack = async () => {
    const latest = (await groups()).find((group) => group.voidedAt === null);
    await voidAdjustment(await desk.context(), { groupId: latest?.groupId ?? "", reason: "会议未通过" });
  };
  return { ...desk, clock, first, second, shift, allocated, groups, takeBack };
}

describe("预算调剂 as dated records", () => {
  it("are listed as one, the latest first, with what they moved", async () => {
    const { shift, groups } = await twoLines();
    await shift(300);
    await shift(-100, { adjustedOn: isoDate("2022-07-01") });
    expect(await groups()).toMatchObject([
      {
        adjustedOn: "2022-07-01",
        movedCents: 100,
        lines: [{ deltaCents: 100 }, { name: "宣传", deltaCents: -100 }],
      },
      { adjustedOn: "2022-06-01", movedCents: 300, documentNo: "纪要〔2022〕8号", voidedAt: null },
    ]);
  });

  it("go back as a whole, with the reason, and stay in the list", async () => {
    const { shift, groups, takeBack, allocated } = await twoLines();
    await shift(300);
    await takeBack();
    expect(await allocated()).toEqual([24_000_000, 10_000_000]);
    expect(await groups()).toMatchObject([{ voidReason: "会议未通过", lines: [{}, {}] }]);
    const again = await failureOf(takeBack);
    expect(again).toMatchObject({ code: "not-found", message: "找不到这次调剂。" });
  });

  it("cannot leave a line below zero on any day", async () => {
    const { shift, takeBack, allocated } = await twoLines("ignore");
    await shift(1_000);
    await shift(-10_001_000, { adjustedOn: isoDate("2022-06-02") });
    expect(await allocated()).toEqual([34_000_000, 0]);
    // What came in June was given away on the day after; the loan before it would be one of nothing.
    const early = await failureOf(() => shift(-10_000_001, { adjustedOn: isoDate("2022-05-01") }));
    expect(early.message).toBe("“宣传”调减后为-100,000.01元，预算不能为负数。");
    const first = await failureOf(async () => {
      await takeBack();
      await takeBack();
      await shift(-10_000_001);
    });
    expect(first.message).toBe("“宣传”调减后为-0.01元，预算不能为负数。");
    await shift(10);
    const before = await failureOf(() => shift(-10_000_001, { adjustedOn: isoDate("2022-05-01") }));
    expect(before.message).toBe("“宣传”调减后（2022-05-01）为-0.01元，预算不能为负数。");
  });

  it("cannot take what is signed, unless the line is not controlled strictly", async () => {
    const strict = await twoLines();
    const sum = { amountCents: cents(9_000_000), budgetLineId: strict.second };
    await strict.sign(sum);
    await strict.shift(-1_000_000);
    const failure = await failureOf(() => strict.shift(-1));
    expect(failure).toMatchObject({
      code: "refused",
      message: "“宣传”调剂后为89,999.99元，少于已付0.00元加已签未付90,000.00元。",
    });
    for (const control of ["warn", "ignore"] as const) {
      const loose = await twoLines(control);
      await loose.sign({ ...sum, budgetLineId: loose.second });
      await loose.shift(-1_000_001);
      expect(await loose.allocated()).toEqual([25_000_001, 8_999_999]);
    }
  });

  it("cannot go back once the money is signed away", async () => {
    const { shift, sign, second, takeBack } = await twoLines();
    await shift(1_000_000);
    await sign({ amountCents: cents(10_500_000), budgetLineId: second });
    expect((await failureOf(takeBack)).message).toBe(
      "“宣传”调剂后为100,000.00元，少于已付0.00元加已签未付105,000.00元。",
    );
  });

  it("belong to their own budget year", async () => {
    const { shift } = await twoLines();
    expect(await failureOf(() => shift(1, { adjustedOn: isoDate("2023-01-01") }))).toMatchObject({
      code: "bad-request",
      message: "调剂日期 2023-01-01 不在项目的 2022 预算年度内。",
    });
  });

  it("taken back, leave every day as it was before", async () => {
    const { context, shift, takeBack } = await twoLines("warn");
    const days = ["2022-01-01", "2022-06-01", "2022-12-31"] as const;
    const seen = async () => {
      const all = [];
      for (const day of days)
        all.push((await getExecution(await context(), { ...scope, asOf: isoDate(day) })).projects);
      return all;
    };
    const before = await seen();
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: -12_000_000, max: 25_000_000 }),
        fc.constantFrom("2022-03-01", "2022-06-01", "2022-11-30"),
        async (amount, day) => {
          const isDone = await shift(amount, { adjustedOn: isoDate(day) }).then(
            () => true,
            (error: unknown) => {
              if (error instanceof UserError) return false;
              throw error;
            },
          );
          if (isDone) {
            expect(await seen()).not.toEqual(before);
            await takeBack();
          }
          expect(await seen()).toEqual(before);
        },
      ),
      { numRuns: 25 },
    );
  });
});
