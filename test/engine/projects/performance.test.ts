import { describe, expect, it } from "vitest";
import { saveRule } from "#engine/checks/rules.ts";
import type { Context } from "#engine/context.ts";
import { listNeeds } from "#engine/needs/getNeed.ts";
import { issueDue } from "#engine/needs/issues.ts";
import { getActuals, saveActuals } from "#engine/projects/actuals.ts";
import { getEvaluation, saveEvaluation } from "#engine/projects/evaluation.ts";
import { getProject } from "#engine/projects/getProject.ts";
import { saveIndicators } from "#engine/projects/indicators.ts";
import { getMonitoring, saveMonitoring } from "#engine/projects/monitoring.ts";
import { projectId } from "#engine/sample/project.ts";
import { proposedWeights } from "#shared/indicators/weights.ts";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { decimal } from "#shared/kernel/decimal.ts";
import { failureOf } from "#test/engine/store/testLedger.ts";
import { sampleDesk } from "#test/engine/support/sampleDesk.ts";
import { testClock } from "#test/engine/support/testClock.ts";

const june = isoDate("2022-06-30");
const end = isoDate("2022-12-31");

async function office(day = "2022-07-08") {
  const clock = testClock();
  clock.goTo(day);
  const desk = await sampleDesk(clock);
  const named = async (name: string) => {
    const { rows } = await getActuals(await desk.context(), { projectId });
    const row = rows.find(({ indicator }) => indicator.name.startsWith(name));
    if (row === undefined) throw new Error(`no indicator ${name}`);
    return row;
  };
  const put = async (name: string, periodTo: typeof june, patch: object) =>
    saveActuals(await desk.context(), {
      projectId,
      actuals: [{ indicatorId: (await named(name)).indicator.id, periodTo, ...patch }],
    });
  return { context: desk.context, named, put };
}

async function weigh(context: () => Promise<Context>) {
  const { rows } = await getActuals(await context(), { projectId });
  const weights = proposedWeights(
    rows.map(({ indicator }) => indicator),
    10,
  );
  const indicators = [...weights].map(([id, weight]) => ({ id, weight }));
  await saveIndicators(await context(), { projectId, indicators });
}

describe("what the ledger offers", () => {
  it("are the devices in service, with where that stands", async () => {
    const { named } = await office();
    const { cells } = await named("巡查记录仪");
    expect(cells.map(({ periodTo }) => periodTo)).toEqual([
      "2022-03-31",
      "2022-06-30",
      "2022-09-30",
      "2022-12-31",
    ]);
    expect(cells[1]?.offers[0]).toEqual({
      valueText: "26台",
      source: expect.stringMatching(/^月租“.*巡查记录仪.*”2022-06-30 在用 26 台$/),
    });
    // Nobody knows what is to come.
    expect(cells[2]?.offers).toEqual([]);
  });

  it("are uniforms handed out or bought, and acceptances passed", async () => {
    const { context, named } = await office();
    const needs = await listNeeds(await context(), { fiscalYear: 2022, projectId });
    const need = needs.find(({ kind }) => kind === "uniform");
    if (need === undefined) throw new Error("the sample needs no uniforms");
    await issueDue(await context(), { needId: need.id, issuedOn: june, paymentId: null, note: "" });
    const uniforms = (await named("工作服制作数量")).cells[1]?.offers ?? [];
    expect(uniforms).toEqual([
      { valueText: "32套", source: "发放记录“网格专职人员工作服”2022年到 2022-06-30 发放 32 套" },
    ]);
    const [covered] = (await named("工作服覆盖率")).cells[1]?.offers ?? [];
    expect(covered?.valueText).toBe("100%");
    const [accepted] = (await named("服装验收通过率")).cells[1]?.offers ?? [];
    expect(accepted?.valueText).toMatch(/^[\d.]+%$/);
    expect(accepted?.source).toMatch(/^验收（考核）单 2022-01-01 到 2022-06-30 共 \d+ 份，合格 \d+ 份/);
    expect((await named("公共设施受损案件数")).cells[1]?.offers).toEqual([]);
  });
});

describe("saveIndicators", () => {
  it("keeps what a patch leaves out", async () => {
    const { context, named } = await office();
    const { indicator } = await named("巡查记录仪");
    const patch = { id: indicator.id, seq: 99, weight: decimal("7") };
    await saveIndicators(await context(), { projectId, indicators: [patch] });
    expect((await named("巡查记录仪")).indicator).toEqual({ ...indicator, seq: 99, weight: "7" });
  });
});

describe("saveActuals", () => {
  it("keeps what a patch leaves out, and takes a row away that has nothing left", async () => {
    const { named, put } = await office();
    await put("巡查记录仪", june, { valueText: " 26台 ", source: "在用台账" });
    await put("巡查记录仪", june, { outlook: "有可能", hindrances: ["经费保障"] });
    const actual = (await named("巡查记录仪")).cells[1]?.actual;
    expect(actual).toMatchObject({
      valueText: "26台",
      source: "在用台账",
      outlook: "有可能",
      hindrancesJson: '["经费保障"]',
    });
    await put("巡查记录仪", june, { valueText: "", source: "", outlook: "", hindrances: [] });
    expect((await named("巡查记录仪")).cells[1]?.actual).toBeNull();
  });

  it("refuses a day of another year and an indicator of another project", async () => {
    const { context, put } = await office();
    expect(
      (await failureOf(() => put("巡查记录仪", isoDate("2023-03-31"), { valueText: "1台" }))).message,
    ).toBe("2023-03-31 不在 2022 年度内，不能填写完成值。");
    const foreign = { indicatorId: projectId, periodTo: june, valueText: "1" };
    const failure = await failureOf(async () =>
      saveActuals(await context(), { projectId, actuals: [foreign] }),
    );
    expect(failure.message).toBe("有一项指标不属于这个项目。");
  });
});

describe("monitoring", () => {
  it("goes by the month that was monitored last, else by the one that is set", async () => {
    const { context, put } = await office();
    expect(await getMonitoring(await context(), { projectId, month: null })).toMatchObject({ month: 7 });
    await put("巡查记录仪", june, { valueText: "26台" });
    const row = {
      ...{ projectId, periodTo: june, expectedCents: cents(42_000_000), problems: "", measures: "" },
      ...{ monitoredOn: null, monitoredBy: "王经办" },
    };
    await saveMonitoring(await context(), row);
    await saveMonitoring(await context(), { ...row, problems: "进度偏慢" });
    const view = await getMonitoring(await context(), { projectId, month: null });
    expect(view).toMatchObject({
      month: 6,
      cutoff: june,
      row: { expectedCents: 42_000_000, problems: "进度偏慢" },
    });
    expect(view.indicators.find(({ indicator }) => indicator.name.startsWith("巡查记录仪"))).toMatchObject({
      actual: { valueText: "26台" },
      earlier: false,
    });
    const july = await getMonitoring(await context(), { projectId, month: 7 });
    expect(july.indicators.find(({ indicator }) => indicator.name.startsWith("巡查记录仪"))).toMatchObject({
      actual: { valueText: "26台", periodTo: june },
      earlier: true,
    });
  });

  it("counts what was paid by the cut-off day and nothing after it", async () => {
    const { context } = await office();
    const view = await getMonitoring(await context(), { projectId, month: 3 });
    const facts = await (await context()).facts(isoDate("2022-03-31"));
    expect(view.executedCents).toBe(facts.budget.projectPaidCents(projectId));
    expect(view.executedCents).toBeGreaterThan(0);
    expect(view.executedCents).toBeLessThan(
      (await (await context()).facts()).budget.projectPaidCents(projectId),
    );
  });

  it("refuses a day that ends no month", async () => {
    const { context } = await office();
    const row = {
      ...{ projectId, periodTo: isoDate("2022-06-29"), expectedCents: null, problems: "", measures: "" },
      ...{ monitoredOn: null, monitoredBy: "" },
    };
    const refused = await failureOf(async () => saveMonitoring(await context(), row));
    expect(refused.message).toBe("监控截止日应是 2022 年 1 月到 11 月的月末，现为 2022-06-29。");
  });
});

describe("evaluation", () => {
  const row = {
    ...{ projectId, executedCents: cents(38_700_000), executionReason: "", goalResult: "已完成" },
    ...{ problems: "", measures: "", evaluatedOn: null, evaluatedBy: "" },
  };

  it("works out 90.00 % and 9.00 of 430,000 and 387,000 元", async () => {
    const { context } = await office();
    await saveEvaluation(await context(), row);
    const view = await getEvaluation(await context(), { projectId });
    expect(view).toMatchObject({ executionBp: 9_000, execution: { weight: 10, points: "9" } });
  });

  it("and the targets go by the limits that the office set, as the rules do", async () => {
    const { context } = await office();
    await saveEvaluation(await context(), row);
    expect(await getEvaluation(await context(), { projectId })).toMatchObject({ reasonBelowBp: 9_000 });
    const set = { severity: null };
    await saveRule(await context(), { ...set, ruleId: "PERF-15", params: { reasonBelowBp: 9_500 } });
    await saveRule(await context(), { ...set, ruleId: "PERF-14", params: { executionPoints: 15 } });
    expect(await getEvaluation(await context(), { projectId })).toMatchObject({
      ...{ reasonBelowBp: 9_500, execution: { weight: 15 } },
    });
    expect(await getProject(await context(), projectId)).toMatchObject({ executionPoints: 15 });
  });

  it("adds up to 100 when everything was reached, and never to more", async () => {
    const { context, put } = await office("2023-01-10");
    await weigh(context);
    const { rows } = await getActuals(await context(), { projectId });
    for (const { indicator } of rows)
      await put(indicator.name, end, { valueText: "200%", outlook: "达成年度指标" });
    await put("工作服制作", end, { valueText: "32套" });
    await put("巡查记录仪", end, { valueText: "26台" });
    await put("对讲机", end, { valueText: "104部" });
    await saveEvaluation(await context(), { ...row, executedCents: cents(43_000_000) });
    const view = await getEvaluation(await context(), { projectId });
    expect(view).toMatchObject({ weights: "100", total: "100", unscored: 0, grade: "优" });
    await put("巡查记录仪", end, { score: decimal("1.5") });
    const lower = await getEvaluation(await context(), { projectId });
    expect(lower.indicators.find(({ actual }) => actual?.score !== null)).toMatchObject({ points: "1.5" });
    expect(Number(lower.total)).toBeLessThan(100);
  });
});
