import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { bringIn } from "#engine/filings/bring/bringIn.ts";
import {
  broughtPaper,
  broughtPapers,
  saveBroughtFile,
  voidBrought,
} from "#engine/filings/bring/broughtPapers.ts";
import { previewBring } from "#engine/filings/bring/previewBring.ts";
import { exportForm } from "#engine/filings/exportForm.ts";
import { checkPapers } from "#engine/filings/papersCheck.ts";
import { updateRow } from "#engine/store/rows.ts";
import { textAt } from "#shared/filings/source.ts";
import { failureOf, testFolder } from "#test/engine/store/testLedger.ts";
import { sampleEngine } from "#test/engine/support/engineDesk.ts";
import { sampleDesk } from "#test/engine/support/sampleDesk.ts";
import { sourcePath, sourceText } from "./sourcePaper.ts";

const target = { code: "DR-2022", fiscalYear: 2022, template: "sh-2022" };

/** The office's own papers brought in from a text, or as a Word file made of one of them. */
async function broughtIn(source: Parameters<typeof bringIn>[1]["source"] = { text: sourceText() }) {
  const context = await (await sampleDesk()).context();
  const { preview } = await previewBring(context, { source, projectId: null });
  const { projectId, papers } = await bringIn(context, { source, seen: null, target, choices: [] });
  return { context, preview, projectId, papers };
}

describe("the list of papers that were brought in", () => {
  it("has those of the year, and of one project: when, from what, by whom, and how they stand", async () => {
    const { context, projectId } = await broughtIn({ path: decodeURIComponent(sourcePath) });
    const ofYear = await broughtPapers(context, { fiscalYear: 2022, projectId: null });
    const ofProject = await broughtPapers(context, { fiscalYear: 2022, projectId });
    expect(ofProject).toEqual(ofYear);
    expect(await broughtPapers(context, { fiscalYear: 2021, projectId: null })).toEqual([]);
    expect(ofYear.map(({ title }) => title).toSorted()).toEqual([
      "社区综合治理项目经费情况说明",
      "财政项目支出绩效目标填报表",
      "财政项目支出绩效目标申报表",
    ]);
    const declared = ofYear.find(({ title }) => title.endsWith("申报表"));
    expect(declared).toMatchObject({
      projectName: "社区综合治理",
      fiscalYear: 2022,
      fileName: path.basename(decodeURIComponent(sourcePath)),
      broughtBy: context.officer,
      voidReason: null,
    });
    // 项目名称, 实施单位 and the indicators are other ones than the project took; its goal stood outside of the table.
    expect(declared?.differs).toBeGreaterThanOrEqual(3);
    expect(declared?.unsure).toBe(1);
  });
});

it("was brought in on the day that the desk is on, as versions are frozen on it", async () => {
  const { ask } = await sampleEngine();
  const source = { text: sourceText() };
  const { seen } = await ask("filings.previewBring", { source, projectId: null });
  const { projectId } = await ask("filings.bring", { source, seen, target, choices: [] });
  const rows = await ask("filings.brought", { fiscalYear: 2022, projectId });
  expect(rows.map(({ broughtAt }) => broughtAt.slice(0, 10))).toEqual(rows.map(() => "2022-07-08"));
});

describe("one of them", () => {
  it("is there whole, each value where it stood", async () => {
    const { context, papers, preview } = await broughtIn();
    const parts = await Promise.all(papers.map((id) => broughtPaper(context, { id })));
    expect(parts.flatMap(({ lines }) => lines)).toEqual(preview.lines);
    parts.forEach(({ paper, lines }, index) => {
      const document = { format: "text" as const, lines };
      const shown = preview.papers[index];
      if (paper === null || shown === undefined) throw new Error("a paper cannot be read any more");
      for (const [at, field] of paper.fields.entries()) {
        const before = shown.fields[at]?.at.map((ref) => textAt({ ...document, lines: preview.lines }, ref));
        expect(field.at.map((ref) => textAt(document, ref))).toEqual(before);
      }
      const cells = [...paper.uses, ...paper.unused];
      expect(cells.map((ref) => textAt(document, ref).trim() === "")).toEqual(cells.map(() => false));
    });
  });

  it("is held against the project as it is now", async () => {
    const { context, papers, projectId } = await broughtIn();
    const [, , declared = projectId] = papers;
    const nameOf = async () =>
      (await broughtPaper(context, { id: declared })).offers.find(({ key }) => key === "name");
    expect(await nameOf()).toMatchObject({ current: "社区综合治理", differs: true });
    await context.write("改名", (tx) => updateRow(tx, "project", projectId, { name: "社区综合服务" }));
    expect(await nameOf()).toMatchObject({ current: "社区综合服务", differs: false });
  });

  it("gives its file back byte for byte, and says when there is none", async () => {
    const { context, papers } = await broughtIn();
    const [id] = papers;
    if (id === undefined) throw new Error("nothing was brought in");
    const nowhere = path.join(testFolder(), "原件.txt");
    expect((await failureOf(() => saveBroughtFile(context, { id, path: nowhere }))).code).toBe("not-found");
    const other = await (await sampleDesk()).context();
    const printed = path.join(testFolder(), "说明.docx");
    await exportForm(other, {
      form: "narrative",
      format: "docx",
      subject: { projectCode: "SQZL-2022" },
      path: printed,
    });
    const source = { path: printed };
    const brought = await bringIn(other, { source, seen: null, target, choices: [] });
    const [wordId] = brought.papers;
    if (wordId === undefined) throw new Error("nothing was brought in");
    const copy = path.join(testFolder(), "副本.docx");
    await saveBroughtFile(other, { id: wordId, path: copy });
    expect(readFileSync(copy).equals(readFileSync(printed))).toBe(true);
  });
});

describe("voiding one", () => {
  it("takes it out of the check and leaves it in the list with the reason", async () => {
    const { context, papers, projectId } = await broughtIn();
    const groups = async () =>
      (await checkPapers(context, projectId)).groups.map(({ broughtId }) => broughtId);
    const [narrative, fill, declared] = papers;
    if (narrative === undefined || fill === undefined || declared === undefined)
      throw new Error("three papers were brought in");
    expect(await groups()).toContain(declared);
    await voidBrought(context, { id: declared, reason: "已按账本重报" });
    expect(await groups()).not.toContain(declared);
    expect(await groups()).toContain(fill);
    const rows = await broughtPapers(context, { fiscalYear: 2022, projectId });
    expect(rows.find(({ id }) => id === declared)?.voidReason).toBe("已按账本重报");
    const again = await failureOf(() => voidBrought(context, { id: declared, reason: "再一次" }));
    expect(again.code).toBe("not-found");
  });
});
