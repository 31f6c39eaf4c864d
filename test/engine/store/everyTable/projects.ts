import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { decimal } from "#shared/kernel/decimal.ts";
import { asId } from "#shared/kernel/id.ts";
import type { LedgerDocument } from "#shared/model/ledger.ts";
import { budgetLineRow, projectRow } from "../rowsOf.ts";
import { dead, live, projectId } from "./common.ts";

export const projectsTables = () =>
  ({
    project: [
      projectRow({ implementingUnitId: asId("unit-1") }),
      projectRow({ id: asId("project-2"), code: "P-2023-01", fiscalYear: 2023 }),
      projectRow({ id: asId("project-void"), ...dead }),
    ],
    narrativeSection: [
      { id: asId("section-1"), projectId, seq: 1, heading: "一、项目概述", body: "第一行\n“第二行”\t𠮷" },
    ],
    policyBasis: [
      {
        id: asId("basis-1"),
        projectId,
        seq: 1,
        title: "通知",
        documentNo: "沪松府办〔2020〕89号",
        content: "",
      },
    ],
    projectName: [
      {
        id: asId("projectName-1"),
        projectId,
        name: "网格化综合管理",
        validFrom: null,
        validTo: isoDate("2021-12-31"),
      },
    ],
    selfEvaluation: [
      {
        id: asId("evaluation-1"),
        projectId,
        executedCents: cents(38_700_000),
        executionReason: "",
        goalResult: "全部完成",
        problems: "",
        measures: "",
        evaluatedOn: isoDate("2023-01-10"),
        evaluatedBy: "王经办",
      },
    ],
    quarterPlan: [
      { id: asId("quarter-1"), budgetLineId: asId("line-1"), quarter: 1, amountCents: cents(6_000_000) },
    ],
    fundingSource: [
      { id: asId("funding-1"), projectId, scope: "annual", kind: "sum", amountCents: cents(43_000_000) },
    ],
    budgetLine: [
      budgetLineRow({ quantity: decimal("26"), unitPrice: decimal("85.5"), periods: decimal("12") }),
      budgetLineRow({ id: asId("line-void"), seq: 2, ...dead }),
    ],
    budgetAdjustment: [
      {
        id: asId("adjustment-1"),
        groupId: asId("group-1"),
        budgetLineId: asId("line-1"),
        adjustedOn: isoDate("2022-06-01"),
        deltaCents: cents(-100),
        reason: "调剂",
        documentNo: "",
        ...live,
      },
    ],
    indicator: [
      {
        id: asId("indicator-1"),
        projectId,
        seq: 1,
        level1: "产出指标",
        level2: "数量指标",
        name: "工作服采购数量",
        valueText: "≥30套",
        weight: decimal("10"),
        baseValue: "",
        evidence: "",
        budgetLineId: asId("line-1"),
        ...live,
      },
    ],
    indicatorActual: [
      {
        id: asId("actual-1"),
        indicatorId: asId("indicator-1"),
        periodTo: isoDate("2022-06-30"),
        valueText: "32套",
        source: "",
        outlook: "",
        reason: "",
        score: decimal("9.5"),
        expectedText: "32套",
        hindrancesJson: '["staff"]',
      },
    ],
    monitoring: [
      {
        id: asId("monitoring-1"),
        projectId,
        periodTo: isoDate("2022-07-31"),
        expectedCents: cents(43_000_000),
        problems: "",
        measures: "",
        monitoredOn: isoDate("2022-08-05"),
        monitoredBy: "王经办",
      },
    ],
  }) satisfies Partial<LedgerDocument["tables"]>;
