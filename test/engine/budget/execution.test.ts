import { describe, expect, it } from "vitest";
import { getExecution, getLinePapers } from "#engine/budget/getExecution.ts";
import { savePlans } from "#engine/budget/savePlans.ts";
import { getBudgetSettings, saveBudgetSettings } from "#engine/budget/settings.ts";
import { getProject } from "#engine/projects/getProject.ts";
import { budgetLineId } from "#engine/sample/budget.ts";
import { projectId } from "#engine/sample/project.ts";
import { type Cents, cents, sumCents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import { failureOf } from "#test/engine/store/testLedger.ts";
import { sampleDesk } from "#test/engine/support/sampleDesk.ts";
import { smallOffice } from "#test/engine/support/smallOffice.ts";
import { testClock } from "#test/engine/support/testClock.ts";

const year = { fiscalYear: 2022, projectId: null, asOf: null } as const;

async function sample() {
  const clock = testClock();
  const { context } = await sampleDesk(clock);
  const execution = async (asked: Parameters<typeof getExecution>[1] = year) =>
    getExecution(await context(), asked);
  return { clock, context, execution };
}

describe("预算执行 of the sample", () => {
  it("has the figures that the project shows, and says where 序时进度 stands", async () => {
    const { context, execution } = await sample();
    const { asOf, progress, total, projects } = await execution();
    const { project, budgetLines } = await getProject(await context(), projectId);
    expect({ asOf, progress }).toEqual({ asOf: "2022-07-08", progress: { month: "2022-06", bp: 5_000 } });
    expect(total).toMatchObject({ paidCents: project.paidCents, committedCents: project.committedCents });
    expect(
      projects[0]?.lines.map(({ allocatedCents, paidCents, availableCents }) => ({
        allocatedCents,
        paidCents,
        availableCents,
      })),
    ).toEqual(
      budgetLines.map(({ allocatedCents, paidCents, availableCents }) => ({
        allocatedCents,
        paidCents,
        availableCents,
      })),
    );
    expect(projects[0]?.funds.sources).toContainEqual({
      kind: "currentAppropriation",
      amountCents: 43_000_000,
      usedCents: project.paidCents,
      leftCents: 43_000_000 - project.paidCents,
    });
  });

  it("shows a year that is over as it stood on its last day, and any day that is asked for", async () => {
    const { clock, execution } = await sample();
    clock.goTo("2023-02-01");
    expect((await execution()).asOf).toBe("2022-12-31");
    expect((await execution({ ...year, asOf: isoDate("2022-03-31") })).progress.month).toBe("2022-03");
    expect((await execution({ ...year, fiscalYear: 2030 })).projects).toEqual([]);
  });

  it("leads to the papers behind a line, which add up to its figures", async () => {
    const { context } = await sample();
    const id = budgetLineId("joint");
    const { execution, commitments, payments } = await getLinePapers(await context(), { id, asOf: null });
    expect(sumCents(commitments.map((row) => row.committedCents))).toBe(execution.committedCents);
    expect(sumCents(payments.filter((row) => row.isPaid).map((row) => row.amountCents))).toBe(
      execution.paidCents,
    );
    for (const { quarter, committedCents } of execution.quarters) {
      const parts = commitments.flatMap((row) => row.parts.filter((part) => part.quarter === quarter));
      expect(sumCents(parts.map((part) => part.cents))).toBe(committedCents);
    }
    const missing = await failureOf(async () =>
      getLinePapers(await context(), { id: asId("none"), asOf: null }),
    );
    expect(missing.message).toBe("找不到这项预算明细。");
  });
});

describe("a contract over two years", () => {
  it("takes of this year's budget what falls on it; the rest is shown apart", async () => {
    const { context, sign, lineId } = await smallOffice();
    await sign({ contractNo: "LN", endDate: isoDate("2023-12-31"), amountCents: cents(48_000_000) });
    const { total } = await getExecution(await context(), year);
    expect(total).toMatchObject({
      committedCents: 24_000_000,
      laterCents: 24_000_000,
      availableCents: 0,
      overQuarters: [],
    });
    const papers = await getLinePapers(await context(), { id: lineId, asOf: null });
    expect(papers.commitments).toMatchObject([{ committedCents: 24_000_000, laterCents: 24_000_000 }]);
    expect(papers.commitments[0]?.parts.map((part) => part.quarter)).toEqual([
      ...[1, 2, 3, 4],
      ...[null, null, null, null],
    ]);
  });
});

describe("用款计划", () => {
  const joint = budgetLineId("joint");
  const plan = ([first, second, third, fourth]: readonly [number, number, number, number]) => ({
    plans: [
      {
        budgetLineId: joint,
        quartersCents: [cents(first), cents(second), cents(third), cents(fourth)] as [
          Cents,
          Cents,
          Cents,
          Cents,
        ],
      },
    ],
  });

  it("is kept, changed and taken away again", async () => {
    const { context, execution } = await sample();
    const shown = async () => {
      const line = (await execution()).projects[0]?.lines[0];
      return [line?.spread, ...(line?.quarters.map((quarter) => quarter.allocatedCents) ?? [])];
    };
    await savePlans(await context(), plan([3_000_000, 9_000_000, 6_000_000, 6_000_000]));
    expect(await shown()).toEqual(["written", 3_000_000, 9_000_000, 6_000_000, 6_000_000]);
    await savePlans(await context(), plan([0, 12_000_000, 6_000_000, 6_000_000]));
    expect(await shown()).toEqual(["written", 0, 12_000_000, 6_000_000, 6_000_000]);
    await savePlans(await context(), { plans: [{ budgetLineId: joint, quartersCents: null }] });
    expect(await shown()).toEqual(["byQuarter", 6_000_000, 6_000_000, 6_000_000, 6_000_000]);
  });

  it.each([
    [[6_000_000, 6_000_000, 6_000_000, 6_000_001], "240,000.01元，预算（含调剂）为240,000.00元，多0.01元。"],
    [[0, 0, 0, 0], "0.00元，预算（含调剂）为240,000.00元，少240,000.00元。"],
  ] as const)("adds up to the line: not %o", async (amounts, rest) => {
    const { context, execution } = await sample();
    const failure = await failureOf(async () => savePlans(await context(), plan(amounts)));
    expect(failure.message).toBe(`“大联动综合整治”四个季度合计${rest}`);
    expect((await execution()).projects[0]?.lines[0]?.spread).toBe("byQuarter");
  });
});

describe("the settings of the budget", () => {
  it("hold for funds and for what is announced", async () => {
    const { context, execution } = await sample();
    expect(await getBudgetSettings(await context())).toEqual({ carryOver: "first", soonDays: 15 });
    await saveBudgetSettings(await context(), { carryOver: "last", soonDays: 3 });
    await saveBudgetSettings(await context(), { carryOver: "last", soonDays: 30 });
    expect(await getBudgetSettings(await context())).toEqual({ carryOver: "last", soonDays: 30 });
    expect((await execution()).projects[0]?.funds.order).toBe("last");
  });
});
