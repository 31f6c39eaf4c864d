import { describe, expect, it } from "vitest";
import type { BudgetLineView } from "#shared/api/projects.ts";
import { cents } from "#shared/kernel/cents.ts";
import { asId } from "#shared/kernel/id.ts";
import { lineOf } from "#test/shared/rules/sampleRows.ts";
import {
  deltaSum,
  lineProblem,
  shiftProblem,
  shiftsOf,
} from "../../../../renderer/features/budget/adjustments/adjustDraft.ts";

const line = (id: string, changes: Partial<BudgetLineView> = {}): BudgetLineView => ({
  ...lineOf({ id: asId(id), name: id }),
  economicName: "",
  allocatedCents: cents(1_000),
  paidCents: cents(100),
  committedCents: cents(300),
  availableCents: cents(600),
  contractNos: [],
  ...changes,
});

const lines = [line("甲"), line("乙")];
const deltas = (...entries: readonly (readonly [string, number])[]) =>
  new Map(entries.map(([id, amount]) => [asId(id), cents(amount)] as const));

describe("a shift as it is written", () => {
  it("is made when it adds up and takes only what is free", () => {
    const fine = deltas(["甲", -600], ["乙", 600]);
    expect(shiftProblem(lines, fine)).toBeUndefined();
    expect(shiftsOf(deltas(["甲", -600], ["乙", 600], ["丙", 0]))).toHaveLength(2);
    expect(deltaSum(fine)).toBe(0);
  });

  it.each([
    [[], "请填写调减和调增的金额"],
    [[["甲", -5]], "请填写调减和调增的金额"],
    [
      [
        ["甲", -5],
        ["乙", 6],
      ],
      "增减合计应为零，现为 0.01",
    ],
    [
      [
        ["甲", -601],
        ["乙", 601],
      ],
      "“甲”不够调减",
    ],
  ] as const)("waits: %o", (entries, problem) => {
    expect(shiftProblem(lines, deltas(...entries))).toBe(problem);
  });

  it("says what a line lacks, as its control takes it", () => {
    const of = (control: BudgetLineView["control"], delta: number) =>
      lineProblem(line("甲", { control }), cents(delta));
    expect(of("block", -601)).toEqual({ text: "少于已付加已签未付，差 0.01", severity: "block" });
    expect(of("warn", -601)).toMatchObject({ severity: "warn" });
    expect(of("ignore", -601)).toBeUndefined();
    expect(of("ignore", -1_001)).toEqual({ text: "预算不能为负数", severity: "block" });
    expect(of("block", 5_000)).toBeUndefined();
  });
});
