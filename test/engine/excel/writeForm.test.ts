import { describe, expect, it } from "vitest";
import { sheetNames, writeWorkbook } from "#engine/excel/writeForm.ts";
import { buildBudget } from "#shared/forms/builders/budget.ts";
import { buildList } from "#shared/forms/builders/list.ts";
import { buildPayPlan } from "#shared/forms/builders/payPlan.ts";
import { buildTargets } from "#shared/forms/builders/targets.ts";
import type { Form } from "#shared/forms/form.ts";
import { cellName, placeCells } from "#shared/forms/grid.ts";
import { templateOf } from "#shared/forms/templates/templates.ts";
import { amount, printValue, text } from "#shared/forms/values.ts";
import { cents, formatYuanPlain } from "#shared/kernel/cents.ts";
import { openWorkbook } from "#test/engine/excel/openWorkbook.ts";
import { manyIndicators, paper, payPlan } from "#test/shared/forms/samplePaper.ts";

const options = { writtenAt: "2022-06-30T08:15:30.000Z", author: "沈经办" };
const template = templateOf("sh-2022");
const forms: readonly (readonly [string, Form])[] = [
  ["budget", buildBudget(paper, template)],
  ["targets", buildTargets(paper, template)],
  ["targets of 2026", buildTargets(paper, templateOf("sh-2026"))],
  ["60 indicators", buildTargets({ ...paper, indicators: manyIndicators(60) }, template)],
  ["no lines", buildBudget({ ...paper, budgetLines: [], funding: [] }, template)],
  ["payPlan", buildPayPlan(payPlan, template)],
];

const write = async (...written: readonly Form[]) => openWorkbook(await writeWorkbook(written, options));

describe.each(forms)("the workbook of %s", (_name, form) => {
  it("reads back cell by cell what the form says", async () => {
    const { sheets, styles } = await write(form);
    const [sheet] = sheets;
    for (const { row, column, cell } of placeCells(form).flat()) {
      const name = cellName(row, column);
      const found = sheet?.cells.get(name);
      const { value } = cell;
      switch (value.kind) {
        case "empty":
          expect([name, found?.text]).toEqual([name, ""]);
          break;
        case "text":
          expect([name, found?.type, found?.text]).toEqual([name, "s", value.text]);
          break;
        case "amount":
        case "sum":
          expect([name, found?.type, Number(found?.text)]).toEqual([
            name,
            "n",
            Number(formatYuanPlain(value.cents)),
          ]);
          expect(styles[found?.style ?? 0]?.format).toBe("#,##0.00");
          expect(found?.formula === undefined).toBe(value.kind === "amount");
          break;
        case "date":
          expect(styles[found?.style ?? 0]?.format).toBe("yyyy-mm-dd");
          expect(
            new Date(Date.UTC(1899, 11, 30) + Number(found?.text) * 86_400_000).toISOString().slice(0, 10),
          ).toBe(value.date);
          break;
        default:
          expect([name, found?.type, Number(found?.text)]).toEqual([
            name,
            "n",
            Number(printValue(value).replaceAll(",", "")),
          ]);
      }
    }
  });

  it("merges what the form merges and nothing else", async () => {
    const { sheets } = await write(form);
    const expected = placeCells(form)
      .flat()
      .filter(({ rowSpan, colSpan }) => rowSpan > 1 || colSpan > 1)
      .map(
        ({ row, column, rowSpan, colSpan }) =>
          `${cellName(row, column)}:${cellName(row + rowSpan - 1, column + colSpan - 1)}`,
      );
    expect([...(sheets[0]?.merges ?? [])].sort()).toEqual([...expected].sort());
  });

  it("prints on A4, one page wide, with its headings on every page", async () => {
    const { sheets, files } = await write(form);
    const xml = sheets[0]?.xml ?? "";
    const { fromRow, toRow } = form.page.repeat ?? { fromRow: 0, toRow: 0 };
    expect(xml).toContain('<pageSetUpPr fitToPage="1"/>');
    expect(xml).toMatch(
      new RegExp(`<pageSetup paperSize="9" orientation="${form.page.orientation}"[^>]* fitToHeight="0"`),
    );
    expect(xml).toContain("第 &amp;P 页，共 &amp;N 页");
    const book = files.get("xl/workbook.xml") ?? "";
    expect(book).toContain(`$${fromRow + 1}:$${toRow + 1}</definedName>`);
    expect(book).toContain(
      `$A$1:$${cellName(0, form.columns.length - 1).slice(0, -1)}$${form.rows.length}</definedName>`,
    );
  });
});

describe("writeWorkbook", () => {
  it("writes formulas that add the cells the form names", async () => {
    const { sheets } = await write(buildBudget(paper, template), buildPayPlan(payPlan, template));
    const formulas = sheets.map(({ cells }) =>
      [...cells].flatMap(([name, { formula }]) => (formula ? [`${name}=${formula}`] : [])),
    );
    expect(formulas[0]).toEqual([
      "J13=SUM(J6:J12)",
      "J14=SUM(J12)",
      "J15=SUM(J8)",
      "J16=SUM(J7,J9)",
      "J17=SUM(J11)",
      "J18=SUM(J10)",
      "J19=SUM(J6)",
    ]);
    expect(formulas[1]).toContain("E10=SUM(E6:E9)");
    expect(formulas[1]?.at(-1)).toMatch(/^I\d+=SUM\(I10,I19,I\d+\)$/);
  });

  it("puts each form on a sheet of its own, with a name of its own", async () => {
    const [budget, targets] = [buildBudget(paper, template), buildTargets(paper, template)];
    const { sheets } = await write(budget, targets, budget);
    expect(sheets.map(({ name }) => name)).toEqual([
      "项目支出预算明细表",
      "财政项目支出绩效目标申报表",
      "项目支出预算明细表2",
    ]);
  });

  it("writes the same bytes at the same instant, and no time of the machine's", async () => {
    const once = await writeWorkbook([buildTargets(paper, template)], options);
    const again = await writeWorkbook([buildTargets(paper, template)], options);
    expect(again.equals(once)).toBe(true);
    const core = openWorkbook(once).files.get("docProps/core.xml");
    expect(core).toContain("2022-06-30T08:15:30Z");
    expect(core).toContain("<dc:creator>沈经办</dc:creator>");
    expect(core).not.toContain("ExcelJS");
  });

  it("keeps text that looks like a formula or a long number as text", async () => {
    const dangerous = [
      "=1+1",
      "+SUM(A1)",
      "-提升",
      "@cmd",
      "22312000000012345678",
      "2022-01-01",
      '=HYPERLINK("http://x")',
      "a\tb <&> \"'",
      "_x0041_",
    ];
    const form = buildList({
      title: "文字",
      columns: [{ title: "内容", width: 30, kind: "text" }],
      rows: dangerous.map((line) => [text(line)]),
    });
    const { sheets, styles, files } = await write(form);
    const cells = dangerous.map((_, index) => sheets[0]?.cells.get(`A${index + 4}`));
    expect(cells.map((cell) => cell?.text.replace("_x005F_", "_"))).toEqual(dangerous);
    expect(cells.map((cell) => cell?.formula)).toEqual(dangerous.map(() => undefined));
    expect(cells.map((cell) => styles[cell?.style ?? 0]?.format)).toEqual([
      ...Array(7).fill("@"),
      "General",
      "General",
    ]);
    expect(files.get("xl/sharedStrings.xml")).toContain("_x005F_x0041_");
  });

  it("leaves out what no workbook may hold and refuses what no cell can", async () => {
    const list = (line: string) =>
      buildList({
        title: "文字",
        columns: [{ title: "内容", width: 30, kind: "text" }],
        rows: [[text(line)]],
      });
    const { sheets } = await write(list("上\u0000海\u000b松\u001f江\uffff"));
    expect(sheets[0]?.cells.get("A4")?.text).toBe("上海松江");
    await expect(write(list("字".repeat(32_768)))).rejects.toMatchObject({ code: "refused" });
  });

  it("makes rows high enough, and splits a row that Excel cannot make high enough", async () => {
    const goal = paper.project.annualGoal.repeat(80);
    const form = buildTargets({ ...paper, project: { ...paper.project, annualGoal: goal } }, template);
    const { sheets, styles, files } = await write(form);
    const [sheet] = sheets;
    const heights = [...(sheet?.heights.values() ?? [])];
    expect(Math.max(...heights)).toBeLessThanOrEqual(409.5);
    const merge = sheet?.merges.find((range) => range.startsWith("E11:H"));
    const lastRow = Number(merge?.slice(5));
    const room = heights.slice(10, lastRow).reduce((sum, height) => sum + height, 0);
    // 22 characters of 10.5 points fit beside each other in E to H; a line is at least 13.5 points high.
    expect(room).toBeGreaterThan((goal.length / 22) * 13.5);
    expect(sheet?.cells.get("E11")?.text).toBe(goal);
    expect(styles[sheet?.cells.get("E11")?.style ?? 0]?.xml).toContain('vertical="top"');
    expect(sheet?.merges).toContain(`A10:B${lastRow}`);
    expect(sheet?.cells.get(`A${lastRow + 1}`)?.text).toBe("绩效\n指标");
    expect(files.get("xl/workbook.xml")).toContain(`$${lastRow + 1}:$${lastRow + 1}</definedName>`);
  });

  it("names fonts as an office's machine has them, with lines round every cell of the table", async () => {
    const { sheets, styles } = await write(buildTargets(paper, template));
    const lookOf = (name: string) => styles[sheets[0]?.cells.get(name)?.style ?? 0];
    expect(lookOf("A1")?.font).toContain('<name val="宋体"/>');
    expect(lookOf("A1")?.font).toContain("<b/>");
    expect(lookOf("A3")?.font).toContain('<name val="黑体"/>');
    // The last cell beneath a merge carries the line on its right.
    expect(lookOf("H3")?.xml).toBe(lookOf("F3")?.xml);
    expect(lookOf("F3")?.xml).toContain('wrapText="1"');
    expect(lookOf("D6")?.xml).toContain('shrinkToFit="1"');
  });

  it("freezes and filters the heading of a list only", async () => {
    const list = buildList({
      title: "发票",
      columns: [
        { title: "号码", width: 20, kind: "text" },
        { title: "金额", width: 14, kind: "amount", total: true },
      ],
      rows: [[text("1"), amount(cents(100))]],
    });
    const { sheets } = await write(list, buildTargets(paper, template));
    expect(sheets[0]?.xml).toContain('ySplit="3"');
    expect(sheets[0]?.xml).toContain('<autoFilter ref="A3:B3"/>');
    expect(sheets[1]?.xml).not.toContain("ySplit");
  });

  it("reports how far it is, and stops when it is told to", async () => {
    const rows = Array.from({ length: 5_000 }, (_, index) => [text(String(index))]);
    const form = buildList({ title: "长", columns: [{ title: "号", width: 10, kind: "text" }], rows });
    const seen: number[] = [];
    await writeWorkbook([form], { ...options, onProgress: (done) => seen.push(done) });
    expect(seen).toEqual([0, 2_000, 4_000]);
    const stop = new AbortController();
    const stopped = writeWorkbook([form], {
      ...options,
      signal: stop.signal,
      onProgress: () => stop.abort(),
    });
    await expect(stopped).rejects.toMatchObject({ code: "cancelled" });
  });
});

describe("sheetNames", () => {
  it("makes names that Excel allows and that differ", () => {
    const long = "一".repeat(40);
    const names = sheetNames(["甲/乙:[丙]*?'", "", "甲乙丙", long, long, "Abc", "aBC"]);
    expect(names).toEqual(["甲乙丙", "表", "甲乙丙2", "一".repeat(31), `${"一".repeat(28)}2`, "Abc", "aBC2"]);
  });
});
