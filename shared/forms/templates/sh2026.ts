import { sh2022 } from "./sh2022.ts";
import type { Template } from "./template.ts";

/** Shanghai, 2026, as districts publish it: 项目性质 and 成本指标 came in, percentages have two decimals. */
export const sh2026 = {
  ...sh2022,
  id: "sh-2026",
  name: "上海 2026 年表式",
  fromYear: 2026,
  targets: {
    ...sh2022.targets,
    columns: [6, 12.5, 16, 16, 10.5, 12.5, 10.5, 12],
    head: [
      [
        { label: "项目名称", field: "name", labelSpan: 2, valueSpan: 2 },
        { label: "项目性质", field: "nature", labelSpan: 1, valueSpan: 1 },
        { label: "项目类别", field: "category", labelSpan: 1, valueSpan: 1 },
      ],
      [
        { label: "主管部门", field: "departmentName", labelSpan: 2, valueSpan: 2 },
        { label: "实施单位", field: "implementingName", labelSpan: 2, valueSpan: 2 },
      ],
      [
        { label: "计划开始日期", field: "startDate", labelSpan: 2, valueSpan: 2 },
        { label: "计划完成日期", field: "endDate", labelSpan: 2, valueSpan: 2 },
      ],
    ],
    goals: {
      ...sh2022.targets.goals,
      goals: [
        { label: "项目总体目标（{from}年-{to}年）", field: "overallGoal", span: 2 },
        { label: "年度总体目标", field: "annualGoal", span: 4 },
      ],
    },
    indicators: {
      ...sh2022.targets.indicators,
      headings: [
        { label: "一级指标", span: 1 },
        { label: "二级指标", span: 1 },
        { label: "三级指标", span: 3 },
        { label: "年度（/项目）指标值", span: 2 },
      ],
      levels: [
        { level1: "成本指标", level2: ["经济成本指标", "社会成本指标", "生态环境成本指标"], needed: [] },
        {
          level1: "产出指标",
          level2: ["数量指标", "质量指标", "时效指标"],
          needed: ["数量指标", "质量指标", "时效指标"],
        },
        {
          level1: "效益指标",
          level2: ["经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标"],
          needed: [],
        },
        { level1: "满意度指标", level2: ["服务对象满意度指标"], needed: [] },
      ],
    },
    valueStyle: { percent: "bracketed", equalsBeforeUnits: false },
    required: [...sh2022.targets.required, "nature"],
  },
} as const satisfies Template;
