import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildBudget } from "#shared/forms/builders/budget.ts";
import { evaluateSums } from "#shared/forms/sums.ts";
import { templateOf } from "#shared/forms/templates/templates.ts";
import { cents } from "#shared/kernel/cents.ts";
import { budgetLines, paper } from "#test/shared/forms/samplePaper.ts";
import { cellTexts, textGrid } from "#test/shared/forms/textGrid.ts";

const template = templateOf("sh-2022");
const [first] = budgetLines;
const line = (seq: number, economicCode: string, amount: number) => {
  if (first === undefined) throw new Error("no line");
  return { ...first, seq, economicCode, amountCents: cents(amount) };
};

describe("buildBudget", () => {
  it("lists the lines, their total, the totals by economic code and the amount applied for", () => {
    const grid = textGrid(buildBudget(paper, template));
    expect(grid.slice(0, 6)).toEqual([
      "A1:M1 项目支出预算明细表",
      "A2:M2 （2022年度）",
      "A3:K3 项目名称：社区综合治理（SQZL-2022）　　实施单位：上海市松江区广富林街道城市运行管理中心 | L3:M3 单位：元",
      "A4:A5 序号 | B4:B5 支出内容 | C4:D4 经济分类 | E4:E5 支付⏎方式 | F4:F5 数量 | G4:G5 计量⏎单位 | H4:H5 单价 | I4:I5 期数 | J4:J5 金额 | K4:K5 测算依据 | L4:L5 采购⏎类型 | M4:M5 备注",
      "C5 编码 | D5 名称",
      "A6 1 | B6 大联动综合整治 | C6 30227 | D6 委托业务费 | E6 按季 | F6 1 | G6 项 | H6 60,000.00 | I6 4 | J6 240,000.00 | K6 依据合同价格按季度支付，60,000元/季×4季 | L6 服务 | M6",
    ]);
    expect(grid.slice(12)).toEqual([
      "A13:I13 合计 | J13 430,000.00 | K13:M13",
      "A14:B19 按经济分类⏎汇总 | C14 30202 | D14:I14 印刷费 | J14 18,000.00 | K14:M14",
      "C15 30207 | D15:I15 邮电费 | J15 48,144.00 | K15:M15",
      "C16 30214 | D16:I16 租赁费 | J16 45,960.00 | K16:M16",
      "C17 30218 | D17:I17 专用材料费 | J17 40,136.00 | K17:M17",
      "C18 30224 | D18:I18 被装购置费 | J18 37,760.00 | K18:M18",
      "C19 30227 | D19:I19 委托业务费 | J19 240,000.00 | K19:M19",
      "A20:I20 年度资金申请总额 | J20 430,000.00 | K20:M20",
      expect.stringContaining("制表人：　"),
    ]);
  });

  it("is the budget as filed, and says so once money was moved", () => {
    const note = "A21:M21 注：本表为原预算，不含年内调剂；调剂后的预算见预算执行情况表。";
    expect(textGrid(buildBudget({ ...paper, isAdjusted: true }, template))[20]).toBe(note);
    expect(textGrid(buildBudget(paper, template))).not.toContain(note);
    expect(textGrid(buildBudget({ ...paper, isAdjusted: true }, template)).slice(0, 20)).toEqual(
      textGrid(buildBudget(paper, template)).slice(0, 20),
    );
  });

  it("adds lines of one code wherever they stand", () => {
    expect(
      evaluateSums(buildBudget(paper, template)).map(({ cell, computedCents }) => [cell, computedCents]),
    ).toEqual([
      ["J13", 43_000_000],
      ["J14", 1_800_000],
      ["J15", 4_814_400],
      ["J16", 4_596_000],
      ["J17", 4_013_600],
      ["J18", 3_776_000],
      ["J19", 24_000_000],
    ]);
  });

  it("shows what is lacking where the lines do not come to the amount applied for", () => {
    const texts = cellTexts(buildBudget({ ...paper, budgetLines: budgetLines.slice(1) }, template));
    expect(texts).toContain("合计与年度资金申请总额相差");
    expect(texts).toContain("-240,000.00");
  });

  it("has no formula over nothing when there are no lines", () => {
    const form = buildBudget({ ...paper, budgetLines: [], funding: [] }, template);
    expect(evaluateSums(form)).toEqual([]);
    expect(textGrid(form).slice(5, 8)).toEqual([
      "A6:M6 （未填写预算明细）",
      "A7:I7 合计 | J7 0.00 | K7:M7",
      "A8:I8 年度资金申请总额 | J8 0.00 | K8:M8",
    ]);
  });

  it("writes totals that are what a spreadsheet would compute, whatever the lines", () => {
    const lines = fc.array(
      fc.tuple(fc.constantFrom("30201", "30214", "30227", ""), fc.integer({ min: 0, max: 9_999_999_999 })),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(lines, (rows) => {
        const form = buildBudget(
          { ...paper, budgetLines: rows.map(([code, amount], index) => line(index + 1, code, amount)) },
          template,
        );
        const sums = evaluateSums(form);
        for (const { writtenCents, computedCents } of sums) expect(writtenCents).toBe(computedCents);
        const [total = { computedCents: 0 }, ...byCode] = sums;
        expect(byCode.reduce((sum, { computedCents }) => sum + computedCents, 0)).toBe(total.computedCents);
      }),
    );
  });
});
