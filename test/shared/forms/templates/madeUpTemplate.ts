import type { Template } from "#shared/forms/templates/template.ts";
import { templateOf } from "#shared/forms/templates/templates.ts";
import { otherLedgerSheets } from "./otherLedgerSheets.ts";

const sh2026 = templateOf("sh-2026");

/** Another grid, other titles, columns, order and fonts: nothing any renderer has heard of. */
export const madeUp: Template = {
  ...sh2026,
  id: "own-2027",
  name: "本区 2027 年表式",
  fromYear: 2027,
  fonts: { ...sh2026.fonts, song: "方正书宋_GBK", hei: "方正黑体_GBK" },
  targets: {
    ...sh2026.targets,
    title: "项目绩效目标表（区级）",
    orientation: "landscape",
    columns: [8, 12, 14, 14, 10, 20],
    head: [
      [{ label: "项目全称", field: "name", labelSpan: 2, valueSpan: 4 }],
      [{ label: "承担单位", field: "implementingName", labelSpan: 2, valueSpan: 4 }],
    ],
    funding: { ...sh2026.targets.funding, labelSpan: 1, spans: [1, 1, 1, 2] },
    goals: {
      label: "目标",
      labelSpan: 2,
      goals: [{ label: "年度目标", field: "annualGoal", span: 4 }],
    },
    indicators: {
      ...sh2026.targets.indicators,
      headings: [
        { label: "一级", span: 1 },
        { label: "二级", span: 1 },
        { label: "指标", span: 2 },
        { label: "目标值", span: 1 },
      ],
    },
    required: ["name", "annualGoal"],
  },
  budget: {
    ...sh2026.budget,
    title: "支出测算表",
    columns: [
      { key: "name", heading: "用途", width: 30 },
      { key: "governmentName", heading: "政府经济分类", width: 20 },
      { key: "amount", heading: "金额（元）", width: 16 },
    ],
  },
  ...otherLedgerSheets(sh2026),
};
