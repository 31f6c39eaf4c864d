import type { Row } from "#shared/model/ledger.ts";
import { budgetLineId, type SampleBudgetLine } from "./budget.ts";
import { projectId } from "./project.ts";
import { notVoided, sampleId } from "./rows.ts";

type Target = readonly [name: string, valueText: string, budgetLine?: SampleBudgetLine];

/** The 填报表 of 2022, word for word: "现行联系率" and ">=" are what it says. */
const targets: readonly (readonly [level1: string, level2: string, targets: readonly Target[]])[] = [
  [
    "产出指标",
    "数量指标",
    [
      ["工作服覆盖率", "=100%"],
      ["“12345”热线现行联系率", "=100%"],
      ["工作服制作数量", ">=30套", "uniforms"],
      ["巡查记录仪使用数量", ">=26台", "recorders"],
      ["对讲机、巡查用手机使用数量", ">=100部"],
    ],
  ],
  [
    "产出指标",
    "质量指标",
    [
      ["服装验收通过率", "=100%"],
      ["网格平台案件结案质量", "保持街镇前列"],
      ["设备利用率", "=100%"],
    ],
  ],
  [
    "产出指标",
    "时效指标",
    [
      ["“多格合一”联勤联动快速、高效处置及时率", "=100%"],
      ["“12345”热线工单规定工作日内结案及时率", "=100%"],
      ["网格平台案件规定期限内结案及时率", "=100%"],
    ],
  ],
  [
    "效益指标",
    "社会效益指标",
    [
      ["公共设施受损案件数", "下降"],
      ["受助对象重复投诉率", "下降"],
    ],
  ],
  ["效益指标", "生态效益指标", [["绿化缺失、绿化受损率", "下降"]]],
  ["效益指标", "可持续影响指标", [["落实基层网格化队伍建设，奖惩机制到位", "健全"]]],
  ["满意度指标", "服务对象满意度指标", [["群众安全感、获得感、满意度", "提升"]]],
];

export const indicators: readonly Row<"indicator">[] = targets
  .flatMap(([level1, level2, entries]) => entries.map((entry) => ({ level1, level2, entry })))
  .map(({ level1, level2, entry: [name, valueText, budgetLine] }, index) => ({
    id: sampleId(`indicator-${index + 1}`),
    projectId,
    seq: index + 1,
    level1,
    level2,
    name,
    valueText,
    weight: null,
    baseValue: "",
    evidence: "",
    budgetLineId: budgetLine === undefined ? null : budgetLineId(budgetLine),
    ...notVoided,
  }));
