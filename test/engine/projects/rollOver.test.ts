import { describe, expect, it } from "vitest";
import { projectId } from "#engine/sample/project.ts";
import { type Cents, cents, sumCents } from "#shared/kernel/cents.ts";
import { decimal } from "#shared/kernel/decimal.ts";
import { closeYear } from "#test/engine/support/closeYear.ts";
import { type EngineDesk, sampleEngine } from "#test/engine/support/engineDesk.ts";

const detail = ({ ask }: EngineDesk) => ask("projects.get", { id: projectId });
const amounts = (rows: readonly Readonly<{ amountCents: Cents }>[]) =>
  sumCents(rows.map((row) => row.amountCents));
const annual = (project: Awaited<ReturnType<typeof detail>>, kind: string) =>
  project.funding.find((row) => row.scope === "annual" && row.kind === kind)?.amountCents;

describe("rolling a project over", () => {
  it("writes the next year's project with its texts, lines, indicators and needs, and the old one stays", async () => {
    const engine = await sampleEngine();
    const before = await detail(engine);
    const { project, ...now } = await engine.ask("projects.rollOver", { projectId });
    expect(project).toMatchObject({
      code: "SQZL-2023",
      fiscalYear: 2023,
      startDate: "2023-01-01",
      endDate: "2023-12-31",
      template: "sh-2022",
      previousProjectId: projectId,
    });
    const values = <Row>(rows: readonly Row[], of: (row: Row) => unknown) => rows.map(of);
    expect(values(now.budgetLines, ({ name, amountCents }) => [name, amountCents])).toEqual(
      values(before.budgetLines, ({ name, amountCents }) => [name, amountCents]),
    );
    expect(values(now.indicators, ({ name, valueText, weight }) => [name, valueText, weight])).toEqual(
      values(before.indicators, ({ name, valueText, weight }) => [name, valueText, weight]),
    );
    expect(values(now.narrative, ({ body }) => body)).toEqual(values(before.narrative, ({ body }) => body));
    expect(values(now.policies, ({ title }) => title)).toEqual(values(before.policies, ({ title }) => title));
    expect(now.adjustments).toEqual([]);
    expect(await detail(engine)).toEqual(before);
    const needs = await engine.ask("needs.list", { fiscalYear: 2023, projectId: null });
    expect(needs.map(({ name }) => name)).toContain("网格专职人员工作服");
    // Indicators and needs hang on the new lines and not on the old.
    const own = new Set<string | null>([null, ...now.budgetLines.map(({ id }) => id)]);
    expect([...now.indicators, ...needs].every(({ budgetLineId }) => own.has(budgetLineId))).toBe(true);
  });

  it("raises prices and lump sums by a percentage, takes what was said by hand, and the funds come to the lines", async () => {
    const engine = await sampleEngine();
    const { budgetLines } = await detail(engine);
    const recorders = budgetLines.find(({ name }) => name === "巡查记录仪月租");
    const publicity = budgetLines.find(({ name }) => name === "宣传费用");
    if (recorders === undefined || publicity === undefined) throw new Error("the sample has both lines");
    const { id } = recorders;
    const byHand = {
      id,
      take: true,
      quantity: decimal("30"),
      unitPrice: decimal("80"),
      periods: decimal("12"),
    };
    const now = await engine.ask("projects.rollOver", {
      projectId,
      percent: "3",
      carryOverCents: 1_000_000,
      lines: [
        { ...byHand, amountCents: 0 },
        { id: publicity.id, take: false, quantity: null, unitPrice: null, periods: null, amountCents: 0 },
      ],
    });
    const amountOf = (name: string) => now.budgetLines.find((line) => line.name === name)?.amountCents;
    expect(amountOf("巡查记录仪月租")).toBe(30 * 80 * 12 * 100);
    // 26 handsets at 45 yuan, three per cent more, is 46.35 each: the price is rounded and not the sum.
    expect(amountOf("对讲机月租")).toBe(36 * 4_635 * 12);
    expect(amountOf("网格巡查处置用品")).toBe(4_134_008);
    expect(amountOf("宣传费用")).toBeUndefined();
    const sum = amounts(now.budgetLines);
    expect(annual(now, "sum")).toBe(sum);
    expect(annual(now, "carryOver")).toBe(1_000_000);
    expect(annual(now, "currentAppropriation")).toBe(cents(sum - 1_000_000));
  });

  it("moves the year on in texts where it is the project's, and leaves document numbers and what was not confirmed", async () => {
    const engine = await sampleEngine();
    const [section] = (await detail(engine)).narrative;
    if (section === undefined) throw new Error("the sample has a narrative");
    const body =
      "2022年继续开展整治，依据沪府〔2022〕5号和《2022年工作要点》，截至2022年底完成，2021年已完成大半。";
    await engine.ask("projects.saveSection", { id: section.id, body });
    const { years } = await engine.ask("projects.rollOverPreview", { projectId });
    expect(years.map(({ move, doubt }) => [move, doubt])).toEqual([
      [true, ""],
      [false, "像是文号"],
      [false, "在书名号里"],
      [false, "像是起止时间"],
    ]);
    const chosen = years.filter(({ doubt }) => doubt === "" || doubt === "像是起止时间").map(({ id }) => id);
    const { narrative } = await engine.ask("projects.rollOver", { projectId, years: chosen });
    expect(narrative[0]?.body).toBe(
      "2023年继续开展整治，依据沪府〔2022〕5号和《2022年工作要点》，截至2023年底完成，2021年已完成大半。",
    );
  });

  it("takes the form of the year: 2026 wants 项目性质 and cost indicators, and says so", async () => {
    const engine = await sampleEngine();
    let id = projectId;
    for (const year of [2023, 2024, 2025, 2026]) {
      const { project } = await engine.ask("projects.rollOver", { projectId: id });
      expect(project.template).toBe(year < 2026 ? "sh-2022" : "sh-2026");
      ({ id } = project);
    }
    const report = await engine.ask("projects.rollOverReport", { id });
    expect(report.filter(({ kind }) => kind === "wanted").map(({ name }) => name)).toContain("成本指标");
    expect((await engine.ask("projects.get", { id })).project).toMatchObject({ nature: "经常性项目" });
  });

  it("lists after it what the preview had said", async () => {
    const engine = await sampleEngine();
    const { items } = await engine.ask("projects.rollOverPreview", { projectId, percent: "3" });
    const { project } = await engine.ask("projects.rollOver", { projectId, percent: "3" });
    expect(await engine.ask("projects.rollOverReport", { id: project.id })).toEqual(items);
    expect(items.filter(({ kind }) => kind === "left").map(({ area }) => area)).toContain("合同和月租");
  });

  it("is refused when the code is taken, or more is carried over than is asked for", async () => {
    const engine = await sampleEngine();
    const tooMuch = { projectId, carryOverCents: 100_000_000 };
    expect(await engine.refusal("projects.rollOver", tooMuch)).toMatchObject({ code: "refused" });
    await engine.ask("projects.rollOver", { projectId });
    expect(await engine.refusal("projects.rollOver", { projectId })).toMatchObject({ code: "conflict" });
    const { problem } = await engine.ask("projects.rollOverPreview", { projectId });
    expect(problem).toContain("SQZL-2023");
    await engine.ask("projects.rollOver", { projectId, code: "SQZL-2023B" });
  });

  it("is refused into a year that is closed", async () => {
    const engine = await sampleEngine();
    await engine.ask("years.add", { year: 2023, paymentCutoff: null });
    await closeYear(engine, 2023);
    const refused = await engine.refusal("projects.rollOver", { projectId });
    expect(refused).toMatchObject({ code: "refused", message: "2023 年度已经关账，不能结转到这一年。" });
  });
});
