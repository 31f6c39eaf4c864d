import { describe, expect, it } from "vitest";
import { planRollOver } from "#engine/projects/rollOver/plan.ts";
import type { ProjectRows } from "#engine/projects/rollOver/projectRows.ts";
import { projectId } from "#engine/sample/project.ts";
import { newId } from "#engine/store/newId.ts";
import { rollOverChoices } from "#shared/api/rollOver.ts";
import { templateOf } from "#shared/forms/templates/templates.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { type EngineDesk, sampleEngine } from "#test/engine/support/engineDesk.ts";
import { project } from "#test/shared/forms/samplePaper.ts";

const rowsWith = (changes: Partial<ProjectRows["project"]>): ProjectRows => ({
  project: { ...project, ...changes },
  sections: [],
  policies: [],
  funding: [],
  lines: [],
  indicators: [],
  needs: [],
});
const planned = (changes: Partial<ProjectRows["project"]>, template = "sh-2022") =>
  planRollOver(rowsWith(changes), {
    choices: rollOverChoices.parse({ projectId: project.id }),
    template: templateOf(template),
    newId,
  }).rows.project;

describe("days of the next year", () => {
  it.each([
    ["one year", "2022-01-01", "2022-12-31", "2023-01-01", "2023-12-31"],
    ["a part of the year", "2022-03-15", "2022-11-30", "2023-03-15", "2023-11-30"],
    ["still going on", "2021-07-01", "2024-06-30", "2021-07-01", "2024-06-30"],
    ["to the first day of the next year", "2022-01-01", "2023-01-01", "2022-01-01", "2023-01-01"],
    ["several years that came to their end", "2020-01-01", "2022-12-31", "2023-01-01", "2023-12-31"],
    ["without days", null, null, null, null],
    ["without an end", "2022-01-01", null, "2023-01-01", null],
  ] as const)("of %s", (_, start, end, nextStart, nextEnd) => {
    const day = (text: string | null) => (text === null ? null : isoDate(text));
    const { startDate, endDate } = planned({ startDate: day(start), endDate: day(end) });
    expect([startDate, endDate]).toEqual([nextStart, nextEnd]);
  });

  it("knows that only a leap year has a 29th of February", () => {
    const leap = { fiscalYear: 2024, startDate: isoDate("2024-02-29"), endDate: isoDate("2024-12-31") };
    expect(planned({ ...leap, code: "A-2024" })).toMatchObject({ startDate: "2025-02-28", fiscalYear: 2025 });
  });

  it.each([
    ["SQZL-2022", "SQZL-2023"],
    ["SQZL", "SQZL-2023"],
    ["2022-01-2022", "2023-01-2022"],
  ])("the code %s becomes %s", (code, next) => {
    expect(planned({ code }).code).toBe(next);
  });

  it("calls by 2026 项目性质 what was 项目类别, and keeps a nature that is there", () => {
    expect(planned({ category: "经常性项目", nature: "" }, "sh-2026")).toMatchObject({
      category: "",
      nature: "经常性项目",
      template: "sh-2026",
    });
    expect(planned({ category: "特定目标类", nature: "阶段性项目" }, "sh-2026")).toMatchObject({
      category: "特定目标类",
      nature: "阶段性项目",
    });
  });
});

const itemsOf = async (engine: EngineDesk, choices: object = {}) => {
  const { items } = await engine.ask("projects.rollOverPreview", { projectId, ...choices });
  return items;
};

describe("the list of what becomes of a project", () => {
  it("says of days, template, carry-over, quantities, prices and texts what they were and will be", async () => {
    const engine = await sampleEngine();
    const items = await itemsOf(engine, { percent: "10", carryOverCents: 1_000_000, template: "sh-2026" });
    const found = (area: string, name: string) =>
      items.find((item) => item.area === area && item.name === name);
    expect(found("基本信息", "计划完成日期")).toMatchObject({
      kind: "changed",
      before: "2022-12-31",
      after: "2023-12-31",
    });
    expect(found("基本信息", "表式")).toMatchObject({
      kind: "changed",
      before: "上海 2022 年表式",
      after: "上海 2026 年表式",
    });
    expect(found("资金来源", "年度资金申请总额：上年结转")).toMatchObject({
      before: "0.00",
      after: "10,000.00",
    });
    expect(found("预算明细", "巡查记录仪月租")).toMatchObject({
      kind: "changed",
      before: "26台×85元×12期 = 26,520.00",
      after: "26台×93.5元×12期 = 29,172.00",
    });
    expect(found("绩效指标", "成本指标")).toMatchObject({ kind: "wanted" });
    expect(found("基本信息", "项目类别")).toMatchObject({ kind: "changed", before: "经常性项目", after: "" });
    expect(items.filter(({ kind, area }) => kind === "wanted" && area === "基本信息")).toHaveLength(2);
  });

  it("says what stays behind with the year, each with its number", async () => {
    const engine = await sampleEngine();
    const { indicators } = await engine.ask("projects.get", { id: projectId });
    const indicatorId = indicators[0]?.id ?? "";
    const periodTo = isoDate("2022-06-30");
    await engine.ask("performance.saveActuals", {
      projectId,
      actuals: [{ indicatorId, periodTo, valueText: "95%" }],
    });
    const left = (await itemsOf(engine)).filter(({ kind }) => kind === "left");
    expect(left).toContainEqual({
      area: "绩效完成情况",
      name: "各季完成值",
      kind: "left",
      before: "1 项",
      after: "",
      note: "下年重新填写",
    });
    expect(left.map(({ area }) => area)).toEqual(
      expect.arrayContaining(["合同和月租", "付款", "绩效完成情况"]),
    );
  });

  it("says where a text still calls a unit by a name that it has no longer", async () => {
    const engine = await sampleEngine();
    const { narrative } = await engine.ask("projects.get", { id: projectId });
    const { units } = await engine.ask("office.get", {});
    const unit = units.find(({ names }) => names.some(({ name }) => name.includes("城市运行管理中心")));
    const names = [
      { name: "广富林街道网格中心", validFrom: null, validTo: isoDate("2022-12-31") },
      { name: "广富林街道城运中心", validFrom: isoDate("2023-01-01"), validTo: null },
    ];
    if (unit === undefined) throw new Error("the sample has the centre");
    const { currentName: _, ...stored } = unit;
    await engine.ask("office.saveUnit", { ...stored, names });
    await engine.ask("projects.saveSection", {
      id: narrative[2]?.id ?? "",
      body: "由广富林街道网格中心实施。",
    });
    const items = await itemsOf(engine);
    expect(items.filter(({ area }) => area === "单位更名")).toEqual([
      {
        area: "单位更名",
        name: `情况说明：${narrative[2]?.heading}`,
        kind: "wanted",
        before: "广富林街道网格中心",
        after: "广富林街道城运中心",
        note: "文字没有改动，请核对",
      },
    ]);
    expect(items.find(({ name }) => name === "实施单位")).toMatchObject({
      kind: "changed",
      before: "广富林街道网格中心",
      after: "广富林街道城运中心",
      note: "按当年的单位名称",
    });
  });

  it("takes the template that was chosen, and refuses one that is not there", async () => {
    const engine = await sampleEngine();
    const { project: next } = await engine.ask("projects.rollOver", { projectId, template: "sh-2026" });
    expect(next).toMatchObject({ template: "sh-2026", nature: "经常性项目" });
    expect(
      await engine.refusal("projects.rollOverPreview", { projectId, template: "bj-2022" }),
    ).toMatchObject({ code: "bad-request" });
  });
});
