import { officialFonts } from "../fonts.ts";
import { ledgerSheets2022 } from "./ledgerSheets2022.ts";
import { shMonitoring, shSelfEvaluation } from "./shPerformance.ts";
import type { Template } from "./template.ts";

/** Shanghai, 2022: the paper the office handed in that year. */
export const sh2022 = {
  id: "sh-2022",
  name: "上海 2022 年表式",
  fromYear: 2022,
  fonts: officialFonts,
  narrative: {
    title: "{name}项目经费情况说明",
    headings: [
      { heading: "项目概述", instruction: "说明项目的总体情况、立项目的等" },
      {
        heading: "立项依据",
        instruction: "说明立项依据的文件名称及其具体作为本项目立项依据的内容等",
      },
      { heading: "实施主体", instruction: "列举具体实施项目的各个责任主体及其职责等" },
      { heading: "实施方案", instruction: "说明项目实施的具体工作方案，包括实施阶段、实施内容等" },
      { heading: "实施周期", instruction: "说明项目实施的周期" },
      { heading: "年度预算安排", instruction: "说明项目年度财政资金预算安排金额、使用内容等" },
      { heading: "绩效目标", instruction: "详见单位的项目绩效目标表" },
    ],
  },
  targets: {
    title: "财政项目支出绩效目标申报表",
    fillTitle: "财政项目支出绩效目标填报表",
    yearLine: "（{year}年度）",
    orientation: "portrait",
    columns: [6, 12.5, 16, 15, 13.5, 13, 7, 11],
    head: [
      [
        { label: "项目名称", field: "name", labelSpan: 2, valueSpan: 2 },
        { label: "项目类别", field: "category", labelSpan: 1, valueSpan: 3 },
      ],
      [
        { label: "主管部门", field: "departmentName", labelSpan: 2, valueSpan: 2 },
        { label: "实施单位", field: "implementingName", labelSpan: 1, valueSpan: 3 },
      ],
      [
        { label: "计划开始日期", field: "startDate", labelSpan: 2, valueSpan: 2 },
        { label: "计划完成日期", field: "endDate", labelSpan: 1, valueSpan: 3 },
      ],
    ],
    funding: {
      label: "项目资金\n（元）",
      labelSpan: 2,
      spans: [1, 1, 2, 2],
      rows: [
        {
          total: { label: "项目资金总额", kind: "sum" },
          annual: { label: "年度资金申请总额", kind: "sum" },
        },
        {
          total: { label: "其中：财政资金", kind: "fiscal" },
          annual: { label: "其中：当年财政拨款", kind: "currentAppropriation" },
        },
        { total: null, annual: { label: "上年结转资金", kind: "carryOver" } },
        { total: { label: "其他资金", kind: "other" }, annual: { label: "其他资金", kind: "other" } },
      ],
    },
    goals: {
      label: "项目\n绩效目标",
      labelSpan: 2,
      goals: [
        { label: "项目总目标（{from}年-{to}年）", field: "overallGoal", span: 2 },
        { label: "年度总目标", field: "annualGoal", span: 4 },
      ],
    },
    indicators: {
      label: "绩效\n指标",
      labelSpan: 1,
      headings: [
        { label: "一级指标", span: 1 },
        { label: "二级指标", span: 1 },
        { label: "三级指标", span: 3 },
        { label: "年度指标值", span: 2 },
      ],
      levels: [
        {
          level1: "产出指标",
          level2: ["数量指标", "质量指标", "时效指标", "成本指标"],
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
    valueStyle: { percent: "plain", equalsBeforeUnits: true },
    required: [
      "name",
      "category",
      "departmentName",
      "implementingName",
      "startDate",
      "endDate",
      "overallGoal",
      "annualGoal",
    ],
  },
  budget: {
    title: "项目支出预算明细表",
    yearLine: "（{year}年度）",
    orientation: "landscape",
    columns: [
      { key: "seq", heading: "序号", width: 6 },
      { key: "name", heading: "支出内容", width: 22 },
      { key: "economicCode", heading: "编码", width: 8, over: "经济分类" },
      { key: "economicName", heading: "名称", width: 13, over: "经济分类" },
      { key: "payMode", heading: "支付\n方式", width: 8 },
      { key: "quantity", heading: "数量", width: 7.5 },
      { key: "unitName", heading: "计量\n单位", width: 6.5 },
      { key: "unitPrice", heading: "单价", width: 11 },
      { key: "periods", heading: "期数", width: 6.5 },
      { key: "amount", heading: "金额", width: 14 },
      { key: "basis", heading: "测算依据", width: 26 },
      { key: "procurementType", heading: "采购\n类型", width: 8 },
      { key: "note", heading: "备注", width: 22 },
    ],
    signatures: ["制表人", "复核人", "负责人"],
  },
  ...ledgerSheets2022,
  monitoring: shMonitoring,
  selfEvaluation: shSelfEvaluation,
} as const satisfies Template;
