import { describe, expect, it } from "vitest";
import { writeWorkbook } from "#engine/excel/writeForm.ts";
import { renderForm } from "#engine/pdf/renderForm.ts";
import { writeForm } from "#engine/word/writeForm.ts";
import { buildBudget } from "#shared/forms/builders/budget.ts";
import { buildTargets, buildTargetsFill } from "#shared/forms/builders/targets.ts";
import { placeCells } from "#shared/forms/grid.ts";
import { ownTemplate } from "#shared/forms/templates/ownTemplate.ts";
import type { Template } from "#shared/forms/templates/template.ts";
import { templateFaults } from "#shared/forms/templates/templateFaults.ts";
import {
  templateForYear,
  templateOf,
  templates,
  withOwnTemplates,
} from "#shared/forms/templates/templates.ts";
import { printValue } from "#shared/forms/values.ts";
import { unzip } from "#test/engine/excel/openWorkbook.ts";
import { openWord } from "#test/engine/word/openWord.ts";
import { paper } from "#test/shared/forms/samplePaper.ts";

const sh2026 = templateOf("sh-2026");

/** Another grid, other titles, columns, order and fonts: nothing any renderer has heard of. */
const madeUp: Template = {
  ...sh2026,
  id: "own-2027",
  name: "本区 2027 年表式",
  fromYear: 2027,
  fonts: { ...sh2026.fonts, song: "方正书宋_GBK", hei: "方正黑体_GBK" },
  targets: {
    ...sh2026.targets,
    title: "项目绩效目标表（区级）",
    orientation: "landscape",
    columns: [8, 12, 14, 14, 10, 20],
    head: [
      [{ label: "项目全称", field: "name", labelSpan: 2, valueSpan: 4 }],
      [{ label: "承担单位", field: "implementingName", labelSpan: 2, valueSpan: 4 }],
    ],
    funding: { ...sh2026.targets.funding, labelSpan: 1, spans: [1, 1, 1, 2] },
    goals: {
      label: "目标",
      labelSpan: 2,
      goals: [{ label: "年度目标", field: "annualGoal", span: 4 }],
    },
    indicators: {
      ...sh2026.targets.indicators,
      headings: [
        { label: "一级", span: 1 },
        { label: "二级", span: 1 },
        { label: "指标", span: 2 },
        { label: "目标值", span: 1 },
      ],
    },
    required: ["name", "annualGoal"],
  },
  budget: {
    ...sh2026.budget,
    title: "支出测算表",
    columns: [
      { key: "name", heading: "用途", width: 30 },
      { key: "governmentName", heading: "政府经济分类", width: 20 },
      { key: "amount", heading: "金额（元）", width: 16 },
    ],
  },
};

const rowOf = (template: unknown) => ({
  key: "own-2027",
  title: "本区 2027 年表式",
  basedOn: "sh-2026",
  templateJson: JSON.stringify(template),
});

describe("a template that an office made", () => {
  it("has no fault, is read back as it was kept, and is found beside the program's", () => {
    expect(templateFaults(madeUp)).toEqual([]);
    expect(ownTemplate(rowOf(madeUp), templates)).toEqual(madeUp);
    const known = withOwnTemplates([rowOf(madeUp)]);
    expect(templateOf("own-2027", known)).toEqual(madeUp);
    expect(templateForYear(2027, known)?.id).toBe("own-2027");
    expect(templateForYear(2026, known)?.id).toBe("sh-2026");
  });

  it("takes from its model what it does not say or what cannot be read", () => {
    const { schedule: _later, ...older } = { ...madeUp, schedule: undefined, budget: { columns: [] } };
    const read = ownTemplate(rowOf(older), templates);
    expect(read?.budget).toEqual(sh2026.budget);
    expect(read?.targets).toEqual(madeUp.targets);
    expect(ownTemplate({ ...rowOf({}), templateJson: "{" }, templates)?.narrative).toEqual(sh2026.narrative);
  });

  it.each([buildTargets, buildTargetsFill, buildBudget])(
    "is printed by every renderer as it stands, cell by cell (%#)",
    async (build) => {
      const form = build(paper, madeUp);
      expect(() => placeCells(form)).not.toThrow();
      const printed = form.rows.flatMap(({ cells }) => cells.map(({ value }) => printValue(value)));
      const options = { writtenAt: "2027-01-08T01:00:00.000Z", author: "王经办" } as const;
      const word = openWord(await writeForm(form, options));
      const written = word.tables.flat(2);
      expect(written.filter((text) => text !== "")).toEqual(
        printed.filter((text) => text !== "").map((text) => text.replace(/\r\n|\r/g, "\n")),
      );
      expect(word.xml).toContain("方正黑体_GBK");
      const book = unzip(await writeWorkbook([form], options));
      expect(book.get("xl/styles.xml")).toContain("方正书宋_GBK");
      const strings = book.get("xl/sharedStrings.xml") ?? "";
      for (const { cells } of form.rows)
        for (const { value } of cells)
          if (value.kind === "text" && !value.text.includes("\n"))
            expect(strings).toContain(escaped(value.text));
      expect((await renderForm(form, options)).pages).toBeGreaterThan(0);
    },
  );
});

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

describe("faults of a template", () => {
  it("name the row whose spans do not add up", () => {
    const head = [[{ label: "项目名称", field: "name" as const, labelSpan: 2, valueSpan: 2 }]];
    const faults = templateFaults({ ...madeUp, targets: { ...madeUp.targets, head } });
    expect(faults.map(({ message }) => message)).toContain("表头第 1 行共占 4 列，全表有 6 列，两者应当一样");
  });

  it("name a blank label, a budget without its amount, and one that begins with it", () => {
    const blank = templateFaults({ ...madeUp, targets: { ...madeUp.targets, title: " " } });
    expect(blank).toEqual([{ path: ["targets", "title"], message: "不能为空" }]);
    const columns = madeUp.budget.columns;
    const without = { ...madeUp.budget, columns: columns.filter(({ key }) => key !== "amount") };
    expect(templateFaults({ ...madeUp, budget: without })[0]?.message).toContain("不能没有“金额”");
    const first = { ...madeUp.budget, columns: columns.toReversed() };
    expect(templateFaults({ ...madeUp, budget: first })[0]?.message).toContain("不能是第一栏");
  });
});
