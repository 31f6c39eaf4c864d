import { describe, expect, it } from "vitest";
import type { ProjectPaper } from "#shared/forms/builders/paper.ts";
import { buildTargets, missingFields } from "#shared/forms/builders/targets.ts";
import { evaluateSums } from "#shared/forms/sums.ts";
import { templateOf } from "#shared/forms/templates/templates.ts";
import { cents, zeroCents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { fundingOf, manyIndicators, paper } from "#test/shared/forms/samplePaper.ts";
import { cellTexts, textGrid } from "#test/shared/forms/textGrid.ts";

const sh2022 = templateOf("sh-2022");
const sh2026 = templateOf("sh-2026");
const withProject = (change: Partial<ProjectPaper["project"]>): ProjectPaper => ({
  ...paper,
  project: { ...paper.project, ...change },
});

describe("buildTargets", () => {
  it("lays out the paper of 2022 as the office printed it", () => {
    expect(textGrid(buildTargets(paper, sh2022)).slice(0, 18)).toEqual([
      "A1:H1 财政项目支出绩效目标申报表",
      "A2:H2 （2022年度）",
      "A3:B3 项目名称 | C3:D3 社区综合治理 | E3 项目类别 | F3:H3 经常性项目",
      "A4:B4 主管部门 | C4:D4 上海市松江区人民政府广富林街道办事处 | E4 实施单位 | F4:H4 上海市松江区广富林街道城市运行管理中心",
      "A5:B5 计划开始日期 | C5:D5 2022-01-01 | E5 计划完成日期 | F5:H5 2022-12-31",
      "A6:B9 项目资金⏎（元） | C6 项目资金总额 | D6 430,000.00 | E6:F6 年度资金申请总额 | G6:H6 430,000.00",
      "C7 其中：财政资金 | D7 430,000.00 | E7:F7 其中：当年财政拨款 | G7:H7 430,000.00",
      "C8 | D8 | E8:F8 上年结转资金 | G8:H8 0.00",
      "C9 其他资金 | D9 0.00 | E9:F9 其他资金 | G9:H9 0.00",
      "A10:B11 项目⏎绩效目标 | C10:D10 项目总目标（2022年-2022年） | E10:H10 年度总目标",
      expect.stringMatching(/^C11:D11 \| E11:H11 确保街道“一网统管”工作/),
      "A12:A28 绩效⏎指标 | B12 一级指标 | C12 二级指标 | D12:F12 三级指标 | G12:H12 年度指标值",
      "B13:B23 产出指标 | C13:C17 数量指标 | D13:F13 工作服覆盖率 | G13:H13 =100%",
      "D14:F14 “12345”热线先行联系率 | G14:H14 =100%",
      "D15:F15 工作服制作数量 | G15:H15 ≥30套",
      "D16:F16 巡查记录仪使用数量 | G16:H16 ≥26台",
      "D17:F17 对讲机、巡查用手机使用数量 | G17:H17 ≥100部",
      "C18:C20 质量指标 | D18:F18 工作服验收通过率 | G18:H18 =100%",
    ]);
  });

  it("has 项目性质, 成本指标 and percentages with two decimals in 2026", () => {
    const texts = cellTexts(
      buildTargets({ ...withProject({ nature: "阶段性项目" }), indicators: manyIndicators(16) }, sh2026),
    );
    expect(texts).toContain("项目性质");
    expect(texts).toContain("阶段性项目");
    expect(texts).toContain("年度（/项目）指标值");
    expect(texts).toContain("=100.00(%)");
    expect(texts).toContain("≥1.5套");
    expect(texts).not.toContain("=100%");
  });

  it("names the years of a project of several years", () => {
    const long = withProject({ startDate: isoDate("2021-07-01"), endDate: isoDate("2023-06-30") });
    expect(cellTexts(buildTargets(long, sh2022))).toContain("项目总目标（2021年-2023年）");
    expect(cellTexts(buildTargets(withProject({ startDate: null, endDate: null }), sh2022))).toContain(
      "项目总目标（2022年-2022年）",
    );
  });

  it("keeps every word of long names and goals", () => {
    const goal = paper.project.annualGoal.repeat(80);
    const indicators = manyIndicators(60);
    const texts = cellTexts(buildTargets({ ...withProject({ annualGoal: goal }), indicators }, sh2022));
    expect(goal).toHaveLength(10_000);
    expect(texts).toContain(goal);
    for (const { name } of indicators) expect(texts).toContain(name);
  });

  it("says so when there are no indicators", () => {
    expect(textGrid(buildTargets({ ...paper, indicators: [] }, sh2022)).slice(-2)).toEqual([
      "A12:A13 绩效⏎指标 | B12 一级指标 | C12 二级指标 | D12:F12 三级指标 | G12:H12 年度指标值",
      "B13:H13 （未填写绩效指标）",
    ]);
  });

  it("puts formulas where totals are the sum of their parts, and only there", () => {
    const stated = {
      ...paper,
      funding: fundingOf([
        ["total", "sum", cents(500)],
        ["total", "fiscal", cents(400)],
      ]),
    };
    expect(evaluateSums(buildTargets(stated, sh2022))).toEqual([
      { cell: "G6", writtenCents: 0, computedCents: 0 },
    ]);
    expect(cellTexts(buildTargets(stated, sh2022))).toContain("5.00");
    expect(evaluateSums(buildTargets(paper, sh2022))).toEqual([
      { cell: "D6", writtenCents: 43_000_000, computedCents: 43_000_000 },
      { cell: "G6", writtenCents: 43_000_000, computedCents: 43_000_000 },
    ]);
  });

  it("leaves blank what nobody put down, and does not make it zero", () => {
    const some = { ...paper, funding: fundingOf([["annual", "other", zeroCents]]) };
    expect(textGrid(buildTargets(some, sh2022)).slice(6, 9)).toEqual([
      "C7 其中：财政资金 | D7 | E7:F7 其中：当年财政拨款 | G7:H7",
      "C8 | D8 | E8:F8 上年结转资金 | G8:H8",
      "C9 其他资金 | D9 | E9:F9 其他资金 | G9:H9 0.00",
    ]);
  });
});

describe("missingFields", () => {
  it("names what the template asks for as the paper does", () => {
    expect(missingFields(paper, sh2022)).toEqual(["项目总目标"]);
    expect(missingFields(withProject({ overallGoal: "目标", endDate: null, category: " " }), sh2022)).toEqual(
      ["项目类别", "计划完成日期"],
    );
    expect(missingFields(withProject({ overallGoal: "目标" }), sh2026)).toEqual(["项目性质"]);
  });
});
