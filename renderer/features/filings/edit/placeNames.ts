import type { FieldSource, SourceEntity } from "#shared/forms/source.ts";

const words: Readonly<Record<SourceEntity, Readonly<Record<string, string>>>> = {
  project: {
    name: "项目名称",
    category: "项目类别",
    nature: "项目性质",
    departmentUnitId: "主管部门",
    implementingUnitId: "实施单位",
    startDate: "计划开始日期",
    endDate: "计划完成日期",
    overallGoal: "项目总目标",
    annualGoal: "年度总目标",
  },
  narrativeSection: { body: "这一段" },
  funding: {
    "total.sum": "项目资金总额",
    "total.fiscal": "财政资金",
    "total.other": "其他资金",
    "annual.sum": "年度资金申请总额",
    "annual.currentAppropriation": "当年财政拨款",
    "annual.carryOver": "上年结转资金",
    "annual.other": "其他资金",
  },
  budgetLine: {
    name: "支出内容",
    economicCode: "经济分类",
    payMode: "支付方式",
    quantity: "数量",
    unitName: "计量单位",
    unitPrice: "单价",
    periods: "期数",
    amountCents: "金额",
    basis: "测算依据",
    procurementType: "采购类型",
    note: "备注",
  },
  indicator: { name: "三级指标", valueText: "年度指标值", weight: "分值" },
  actual: {
    valueText: "完成值",
    expectedText: "全年预计",
    hindrances: "偏差原因类别",
    reason: "原因说明",
    outlook: "可能性",
    score: "得分",
  },
  monitoring: { expectedCents: "全年预计执行数", problems: "存在问题", measures: "整改措施" },
  evaluation: {
    executedCents: "全年执行数",
    executionReason: "执行率偏低的原因",
    goalResult: "实际完成情况",
    problems: "存在问题",
    measures: "改进措施",
  },
};

/** What a place of a paper is called, as its label on the paper has it. */
export const placeName = ({ entity, field }: FieldSource): string => words[entity][field] ?? "这一项";
