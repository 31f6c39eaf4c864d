import { describe, expect, it } from "vitest";
import { projectExecution } from "#shared/budget/execution.ts";
import { fundUse } from "#shared/budget/fundUse.ts";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import type { FactRows } from "#shared/rules/factRows.ts";
import { buildFacts } from "#shared/rules/facts.ts";
import { adding, changing, paymentOf, projectOf, rightRows } from "#test/shared/rules/sampleRows.ts";
import { executionColumns } from "../../../../renderer/features/budget/execution/executionColumns.tsx";
import {
  executionRows,
  executionTone,
  quarterViews,
} from "../../../../renderer/features/budget/execution/executionRows.ts";

function rowsOf(rows: FactRows) {
  const facts = buildFacts(rows, isoDate("2022-04-30"));
  const project = projectExecution(facts, projectOf());
  return executionRows({ projects: [{ ...project, funds: fundUse(facts, project.project.id) }] });
}

const stray = paymentOf({ id: asId("stray"), paymentNo: "FK-9", contractId: null, budgetLineId: null });

describe("the rows of 预算执行", () => {
  it("are the lines, and what was paid without one", () => {
    expect(rowsOf(rightRows).map((row) => row.name)).toEqual(["大联动综合整治", "城运巡查记录仪月租费"]);
    const last = rowsOf(adding(rightRows, "payment", stray)).at(-1);
    expect(last).toMatchObject({ name: "（没有对应预算明细的付款）", figures: { paidCents: 6_000_000 } });
    expect(last && executionTone(last)).toBe("block");
  });

  it("are coloured as the control of the line wants it", () => {
    const tones = (control: "block" | "warn" | "ignore") => {
      const poor = changing(rightRows, "budgetLine", "line-1", { control, amountCents: cents(100) });
      return rowsOf(poor).map(executionTone);
    };
    expect(tones("block")).toEqual(["block", undefined]);
    expect(tones("warn")).toEqual(["warn", undefined]);
    expect(tones("ignore")).toEqual([undefined, undefined]);
  });

  it("show of each quarter what is asked for", () => {
    const [first] = rowsOf(rightRows);
    if (first === undefined) throw new Error("no row");
    const shown = quarterViews.map((view) =>
      executionColumns({ view, withProject: false, narrow: false })
        .filter(({ key }) => key.startsWith("quarter"))
        .map((column) => column.value(first)),
    );
    expect(shown).toEqual([
      [6_000_000, 0, 0, 0],
      [6_000_000, -6_000_000, 0, 0],
      [6_000_000, 6_000_000, 6_000_000, 6_000_000],
      [0, 6_000_000, 0, 0],
      [0, 6_000_000, 6_000_000, 6_000_000],
    ]);
  });

  it("leave the quarters to the open line, and name the project among several", () => {
    const keys = (narrow: boolean) =>
      executionColumns({ view: "paid", withProject: true, narrow }).map(({ key }) => key);
    expect(keys(false)).toContain("project");
    expect(keys(true)).toEqual(["name", "allocated", "paid", "available", "execution"]);
  });
});
