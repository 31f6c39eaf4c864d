import { expect, it } from "vitest";
import { projectId } from "#engine/sample/project.ts";
import { type EngineDesk, sampleEngine } from "#test/engine/support/engineDesk.ts";

/** Brings a paper in beside the project, and takes nothing of it over. */
async function bring(engine: EngineDesk, text: string): Promise<void> {
  const source = { text };
  const { seen } = await engine.ask("filings.previewBring", { source, projectId });
  await engine.ask("filings.bring", { source, seen, target: { projectId }, choices: [] });
}

const hitsOf = async (engine: EngineDesk, ruleId: string) =>
  (await engine.ask("filings.checkup", { id: projectId })).groups
    .flatMap(({ findings }) => findings)
    .filter((finding) => finding.ruleId === ruleId && finding.texts !== undefined);

it("finds in a statement that was brought in that it names no amount, once the project's own does", async () => {
  const engine = await sampleEngine();
  const { narrative } = await engine.ask("projects.get", { id: projectId });
  const section = narrative.find(({ heading }) => heading.includes("年度预算安排"));
  await engine.ask("projects.saveSection", {
    id: section?.id ?? "",
    body: "2022年预算安排43.00万元，用于综合整治。",
  });
  expect(await hitsOf(engine, "PERF-05")).toEqual([]);
  await bring(
    engine,
    "社区综合治理项目经费情况说明\n一、项目概述\n说明。\n六、年度预算安排\n项目总投资500万元。",
  );
  expect(await hitsOf(engine, "PERF-05")).toMatchObject([
    {
      severity: "hint",
      message: "带入的社区综合治理项目经费情况说明的“年度预算安排”未写明2022年安排金额。",
      texts: [{ place: "年度预算安排", text: "项目总投资500万元。" }],
    },
  ]);
});

it("finds in a sheet that was brought in an indicator under a first level that is not its own", async () => {
  const engine = await sampleEngine();
  await bring(
    engine,
    [
      "财政项目支出绩效目标申报表",
      "（2022年度）",
      "项目名称\t社区综合治理\t项目类别\t经常性项目",
      "一级指标\t二级指标\t三级指标\t年度指标值",
      "产出指标\t社会效益指标\t市容环境\t提升",
    ].join("\n"),
  );
  expect(await hitsOf(engine, "PERF-19")).toMatchObject([
    {
      severity: "hint",
      message: expect.stringContaining("的“社会效益指标”不属于“产出指标”，应在“效益指标”下（市容环境）。"),
    },
  ]);
});

it("finds after a self-evaluation was handed in that the payments moved", async () => {
  const engine = await sampleEngine();
  await engine.ask("filings.freeze", { projectId, form: "selfEvaluation" });
  expect(await hitsOf(engine, "PERF-16")).toEqual([]);
  const payments = await engine.ask("payments.list", { fiscalYear: 2022, projectId });
  const paid = payments.find(({ state }) => state === "paid");
  if (paid === undefined) throw new Error("the sample has paid");
  await engine.ask("payments.void", { id: paid.id, reason: "登记错了" });
  expect(await hitsOf(engine, "PERF-16")).toMatchObject([
    { severity: "warn", message: expect.stringContaining("已定稿的绩效自评表（第1版）的全年执行数") },
  ]);
});
