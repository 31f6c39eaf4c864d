import { writeFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { writeWorkbook } from "#engine/excel/writeForm.ts";
import { readSource } from "#engine/filings/bring/readSource.ts";
import { type Fonts, loadFonts } from "#engine/pdf/fonts.ts";
import { renderForm } from "#engine/pdf/renderForm.ts";
import { writeForm as writeWord } from "#engine/word/writeForm.ts";
import type { ReadPaper } from "#shared/filings/brought.ts";
import { readFiling } from "#shared/filings/readFiling.ts";
import type { ProjectPaper } from "#shared/forms/builders/paper.ts";
import { buildTargets, buildTargetsFill } from "#shared/forms/builders/targets.ts";
import type { Form } from "#shared/forms/form.ts";
import { templateOf, templates } from "#shared/forms/templates/templates.ts";
import { normaliseIndicatorValue } from "#shared/indicators/value.ts";
import { cents } from "#shared/kernel/cents.ts";
import { asId } from "#shared/kernel/id.ts";
import { testFolder } from "#test/engine/store/testLedger.ts";
import { indicator, paper as samplePaper } from "#test/shared/forms/samplePaper.ts";

const written = { writtenAt: "2022-06-30T08:00:00.000Z", author: "沈经办" };
let fonts: Fonts;
beforeAll(async () => {
  fonts = await loadFonts();
});

const write = {
  xlsx: (form: Form) => writeWorkbook([form], written),
  docx: (form: Form) => writeWord(form, written),
  pdf: async (form: Form) => (await renderForm(form, { ...written, fonts })).bytes,
} as const;
const formats = ["xlsx", "docx", "pdf"] as const;

async function readBack(form: Form, format: (typeof formats)[number]): Promise<readonly ReadPaper[]> {
  const file = path.join(testFolder(), `${form.title}.${format}`);
  writeFileSync(file, await write[format](form));
  return readFiling((await readSource({ path: file }, new AbortController().signal)).document);
}

/** Paragraphs of a PDF are lines that were joined again: what they say counts, not where its lines end. */
const said = (text: string, format: string): string => (format === "pdf" ? text.replace(/\s/g, "") : text);

/** What a project would be filled with out of a paper. */
const taken = ([read]: readonly ReadPaper[], format: string) => ({
  kind: read?.kind,
  fiscalYear: read?.fiscalYear,
  fields: Object.fromEntries(
    (read?.fields ?? []).map(({ key, text }) => [key, key.endsWith("Goal") ? said(text, format) : text]),
  ),
  amounts: (read?.amounts ?? []).flatMap(({ scope, kind, cents: found }) =>
    found === null ? [] : [[scope, kind, found]],
  ),
  indicators: read?.indicators?.map(({ level1, level2, name, valueText }) => [
    level1,
    level2,
    name,
    valueText,
  ]),
  unused: (read?.unused ?? []).filter(({ reason }) => reason !== "页码" && reason !== "续表标记"),
});

function expected(paper: ProjectPaper, template: string, kind: string, format: string) {
  const { project, departmentName, implementingName } = paper;
  const { name, category, nature, startDate, endDate, overallGoal, annualGoal } = project;
  const style = templateOf(template).targets.valueStyle;
  return {
    kind,
    fiscalYear: project.fiscalYear,
    fields: {
      ...{ name, category, departmentName, implementingName, startDate, endDate },
      ...(template === "sh-2022" ? {} : { nature }),
      overallGoal: said(overallGoal, format),
      annualGoal: said(annualGoal, format),
    },
    indicators: paper.indicators.map(({ level1, level2, name: called, valueText }) => [
      ...[level1, level2, called],
      normaliseIndicatorValue(valueText, style),
    ]),
    unused: [],
  };
}

const letters = [
  ..."网格巡查记录仪对讲机月租服务联勤处置及时率工作制度建设提升完善“”、（）一二三0123456789ABC-",
];
const words = (least: number, most: number) =>
  fc
    .array(fc.constantFrom(...letters), { minLength: least, maxLength: most })
    .map((parts) => `网${parts.join("")}率`);
const paragraph = words(1, 120).map((text) => `${text}。`);
const values = [">=30套", "=100%", "≥90.00(%)", "985米", "健全", "保持街镇前列", "<=43万元"];

const paperOn = (template: string): fc.Arbitrary<ProjectPaper> => {
  const { levels } = templateOf(template).targets.indicators;
  const places = levels.flatMap(({ level1, level2 }) => level2.map((second) => [level1, second] as const));
  const rows = fc.array(fc.tuple(fc.nat(places.length - 1), words(2, 44), fc.constantFrom(...values)), {
    minLength: 1,
    maxLength: 60,
  });
  return fc
    .record({
      name: words(1, 40),
      goals: fc.array(paragraph, { maxLength: 30 }),
      goal: paragraph,
      rows,
      total: fc.nat(1e9),
    })
    .map(({ name, goals, goal, rows: drawn, total }) => ({
      ...samplePaper,
      project: {
        ...samplePaper.project,
        ...{ name, template, nature: "经常性项目", overallGoal: goal, annualGoal: goals.join("\n") },
      },
      departmentName: "上海市松江区人民政府广富林街道办事处",
      implementingName: "上海市松江区广富林街道城市运行管理中心",
      funding: (["annual", "total"] as const).flatMap((scope) => [
        {
          ...{ id: asId(`${scope}-1`), projectId: samplePaper.project.id, scope },
          kind: scope === "annual" ? ("currentAppropriation" as const) : ("fiscal" as const),
          amountCents: cents(total),
        },
      ]),
      // In the order of the form: one after another under their levels, as the sheet groups them.
      indicators: drawn
        .toSorted(([one], [other]) => one - other)
        .map(([place, called, value], index) => {
          const [level1, level2] = places[place] ?? ["", ""];
          return indicator(index + 1, [level1, level2, called, value]);
        }),
    }));
};

describe.each(templates.map(({ id }) => id))("a sheet on %s that was exported and brought in again", (id) => {
  it.each(formats)("is the same project: %s", async (format) => {
    await fc.assert(
      fc.asyncProperty(paperOn(id), fc.boolean(), async (paper, isFill) => {
        const build = isFill ? buildTargetsFill : buildTargets;
        const kind = isFill ? "targetsFill" : "targets";
        const { amounts, ...rest } = taken(await readBack(build(paper, templateOf(id)), format), format);
        expect(rest).toEqual(expected(paper, id, kind, format));
        const total = paper.funding[0]?.amountCents;
        expect(amounts).toEqual(
          expect.arrayContaining([
            ["total", "sum", total],
            ["annual", "sum", total],
            ["annual", "currentAppropriation", total],
          ]),
        );
      }),
      { numRuns: 6 },
    );
  });
});
