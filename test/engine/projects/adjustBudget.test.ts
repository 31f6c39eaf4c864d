import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { adjustBudget } from "#engine/projects/adjustBudget.ts";
import { getProject } from "#engine/projects/getProject.ts";
import { saveBudgetLine } from "#engine/projects/saveParts.ts";
import { saveProject } from "#engine/projects/saveProject.ts";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { UserError } from "#shared/kernel/errors.ts";
import { asId, type Id } from "#shared/kernel/id.ts";
import { failureOf } from "#test/engine/store/testLedger.ts";
import { lineDraft, projectDraft } from "#test/engine/support/drafts.ts";
import { idOf, smallOffice } from "#test/engine/support/smallOffice.ts";
import { testClock } from "#test/engine/support/testClock.ts";

async function twoLines() {
  const clock = testClock();
  const desk = await smallOffice(clock);
  const { projectId } = desk;
  await saveBudgetLine(
    await desk.context(),
    lineDraft(projectId, { seq: 2, name: "宣传", amountCents: cents(1_000) }),
  );
  const lines = async () => (await getProject(await desk.context(), projectId)).budgetLines;
  const [first, second] = (await lines()).map((line) => line.id);
  const shift = async (deltas: readonly (readonly [Id, number])[], changes: { adjustedOn?: string } = {}) =>
    adjustBudget(await desk.context(), {
      projectId,
      adjustedOn: isoDate(changes.adjustedOn ?? "2022-06-01"),
      reason: "据实调剂",
      documentNo: "",
      lines: deltas.map(([budgetLineId, delta]) => ({ budgetLineId, deltaCents: cents(delta) })),
    });
  return { ...desk, clock, lines, shift, first: asId(first ?? ""), second: asId(second ?? "") };
}

describe("预算调剂", () => {
  it("moves money between lines and keeps the project's sum", async () => {
    const { lines, shift, first, second, context, projectId } = await twoLines();
    await shift([
      [first, -300],
      [second, 300],
    ]);
    expect((await lines()).map((line) => line.allocatedCents)).toEqual([23_999_700, 1_300]);
    expect((await lines()).map((line) => line.amountCents)).toEqual([24_000_000, 1_000]);
    const { adjustments } = await getProject(await context(), projectId);
    expect(new Set(adjustments.map((row) => row.groupId)).size).toBe(1);
  });

  it("counts from its day on", async () => {
    const { lines, shift, first, second, clock } = await twoLines();
    await shift(
      [
        [first, -300],
        [second, 300],
      ],
      { adjustedOn: "2022-09-01" },
    );
    expect((await lines()).map((line) => line.allocatedCents)).toEqual([24_000_000, 1_000]);
    clock.goTo("2022-09-01");
    expect((await lines()).map((line) => line.allocatedCents)).toEqual([23_999_700, 1_300]);
  });

  it.each([
    ["does not add up", [-300, 299], "bad-request", "调剂的增减合计应为零，现为-0.01元。"],
    ["has no amount", [0, 0], "bad-request", "调剂没有填写金额。"],
    ["takes more than there is", [1_001, -1_001], "refused", "“宣传”调减后为-0.01元，预算不能为负数。"],
  ] as const)("is refused when it %s", async (_, [one, other], code, message) => {
    const { lines, shift, first, second } = await twoLines();
    const failure = await failureOf(() =>
      shift([
        [first, one],
        [second, other],
      ]),
    );
    expect(failure).toMatchObject({ code, message });
    expect((await lines()).map((line) => line.allocatedCents)).toEqual([24_000_000, 1_000]);
  });

  it("is refused between projects", async () => {
    const { context, shift, first } = await twoLines();
    const other = await saveProject(await context(), projectDraft({ code: "OTHER" }));
    await saveBudgetLine(await context(), lineDraft(other));
    const foreign = idOf((await getProject(await context(), other)).budgetLines[0]);
    const failure = await failureOf(() =>
      shift([
        [first, -1],
        [foreign, 1],
      ]),
    );
    expect(failure.message).toBe("调剂只能在同一个项目的预算明细之间进行。");
  });

  it("never changes the project's sum and never leaves a line below zero, whatever is tried", async () => {
    const { lines, shift, first, second } = await twoLines();
    const delta = fc.integer({ min: -3_000, max: 3_000 });
    await fc.assert(
      fc.asyncProperty(delta, fc.boolean(), async (amount, isOff) => {
        const attempt = shift([
          [first, amount],
          [second, isOff ? 1 - amount : -amount],
        ]);
        await attempt.catch((error: unknown) => {
          if (!(error instanceof UserError)) throw error;
        });
        const allocated = (await lines()).map((line) => line.allocatedCents);
        expect(allocated.reduce((sum, part) => sum + part, 0)).toBe(24_001_000);
        expect(Math.min(...allocated)).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 25 },
    );
  });
});
