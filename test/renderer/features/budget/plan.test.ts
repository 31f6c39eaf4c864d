import { describe, expect, it } from "vitest";
import type { LineExecution } from "#shared/budget/execution.ts";
import { projectExecution } from "#shared/budget/execution.ts";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import { buildFacts } from "#shared/rules/facts.ts";
import { projectOf, rightRows } from "#test/shared/rules/sampleRows.ts";
import {
  amountsOf,
  missingCents,
  noDraft,
  pastePlan,
  readyPlans,
  withQuarter,
} from "../../../../renderer/features/budget/plan/planDraft.ts";

const { lines } = projectExecution(buildFacts(rightRows, isoDate("2022-04-30")), projectOf());

function lineAt(index: number): LineExecution {
  const line = lines[index];
  if (line === undefined) throw new Error(`no line ${index}`);
  return line;
}

describe("a plan as it is typed", () => {
  it("starts with what the line is spread to now", () => {
    expect(amountsOf(noDraft, lineAt(0))).toEqual([6_000_000, 6_000_000, 6_000_000, 6_000_000]);
    expect(missingCents(noDraft, lineAt(0))).toBe(0);
    expect(readyPlans(noDraft, lines)).toEqual([]);
  });

  it("is ready when the quarters come to the line again", () => {
    const less = withQuarter(noDraft, lineAt(0), 1, cents(0));
    expect(missingCents(less, lineAt(0))).toBe(6_000_000);
    expect(readyPlans(less, lines)).toEqual([]);
    const more = withQuarter(less, lineAt(0), 3, cents(12_000_001));
    expect(missingCents(more, lineAt(0))).toBe(-1);
    const even = withQuarter(more, lineAt(0), 3, cents(12_000_000));
    expect(readyPlans(even, lines)).toEqual([
      { budgetLineId: asId("line-1"), quartersCents: [0, 6_000_000, 12_000_000, 6_000_000] },
    ]);
  });

  it("takes cells of a spreadsheet from the place they are pasted at", () => {
    const cells = [["70,000.00", "5万"], ["6,630", "6630", "6,630.00", "越界"], ["9"]];
    const { draft, refused } = pastePlan(noDraft, lines, { row: 0, quarter: 2 }, cells);
    expect(amountsOf(draft, lineAt(0))).toEqual([6_000_000, 7_000_000, 6_000_000, 6_000_000]);
    expect(amountsOf(draft, lineAt(1))).toEqual([663_000, 663_000, 663_000, 663_000]);
    expect(refused).toEqual(["“大联动综合整治”3 季度：5万"]);
    expect(pastePlan(noDraft, lines, { row: 0, quarter: 1 }, [["-1", ""]])).toMatchObject({
      refused: ["“大联动综合整治”1 季度：-1"],
    });
  });
});
