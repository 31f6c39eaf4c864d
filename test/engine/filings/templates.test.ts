import { describe, expect, it } from "vitest";
import { projectId } from "#engine/sample/project.ts";
import { formIds } from "#shared/forms/formKinds.ts";
import { isProse } from "#shared/forms/prose.ts";
import { templateOf } from "#shared/forms/templates/templates.ts";
import { printValue } from "#shared/forms/values.ts";
import { closeYear } from "#test/engine/support/closeYear.ts";
import { type EngineDesk, engineDesk, sampleEngine } from "#test/engine/support/engineDesk.ts";
import { madeUp } from "#test/shared/forms/templates/madeUpTemplate.ts";

const copy = (key: string | null, changes: Partial<typeof madeUp> = {}) => ({
  id: null,
  key,
  basedOn: "sh-2026",
  template: { ...structuredClone(madeUp), name: `本单位 ${key}`, ...changes },
});

const templateNow = async ({ ask }: EngineDesk): Promise<string> =>
  (await ask("projects.get", { id: projectId })).project.template;

describe("templates of the office", () => {
  it("are kept, changed and listed with the projects that print by them", async () => {
    const engine = await sampleEngine();
    const saved = await engine.ask("templates.save", copy("gfl-2027"));
    expect(saved).toMatchObject({ own: { basedOn: "sh-2026" }, usedBy: [], faults: [] });
    const id = saved.own?.id ?? "";
    const again = { ...copy("gfl-2027"), id, note: "区里的样张" };
    expect((await engine.ask("templates.save", again)).own?.note).toBe("区里的样张");
    const used = await engine.ask("templates.use", { key: "gfl-2027", projectIds: [projectId] });
    expect(used.map(({ template, usedBy }) => [template.id, usedBy.length])).toEqual([
      ["sh-2022", 0],
      ["sh-2026", 0],
      ["gfl-2027", 1],
    ]);
    const { form } = await engine.ask("filings.preview", { form: "contracts", subject: { projectId } });
    expect(form.template).toBe("gfl-2027");
  });

  it("are refused with what is wrong, when their key is taken, or when it would change", async () => {
    const engine = await sampleEngine();
    const bad = copy("gfl-2027", {
      budget: { ...madeUp.budget, columns: madeUp.budget.columns.slice(0, 2) },
    });
    expect(await engine.refusal("templates.save", bad)).toMatchObject({
      code: "refused",
      message: "表式“本单位 gfl-2027”还不能保存：至少要有 3 栏。",
    });
    expect(await engine.refusal("templates.save", copy("sh-2026"))).toMatchObject({ code: "conflict" });
    const { own } = await engine.ask("templates.save", copy("gfl-2027"));
    expect(await engine.refusal("templates.save", copy("gfl-2027"))).toMatchObject({ code: "conflict" });
    const renamed = { ...copy("gfl-2028"), id: own?.id ?? "" };
    expect(await engine.refusal("templates.save", renamed)).toMatchObject({ code: "refused" });
    const foreign = { ...copy("gfl-2029"), basedOn: "bj-2022" };
    expect(await engine.refusal("templates.save", foreign)).toMatchObject({ code: "bad-request" });
  });

  it("get a free key from the program, which is never one of a copy that was voided", async () => {
    const engine = await sampleEngine();
    const saved = () => engine.ask("templates.save", copy(null, { name: "本单位的表式", fromYear: 2027 }));
    const first = await saved();
    expect(first.template.id).toBe("own-2027");
    await engine.ask("templates.void", { id: first.own?.id ?? "", reason: "区里换了样张" });
    expect(await engine.refusal("templates.save", copy("own-2027"))).toMatchObject({
      code: "conflict",
      message: "编号“own-2027”已经是已作废的表式“本单位的表式”的编号。",
    });
    const second = await saved();
    expect([second.template.id, (await saved()).template.id]).toEqual(["own-2027-2", "own-2027-3"]);
    const renamed = { ...copy(null, { name: "区里的样张" }), id: second.own?.id ?? "" };
    expect((await engine.ask("templates.save", renamed)).template).toMatchObject({
      id: "own-2027-2",
      name: "区里的样张",
    });
  });

  it("are voided only with another one for the projects that print by them, in one step", async () => {
    const engine = await sampleEngine();
    const { own } = await engine.ask("templates.save", copy("gfl-2027"));
    await engine.ask("templates.use", { key: "gfl-2027", projectIds: [projectId] });
    const gone = { id: own?.id ?? "", reason: "区里换了样张" };
    expect(await engine.refusal("templates.void", gone)).toMatchObject({
      code: "refused",
      message: expect.stringContaining("社区综合治理（2022年度）还在使用"),
    });
    expect(await engine.refusal("templates.void", { ...gone, instead: "gfl-2027" })).toMatchObject({
      code: "refused",
    });
    expect(await engine.refusal("templates.void", { ...gone, instead: "none" })).toMatchObject({
      code: "bad-request",
    });
    expect(await templateNow(engine)).toBe("gfl-2027");
    await engine.ask("templates.void", { ...gone, instead: "sh-2022" });
    expect(await templateNow(engine)).toBe("sh-2022");
    expect((await engine.ask("templates.list", {})).map(({ template }) => template.id)).not.toContain(
      "gfl-2027",
    );
    expect(await engine.refusal("templates.void", { ...gone, instead: "sh-2022" })).toMatchObject({
      code: "not-found",
    });
    expect(await engine.refusal("templates.use", { key: "gfl-2027", projectIds: [projectId] })).toMatchObject(
      {
        code: "bad-request",
      },
    );
  });

  it("stay while a project of a closed year prints by them, and that is said by its name", async () => {
    const engine = await sampleEngine();
    const { own } = await engine.ask("templates.save", copy("gfl-2023", { fromYear: 2023 }));
    await engine.ask("projects.rollOver", { projectId });
    await engine.ask("templates.use", { key: "gfl-2023", projectIds: [projectId] });
    await closeYear(engine, 2023);
    const listed = (await engine.ask("templates.list", {})).find(
      ({ template }) => template.id === "gfl-2023",
    );
    expect(listed?.usedBy.map(({ fiscalYear, closed }) => [fiscalYear, closed])).toEqual([
      [2023, true],
      [2022, false],
    ]);
    const gone = { id: own?.id ?? "", reason: "区里换了样张", instead: "sh-2022" };
    expect(await engine.refusal("templates.void", gone)).toMatchObject({
      code: "refused",
      message: "表式“本单位 gfl-2023”不能作废：社区综合治理（2023年度）按它打印，年度已关账。",
    });
    expect(await templateNow(engine)).toBe("gfl-2023");
  });

  it("are taken by projects of their years, new ones and those rolled over", async () => {
    const engine = await sampleEngine();
    await engine.ask("templates.save", copy("gfl-2023", { fromYear: 2023 }));
    const preview = await engine.ask("projects.rollOverPreview", { projectId });
    expect(preview.templateName).toBe("本单位 gfl-2023");
    const { project, narrative } = await engine.ask("projects.rollOver", { projectId });
    expect(project).toMatchObject({ fiscalYear: 2023, template: "gfl-2023" });
    expect(narrative.map(({ heading }) => heading)).toEqual(
      expect.arrayContaining(["项目概述", "基本情况", "经费测算"]),
    );
  });

  it("of a year without projects is that of its time", async () => {
    const engine = await sampleEngine();
    const printedBy = async (fiscalYear: number) =>
      (await engine.ask("filings.preview", { form: "invoices", subject: { fiscalYear, projectId: null } }))
        .form.template;
    expect([await printedBy(2021), await printedBy(2024), await printedBy(2027)]).toEqual([
      "sh-2022",
      "sh-2022",
      "sh-2026",
    ]);
  });

  it("leave what was handed in as it was", async () => {
    const engine = await sampleEngine();
    await engine.ask("templates.save", copy("gfl-2027"));
    await engine.ask("filings.freeze", { projectId, form: "budget" });
    await engine.ask("templates.use", { key: "gfl-2027", projectIds: [projectId] });
    const { papers } = await engine.ask("filings.versions", { projectId });
    expect(papers[0]?.versions[0]).toMatchObject({ template: "sh-2022" });
  });
});

describe("looking at a template that is being edited", () => {
  it.each(formIds)("shows %s of the project, and of made-up rows in an empty ledger", async (form) => {
    const engine = await sampleEngine();
    const template = structuredClone({ ...madeUp, id: "gfl-2027" });
    const own = await engine.ask("templates.preview", { template, form, projectId });
    expect(own).toMatchObject({ id: form, template: "gfl-2027" });
    expect(textOf(own)).toMatch(/社区综合治理|广富林街道|上海示例/);
    expect(textOf(own)).not.toMatch(/示例(?:项目|服务有限公司)/);
    const empty = engineDesk();
    const file = empty.grant("empty.jingfei");
    await empty.ask("ledger.create", {
      file,
      sample: false,
      officeName: "某街道",
      officer: "王经办",
      year: 2027,
    });
    const made = await empty.ask("templates.preview", { template, form, projectId: null });
    expect(textOf(made)).toMatch(/示例|FK-2026-0001|陆万元/);
  });

  it("leads nowhere from 情况说明, whose headings no project has yet", async () => {
    const engine = await sampleEngine();
    const template = structuredClone({ ...madeUp, id: "gfl-2027" });
    const paper = await engine.ask("templates.preview", { template, form: "narrative", projectId });
    expect(isProse(paper) && paper.blocks.length > 2).toBe(true);
    expect(JSON.stringify(paper)).not.toContain("narrativeSection");
  });

  it("changes nothing in the ledger, and knows no project that is not there", async () => {
    const engine = await sampleEngine();
    const template = structuredClone(templateOf("sh-2026"));
    const gone = { template, form: "budget" as const, projectId: "00000000-0000-4000-8000-000000000000" };
    expect(await engine.refusal("templates.preview", gone)).toMatchObject({ code: "not-found" });
    expect(await templateNow(engine)).toBe("sh-2022");
  });
});

function textOf(paper: Awaited<ReturnType<typeof previewOf>>): string {
  if (isProse(paper)) return paper.blocks.map(({ text }) => text).join("\n");
  return paper.rows.flatMap(({ cells }) => cells.map(({ value }) => printValue(value))).join("\n");
}
const previewOf = (engine: EngineDesk) =>
  engine.ask("templates.preview", { template: structuredClone(madeUp), form: "budget", projectId });
