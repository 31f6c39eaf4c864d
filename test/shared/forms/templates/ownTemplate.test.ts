import { describe, expect, it } from "vitest";
import { writeWorkbook } from "#engine/excel/writeForm.ts";
import { renderForm } from "#engine/pdf/renderForm.ts";
import { writeForm } from "#engine/word/writeForm.ts";
import { writeProse } from "#engine/word/writeProse.ts";
import type { Form } from "#shared/forms/form.ts";
import { type FormId, formIds } from "#shared/forms/formKinds.ts";
import { placeCells } from "#shared/forms/grid.ts";
import { exampleForms, exampleNarrative } from "#shared/forms/templates/examples/examplePapers.ts";
import { ownTemplate } from "#shared/forms/templates/ownTemplate.ts";
import { templateFaults } from "#shared/forms/templates/templateFaults.ts";
import {
  templateForYear,
  templateOf,
  templates,
  withOwnTemplates,
  yearsFor,
} from "#shared/forms/templates/templates.ts";
import { printValue } from "#shared/forms/values.ts";
import { unzip } from "#test/engine/excel/openWorkbook.ts";
import { openPdf } from "#test/engine/pdf/openPdf.ts";
import { openWord } from "#test/engine/word/openWord.ts";
import { madeUp } from "./madeUpTemplate.ts";

const sh2026 = templateOf("sh-2026");

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

  it("asks for the second levels that its model asks for where it was kept before they were told", () => {
    const { indicators } = madeUp.targets;
    const older = [
      { level1: "产出指标", level2: ["数量指标", "质量指标"] },
      { level1: "特色指标", level2: ["街镇特色"] },
      { level1: "效益指标", level2: ["社会效益指标"], needed: ["社会效益指标"] },
    ];
    const kept = { ...madeUp, targets: { ...madeUp.targets, indicators: { ...indicators, levels: older } } };
    const read = ownTemplate(rowOf(kept), templates);
    expect(read?.targets.title).toBe(madeUp.targets.title);
    expect(read?.targets.indicators.levels.map(({ level1, needed }) => [level1, needed])).toEqual([
      ["产出指标", ["数量指标", "质量指标"]],
      ["特色指标", []],
      ["效益指标", ["社会效益指标"]],
    ]);
  });

  it.each(formIds.filter(isSheet))(
    "is printed by every renderer as it stands, cell by cell: %s",
    async (id) => {
      const form = exampleForms[id](madeUp);
      // It is another paper than the program's own, so a renderer that knew that one would be found out.
      expect(layoutOf(form)).not.toEqual(layoutOf(exampleForms[id](sh2026)));
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
          if (value.kind === "text" && value.text !== "" && !value.text.includes("\n"))
            expect(strings).toContain(escaped(value.text));
      const pdf = openPdf((await renderForm(form, options)).bytes);
      const shown = pdf.pages.map(({ text }) => text.replace(/\s/g, "")).join("");
      for (const text of printed.flatMap((value) => value.split("\n")))
        expect(shown).toContain(text.replace(/\s/g, "").slice(0, 6));
    },
  );

  it("gives 情况说明 its headings in Word, in a workbook and on paper", async () => {
    const prose = exampleNarrative(madeUp);
    const headings = prose.blocks.flatMap((block) => (block.kind === "heading" ? [block.text] : []));
    expect(headings).toEqual(["一、基本情况", "二、经费测算"]);
    const { xml } = openWord(await writeProse(prose, { writtenAt: "2027-01-08T01:00:00.000Z", author: "" }));
    for (const heading of headings) expect(xml).toContain(heading);
  });
});

const isSheet = (id: FormId): id is Exclude<FormId, "narrative"> => id !== "narrative";
const layoutOf = ({ columns, rows }: Form) => [
  columns,
  rows.map(({ cells }) => cells.map(({ value }) => value)),
];

const isUnnamedTotal = ({ cells }: Form["rows"][number]): boolean => cells[0]?.style === "total";

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

describe("faults of a template", () => {
  it("name the row whose spans do not add up", () => {
    const head = [[{ label: "项目名称", field: "name" as const, labelSpan: 2, valueSpan: 2 }]];
    const faults = templateFaults({ ...madeUp, targets: { ...madeUp.targets, head } });
    expect(faults.map(({ message }) => message)).toContain("表头第 1 行共占 4 列，全表有 6 列，两者应当一样");
  });

  const messages = (template: unknown) => templateFaults(template).map(({ message }) => message);

  it("name a blank label, a budget without its amount, and one that begins with it", () => {
    const blank = templateFaults({ ...madeUp, targets: { ...madeUp.targets, title: " " } });
    expect(blank).toEqual([{ path: ["targets", "title"], message: "不能为空" }]);
    const { columns } = madeUp.budget;
    const without = { ...madeUp.budget, columns: columns.filter(({ key }) => key !== "amount") };
    expect(messages({ ...madeUp, budget: without })).toEqual([
      "至少要有 3 栏",
      "不能没有“金额”：合计写在这一栏",
    ]);
    const first = { ...madeUp.budget, columns: columns.toReversed() };
    expect(messages({ ...madeUp, budget: first })).toEqual(["“金额（元）”不能是第一栏：合计二字写在它左边"]);
  });

  it.each(["budget", "payPlan", "execution", "paymentCheck", "contracts", "invoices"] as const)(
    "refuse a column first in %s that would take the place of the name of its totals, and no other",
    (sheet) => {
      for (const column of sh2026[sheet].columns) {
        const columns = [column, ...sh2026[sheet].columns.filter((other) => other !== column)];
        const turned: typeof sh2026 = { ...sh2026, [sheet]: { ...sh2026[sheet], columns } };
        const faults = templateFaults(turned);
        const text = `“${column.heading.replace(/\s/g, "")}”不能是第一栏：合计二字写在它左边`;
        if (faults.length > 0) expect(faults).toEqual([{ path: [sheet, "columns", 0], message: text }]);
        else expect(exampleForms[sheet](turned).rows.filter(isUnnamedTotal)).toEqual([]);
        const isLabel = exampleForms[sheet](sh2026).rows.some(
          ({ cells }) => cells.length > 1 && cells[0]?.style === "totalLabel",
        );
        expect(isLabel).toBe(true);
      }
    },
  );

  it("refuse totals of 月租 and of 资金来源 without their name", () => {
    const { rentalMonths, execution } = sh2026;
    const lead = rentalMonths.lead.toReversed();
    expect(messages({ ...sh2026, rentalMonths: { ...rentalMonths, lead } })).toEqual([
      "“项目”不能是第一栏：合计二字写在它左边",
    ]);
    const { columns } = execution.funding;
    const bare = { ...execution.funding, columns: columns.filter(({ key }) => key !== "source") };
    expect(messages({ ...sh2026, execution: { ...execution, funding: bare } })).toContain(
      "不能没有“资金来源”：合计写在这一栏",
    );
  });

  it("are told in Chinese, at their place", () => {
    expect(templateFaults({ ...madeUp, fromYear: 26 })).toEqual([
      { path: ["fromYear"], message: "不能小于 2000" },
    ]);
    const [column, ...rest] = madeUp.payPlan.columns;
    const wide = { ...madeUp.payPlan, columns: [{ ...column, width: 999 }, ...rest] };
    expect(templateFaults({ ...madeUp, payPlan: wide })).toEqual([
      { path: ["payPlan", "columns", 0, "width"], message: "不能大于 150" },
    ]);
    expect(templateFaults({ ...madeUp, extra: 1 })[0]?.message).toBe("表式里没有这一项：extra");
    expect(templateFaults("表式")[0]?.message).toMatch(/^应为/);
  });

  it("name a column that stands twice, levels out of their place, and marks that nobody could make", () => {
    const { monitoring, invoices } = madeUp;
    const [column] = invoices.columns;
    const twice = { ...invoices, columns: [...invoices.columns, ...(column === undefined ? [] : [column])] };
    expect(templateFaults({ ...madeUp, invoices: twice })).toEqual([
      { path: ["invoices", "columns", 13], message: "这一项出现了两次，请去掉一个" },
    ]);
    const columns = [
      ...monitoring.indicators.columns.toReversed().slice(0, 4),
      { key: "hindrance" as const, heading: "天气", width: 6 },
    ];
    const turned = { ...monitoring, indicators: { ...monitoring.indicators, columns } };
    expect(messages({ ...madeUp, monitoring: turned })).toEqual([
      "前两栏应是一级指标、二级指标：各行按它们合并",
      "“天气”不在“偏差原因的类别”里，这一栏永远打不上勾",
    ]);
  });

  it.each(["monitoring", "selfEvaluation"] as const)(
    "name money in %s that is not told in full first",
    (part) => {
      const { funding } = sh2026[part];
      const withRows = (rows: typeof funding.rows) => ({
        ...sh2026,
        [part]: { ...sh2026[part], funding: { ...funding, rows } },
      });
      for (const rows of [funding.rows.toReversed(), funding.rows.slice(1)])
        expect(templateFaults(withRows(rows))).toEqual([
          {
            path: [part, "funding", "rows"],
            message: "第一行应是“年度资金总额”：其余各行是其中的一部分",
          },
        ]);
    },
  );

  it("name what is asked for and not on the paper, in its words", () => {
    const required = { ...madeUp.targets, required: ["startDate"] };
    expect(messages({ ...madeUp, targets: required })).toEqual(["“计划开始日期”是必填项，表上却没有这一项"]);
  });
});

it("says for which years' new projects a template is taken", () => {
  const known = withOwnTemplates([rowOf(madeUp)]);
  expect(["sh-2022", "sh-2026", "own-2027", "none"].map((id) => yearsFor(id, known))).toEqual([
    { from: 2022, to: 2025 },
    { from: 2026, to: 2026 },
    { from: 2027, to: null },
    null,
  ]);
  const same = withOwnTemplates([rowOf({ ...madeUp, fromYear: 2026 })]);
  expect(yearsFor("sh-2026", same)).toBeNull();
});
