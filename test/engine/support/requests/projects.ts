import { budgetLineId } from "#engine/sample/budget.ts";
import { projectId } from "#engine/sample/project.ts";
import { seenOf } from "#shared/api/years.ts";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { decimal } from "#shared/kernel/decimal.ts";
import { lineDraft, projectDraft } from "../drafts.ts";
import type { EngineDesk } from "../engineDesk.ts";
import { detail, nothing, type Requests, reason, year } from "./common.ts";

/** A year of its own, after all others: in one that is closed most other requests are refused. */
async function closing({ ask }: EngineDesk) {
  const { years } = await ask("office.get", {});
  const empty = Math.max(2030, ...years.map((known) => known.year)) + 1;
  await ask("years.add", { year: empty, paymentCutoff: null });
  const { items } = await ask("years.checkClose", { year: empty });
  const blocking = items.filter((item) => item.blocking);
  const accepted = blocking.map((item) => ({ check: item.check, reason: "示例", seen: [...seenOf(item)] }));
  return { year: empty, reason: "年终关账", accepted };
}

const adjustment = {
  projectId,
  adjustedOn: isoDate("2022-07-01"),
  reason: "据实调剂",
  documentNo: "",
  lines: [
    { budgetLineId: budgetLineId("joint"), deltaCents: cents(-100) },
    { budgetLineId: budgetLineId("supplies"), deltaCents: cents(100) },
  ],
};

export const projectRequests = {
  "projects.list": async () => ({ fiscalYear: 2022 }),
  "projects.get": async () => ({ id: projectId }),
  "projects.narrativeOffers": async () => ({ id: projectId }),
  "projects.save": async () => projectDraft(),
  "projects.saveFunding": async () => ({
    projectId,
    sources: [{ scope: "annual", kind: "currentAppropriation", amountCents: cents(1) }],
  }),
  "projects.saveBudgetLine": async () => lineDraft(projectId, { seq: 99 }),
  "projects.voidBudgetLine": async (engine) => {
    const { budgetLines } = await engine.ask("projects.saveBudgetLine", lineDraft(projectId, { seq: 99 }));
    return { id: budgetLines.at(-1)?.id ?? "", reason };
  },
  "projects.adjust": async () => adjustment,
  "budget.execution": async () => ({ ...year, asOf: null }),
  "budget.line": async () => ({ id: budgetLineId("joint"), asOf: null }),
  "budget.savePlans": async () => ({
    plans: [
      {
        budgetLineId: budgetLineId("joint"),
        quartersCents: [cents(6_000_000), cents(6_000_000), cents(6_000_000), cents(6_000_000)],
      },
      { budgetLineId: budgetLineId("supplies"), quartersCents: null },
    ],
  }),
  "budget.adjustments": async () => year,
  "budget.voidAdjustment": async (engine) => {
    await engine.ask("projects.adjust", adjustment);
    const [latest] = await engine.ask("budget.adjustments", year);
    return { groupId: latest?.groupId ?? "", reason };
  },
  "budget.settings": nothing,
  "budget.saveSettings": async () => ({ carryOver: "last", soonDays: 30 }),
  "years.list": nothing,
  "years.add": async () => ({ year: 2023, paymentCutoff: isoDate("2023-12-20") }),
  "years.setCutoff": async () => ({ year: 2022, paymentCutoff: isoDate("2022-12-25") }),
  "years.checkClose": async () => ({ year: 2022 }),
  "years.close": closing,
  "years.reopen": async (engine) => {
    const closed = await closing(engine);
    await engine.ask("years.close", closed);
    return { year: closed.year, reason: "补记一笔退款" };
  },
  "projects.saveIndicator": async () => ({
    id: null,
    projectId,
    seq: 99,
    level1: "产出指标",
    level2: "数量指标",
    name: "巡查次数",
    valueText: "≥30次",
    weight: null,
    baseValue: "",
    evidence: "",
    budgetLineId: null,
  }),
  "projects.voidIndicator": async (engine) => ({
    id: (await detail(engine)).indicators[0]?.id ?? "",
    reason,
  }),
  "performance.actuals": async () => ({ projectId }),
  "performance.monitoring": async () => ({ projectId, month: 6 }),
  "performance.evaluation": async () => ({ projectId }),
  "performance.saveActuals": async (engine) => ({
    projectId,
    actuals: [
      {
        indicatorId: (await detail(engine)).indicators[3]?.id ?? "",
        periodTo: isoDate("2022-06-30"),
        valueText: "26台",
        source: "巡查记录仪在用台账",
      },
    ],
  }),
  "performance.saveMonitoring": async () => ({
    projectId,
    periodTo: isoDate("2022-06-30"),
    expectedCents: cents(42_000_000),
    problems: "",
    measures: "",
    monitoredOn: null,
    monitoredBy: "",
  }),
  "performance.saveEvaluation": async () => ({
    projectId,
    executedCents: null,
    executionReason: "",
    goalResult: "年度目标已完成。",
    problems: "",
    measures: "",
    evaluatedOn: null,
    evaluatedBy: "",
  }),
  "performance.saveIndicators": async (engine) => ({
    projectId,
    indicators: (await detail(engine)).indicators.slice(0, 2).map(({ id }) => ({ id, weight: decimal("5") })),
  }),
  "projects.savePolicy": async () => ({
    id: null,
    projectId,
    seq: 9,
    title: "意见",
    documentNo: "",
    content: "",
  }),
  "projects.removePolicy": async (engine) => ({ id: (await detail(engine)).policies[0]?.id ?? "" }),
  "projects.saveSection": async (engine) => ({
    id: (await detail(engine)).narrative[0]?.id ?? "",
    body: "新的概述。",
  }),
} satisfies Partial<Requests>;
