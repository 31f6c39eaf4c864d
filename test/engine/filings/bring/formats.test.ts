import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { bringIn } from "#engine/filings/bring/bringIn.ts";
import { previewBring } from "#engine/filings/bring/previewBring.ts";
import { exportForm } from "#engine/filings/exportForm.ts";
import { getProject } from "#engine/projects/getProject.ts";
import type { FilingFormat } from "#shared/forms/formKinds.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { failureOf, testFolder } from "#test/engine/store/testLedger.ts";
import { sampleDesk } from "#test/engine/support/sampleDesk.ts";
import { sourcePath, sourceText } from "./sourcePaper.ts";

const asOf = isoDate("2022-07-08");
const subject = { projectCode: "SQZL-2022" } as const;

async function printed(form: "targets" | "narrative", format: FilingFormat) {
  const context = await (await sampleDesk()).context();
  const file = path.join(testFolder(), `${form}.${format}`);
  await exportForm(context, { form, format, subject, path: file, asOf });
  const { preview } = await previewBring(context, { source: { path: file }, projectId: null });
  const project = (await context.facts(asOf)).rows.project.find(({ code }) => code === "SQZL-2022");
  if (project === undefined) throw new Error("no sample project");
  return { preview, own: await getProject(context, project.id) };
}

describe("what the program printed", () => {
  it.each(["xlsx", "docx", "pdf"] as const)("is read back out of %s: the target sheet", async (format) => {
    const { preview, own } = await printed("targets", format);
    const [paper] = preview.papers;
    expect(paper).toMatchObject({ kind: "targets", fiscalYear: 2022 });
    expect(paper?.unused.filter(({ reason }) => reason !== "页码")).toEqual([]);
    const fields = Object.fromEntries((paper?.fields ?? []).map(({ key, text }) => [key, text]));
    const { name, category, annualGoal, startDate, endDate } = own.project;
    expect(fields).toMatchObject({ name, category, annualGoal, startDate, endDate, overallGoal: "" });
    expect(fields.implementingName).toBe(own.project.implementingName);
    expect(paper?.indicators?.map(({ level1, level2, name }) => [level1, level2, name])).toEqual(
      own.indicators.map(({ level1, level2, name }) => [level1, level2, name]),
    );
    const annual = paper?.amounts.find(({ scope, kind }) => scope === "annual" && kind === "sum");
    expect(annual?.cents).toBe(own.project.annualCents);
  });

  it.each(["docx", "xlsx", "pdf"] as const)("is read back out of %s: the statement", async (format) => {
    const { preview, own } = await printed("narrative", format);
    const plain = (text: string) => text.replace(/\s/g, "");
    const read = preview.papers.flatMap(({ sections }) => sections);
    expect(read.map(({ heading }) => heading)).toEqual(own.narrative.map(({ heading }) => heading));
    expect(read.map(({ text }) => plain(text))).toEqual(own.narrative.map(({ body }) => plain(body)));
  });

  it("is read whole out of the PDF that another program made of it", async () => {
    const { preview: ours } = await printed("targets", "pdf");
    const context = await (await sampleDesk()).context();
    const file = fileURLToPath(
      new URL("../../../fixtures/filings/绩效目标申报表 另一程序打印.pdf", import.meta.url),
    );
    const { preview } = await previewBring(context, { source: { path: file }, projectId: null });
    const [paper] = preview.papers;
    expect(paper?.indicators).toHaveLength(16);
    expect(paper?.unused.map(({ reason }) => reason)).toEqual(["页码"]);
    const said = ({ offers }: typeof preview) =>
      offers.map(({ key, candidates }) => [key, candidates.map(({ text }) => text)]);
    expect(said(preview)).toEqual(said(ours));
  });
});

describe("bringIn", () => {
  it("fills what a project lacks, leaves what it has, and takes what was chosen", async () => {
    const context = await (await sampleDesk()).context();
    const project = (await context.facts()).rows.project.find(({ code }) => code === "SQZL-2022");
    if (project === undefined) throw new Error("no sample project");
    const source = { text: sourceText().replace("社区综合服务", "社区综合治理二期") };
    const request = { source, seen: null, target: { projectId: project.id } };
    await bringIn(context, { ...request, choices: [] });
    expect((await getProject(context, project.id)).project.name).toBe("社区综合治理");
    await bringIn(context, { ...request, choices: [{ key: "name", paper: 2 }] });
    expect((await getProject(context, project.id)).project.name).toBe("社区综合治理二期");
    expect((await getProject(context, project.id)).indicators).toHaveLength(16);
  });

  it("keeps the file and each paper whole", async () => {
    const context = await (await sampleDesk()).context();
    const { preview } = await previewBring(context, {
      source: { path: decodeURIComponent(sourcePath) },
      projectId: null,
    });
    const { papers } = await bringIn(context, {
      source: { path: decodeURIComponent(sourcePath) },
      seen: preview.seen,
      target: { code: "DR-2022", fiscalYear: 2022, template: "sh-2022" },
      choices: [],
    });
    expect(papers).toHaveLength(3);
    const rows = await context.ledger.read.selectFrom("broughtPaper").selectAll().execute();
    const inOrder = papers.map((id) => rows.find((row) => row.id === id)?.paperText);
    expect(inOrder.join("\n")).toBe(sourceText());
  });

  it("refuses another file than was shown, a code that is taken, and what holds no paper", async () => {
    const context = await (await sampleDesk()).context();
    const target = { code: "DR-2022", fiscalYear: 2022, template: "sh-2022" };
    const source = { text: sourceText() };
    const refused = async (request: Partial<Parameters<typeof bringIn>[1]>) =>
      (await failureOf(() => bringIn(context, { source, seen: null, target, choices: [], ...request }))).code;
    expect(await refused({ seen: "another" })).toBe("conflict");
    expect(await refused({ target: { ...target, code: "SQZL-2022" } })).toBe("conflict");
    expect(await refused({ source: { text: "今天天气很好。" } })).toBe("bad-request");
    expect(await refused({ source: { text: " \n " } })).toBe("bad-file");
    expect(await refused({ choices: [{ key: "name", paper: 7 }] })).toBe("bad-request");
  });
});
