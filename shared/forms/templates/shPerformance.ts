import type { MonitoringTemplate, SelfEvaluationTemplate } from "./performance.ts";

/** As Shanghai prints them; a year's template takes them over or says what differs. */

const fundRows = [
  { label: "年度资金总额", kind: "sum" },
  { label: "其中：当年财政拨款", kind: "currentAppropriation" },
  { label: "上年结转资金", kind: "carryOver" },
  { label: "其他资金", kind: "other" },
] as const;

const hindrances = ["经费保障", "制度保障", "人员保障", "硬件条件保障", "其他"] as const;

export const shMonitoring = {
  title: "绩效运行监控表",
  yearLine: "（{year}年1-{month}月）",
  orientation: "landscape",
  head: [
    [
      { label: "项目名称", field: "name", labelSpan: 2, valueSpan: 5 },
      { label: "主管部门", field: "departmentName", labelSpan: 4, valueSpan: 4 },
    ],
    [
      { label: "项目类别", field: "category", labelSpan: 2, valueSpan: 5 },
      { label: "实施单位", field: "implementingName", labelSpan: 4, valueSpan: 4 },
    ],
  ],
  funding: {
    label: "项目资金\n（元）",
    labelSpan: 2,
    nameSpan: 2,
    columns: [
      { key: "initial", label: "年初预算数", span: 2 },
      { key: "executed", label: "1-{month}月执行数", span: 2 },
      { key: "rate", label: "1-{month}月执行率", span: 4 },
      { key: "expected", label: "全年预计执行数", span: 3 },
    ],
    rows: fundRows,
  },
  goal: { label: "年度总体目标", labelSpan: 2 },
  indicators: {
    label: "绩效\n指标",
    labelWidth: 5.5,
    columns: [
      { key: "level1", heading: "一级指标", width: 11.6 },
      { key: "level2", heading: "二级指标", width: 13.8 },
      { key: "name", heading: "三级指标", width: 25 },
      { key: "target", heading: "年度指标值", width: 13.8 },
      { key: "actual", heading: "1-{month}月\n执行情况", width: 12.5 },
      { key: "expected", heading: "全年预计\n完成情况", width: 12.5 },
      ...hindrances.map((heading) => ({
        key: "hindrance" as const,
        heading,
        width: 5.5,
        over: "偏差原因分析",
      })),
      { key: "reason", heading: "原因说明", width: 19.5, over: "偏差原因分析" },
      { key: "outlook", heading: "完成目标\n可能性", width: 10 },
      { key: "note", heading: "备注", width: 13 },
    ],
  },
  outlooks: ["确定能", "有可能", "完全不可能"],
  hindrances,
  remarks: { problems: "存在问题", measures: "整改措施", labelSpan: 2 },
  signatures: ["填报人", "复核人", "负责人"],
} as const satisfies MonitoringTemplate;

export const shSelfEvaluation = {
  title: "财政项目支出绩效自评表",
  yearLine: "（{year}年度）",
  orientation: "landscape",
  head: [
    [
      { label: "项目名称", field: "name", labelSpan: 2, valueSpan: 2 },
      { label: "项目类别", field: "category", labelSpan: 2, valueSpan: 3 },
    ],
    [
      { label: "主管部门", field: "departmentName", labelSpan: 2, valueSpan: 2 },
      { label: "实施单位", field: "implementingName", labelSpan: 2, valueSpan: 3 },
    ],
  ],
  funding: {
    label: "项目资金\n（元）",
    labelSpan: 2,
    nameSpan: 1,
    columns: [
      { key: "initial", label: "年初预算数", span: 1 },
      { key: "budget", label: "全年预算数（A）", span: 1 },
      { key: "executed", label: "全年执行数（B）", span: 1 },
      { key: "weight", label: "分值", span: 1 },
      { key: "rate", label: "执行率（B/A）", span: 1 },
      { key: "score", label: "得分", span: 1 },
    ],
    rows: fundRows,
  },
  goal: {
    label: "年度\n总体目标",
    labelSpan: 2,
    expected: "预期目标",
    expectedSpan: 2,
    result: "实际完成情况",
  },
  indicators: {
    label: "绩效\n指标",
    labelWidth: 5.5,
    columns: [
      { key: "level1", heading: "一级指标", width: 11.8 },
      { key: "level2", heading: "二级指标", width: 20.2 },
      { key: "name", heading: "三级指标", width: 33 },
      { key: "target", heading: "年度指标值", width: 17.5 },
      { key: "actual", heading: "实际完成值", width: 17.5 },
      { key: "weight", heading: "分值", width: 9 },
      { key: "score", heading: "得分", width: 14 },
      { key: "reason", heading: "偏差原因分析及改进措施", width: 33 },
    ],
  },
  total: "总分",
  grades: [
    { label: "优", from: 90 },
    { label: "良", from: 80 },
    { label: "合格", from: 60 },
    { label: "不合格", from: 0 },
  ],
  remarks: { execution: "执行率偏低的原因", problems: "存在问题", measures: "改进措施", labelSpan: 2 },
  signatures: ["填报人", "复核人", "负责人"],
} as const satisfies SelfEvaluationTemplate;
