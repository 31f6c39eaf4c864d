import { describe, expect, it } from "vitest";
import { buildPayPlan } from "#shared/forms/builders/payPlan.ts";
import { evaluateSums } from "#shared/forms/sums.ts";
import { templateOf } from "#shared/forms/templates/templates.ts";
import { payPlan } from "#test/shared/forms/samplePaper.ts";
import { cellTexts, textGrid } from "#test/shared/forms/textGrid.ts";

const template = templateOf("sh-2022");

describe("buildPayPlan", () => {
  const form = buildPayPlan(payPlan, template);
  const grid = textGrid(form);

  it("lists the instalments of each contract with what was paid", () => {
    expect(grid.slice(2, 10)).toEqual([
      "A3:I3 项目名称：社区综合治理（SQZL-2022）　　实施单位：上海市松江区广富林街道城市运行管理中心　　截至：2022年6月30日 | J3:K3 单位：元",
      "A4 期次 | B4 所属期 | C4 最早⏎付款日 | D4 应付日 | E4 应付金额 | F4 扣款 | G4 已收票 | H4 已付 | I4 未付 | J4 状态 | K4 付款单、说明",
      "A5:K5 合同 GFL-2022-003　　大联动综合整治服务合同　　乙方：上海松广城市综合管理服务有限公司　　合同金额：240,000.00",
      "A6 第1季度 | B6 2022年第1季度 | C6 2022-03-31 | D6 2022-04-30 | E6 60,000.00 | F6 1,200.00 | G6 60,000.00 | H6 58,800.00 | I6 0.00 | J6 已结清 | K6",
      "A7 第2季度 | B7 2022年第2季度 | C7 2022-06-30 | D7 2022-07-30 | E7 60,000.00 | F7 0.00 | G7 60,000.00 | H7 60,000.00 | I7 0.00 | J7 已结清 | K7",
      "A8 第3季度 | B8 2022年第3季度 | C8 2022-09-30 | D8 2022-10-30 | E8 60,000.00 | F8 0.00 | G8 0.00 | H8 0.00 | I8 60,000.00 | J8 未到期 | K8",
      "A9 第4季度 | B9 2022年第4季度 | C9 2022-12-31 | D9 2023-01-30 | E9 60,000.00 | F9 0.00 | G9 0.00 | H9 0.00 | I9 60,000.00 | J9 未到期 | K9",
      "A10:D10 小计 | E10 240,000.00 | F10 1,200.00 | G10 120,000.00 | H10 118,800.00 | I10 120,000.00 | J10 | K10",
    ]);
  });

  it("leaves blank what was never planned, and adds up what was paid on it", () => {
    const aside = grid.findIndex((row) => row.includes("未对应期次"));
    expect(grid[aside]).toMatch(/C\d+ \| D\d+ \| E\d+ \| F\d+ \| G\d+ 0\.00 \| H\d+ 300\.00 \| I\d+ \|/);
    expect(grid[aside + 1]).toMatch(/H\d+ 6,930\.00/);
  });

  it("totals the subtotals of the contracts", () => {
    const sums = evaluateSums(form);
    for (const { writtenCents, computedCents } of sums) expect(writtenCents).toBe(computedCents);
    const total = grid.find((row) => row.includes(" 合计 "));
    expect(total).toMatch(
      /E\d+ 253,260\.00 \| F\d+ 1,200\.00 \| G\d+ 126,630\.00 \| H\d+ 125,730\.00 \| I\d+ 126,630\.00/,
    );
  });

  it("stands without contracts", () => {
    const bare = buildPayPlan({ ...payPlan, groups: [] }, template);
    expect(evaluateSums(bare)).toEqual([]);
    expect(cellTexts(bare)).toContain("（没有合同）");
  });
});
