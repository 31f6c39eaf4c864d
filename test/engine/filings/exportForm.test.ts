import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { decide } from "#engine/checks/decisions.ts";
import type { Context } from "#engine/context.ts";
import { exportForm, exportList } from "#engine/filings/exportForm.ts";
import { updateRow } from "#engine/store/rows.ts";
import type { formIds } from "#shared/forms/formKinds.ts";
import { missingInDetails } from "#shared/forms/missingCharacters.ts";
import { evaluateSums } from "#shared/forms/sums.ts";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { checkProject } from "#shared/rules/check.ts";
import { openWorkbook } from "#test/engine/excel/openWorkbook.ts";
import { openPdf } from "#test/engine/pdf/openPdf.ts";
import { failureOf, testFolder } from "#test/engine/store/testLedger.ts";
import { sampleDesk } from "#test/engine/support/sampleDesk.ts";
import { cellTexts } from "#test/shared/forms/textGrid.ts";
import { previewSheet } from "./previewSheet.ts";

const code = "SQZL-2022";
const asOf = isoDate("2022-07-08");
const preview = (context: Context, form: (typeof formIds)[number]) =>
  previewSheet(context, { form, subject: { projectCode: code }, asOf });

describe("exportForm on the sample office", () => {
  it("adds up to the 430,000 元 that are applied for", async () => {
    const context = await (await sampleDesk()).context();
    const { form, findings } = await preview(context, "budget");
    const [total] = evaluateSums(form);
    expect(total?.computedCents).toBe(43_000_000);
    expect(findings).toEqual([]);
  });

  it("prints the indicators of the office's own paper, its blank goal left blank", async () => {
    const context = await (await sampleDesk()).context();
    const { form } = await preview(context, "targets");
    const texts = cellTexts(form);
    expect(texts).toContain("“多格合一”联勤联动快速、高效处置及时率");
    expect(texts).toContain("≥30套");
    expect(texts).toContain("上海市松江区广富林街道城市运行管理中心");
    const file = path.join(testFolder(), "targets.xlsx");
    const { warnings } = await exportForm(context, {
      form: "targets",
      format: "xlsx",
      subject: { projectCode: code },
      path: file,
    });
    expect(warnings).toEqual(["“项目总目标”没有填写。"]);
  });

  it("shows on the plan all that was paid, and on the check every finding that is not about 绩效", async () => {
    const context = await (await sampleDesk()).context();
    const { form } = await preview(context, "payPlan");
    const facts = await context.facts(asOf);
    const paid = facts.payments
      .filter(({ isPaid }) => isPaid)
      .reduce((sum, { row }) => sum + row.amountCents, 0);
    const sums = evaluateSums(form);
    for (const { writtenCents, computedCents } of sums) expect(writtenCents).toBe(computedCents);
    expect(sums.filter(({ cell }) => cell.startsWith("H")).at(-1)?.computedCents).toBe(paid);
    const check = await preview(context, "paymentCheck");
    const printed = cellTexts(check.form).join("\n");
    const project = facts.rows.project.find((row) => row.code === code);
    const found = project === undefined ? [] : checkProject(facts, project.id);
    expect(found.length).toBeGreaterThan(10);
    for (const { ruleId, message } of found) {
      expect([ruleId, printed.includes(`${message}（${ruleId}）`)]).toEqual([
        ruleId,
        !ruleId.startsWith("PERF"),
      ]);
    }
  });

  it("refuses papers that do not agree, until somebody accepts it with a reason", async () => {
    const desk = await sampleDesk();
    const context = await desk.context();
    const facts = await context.facts();
    const [line] = facts.rows.budgetLine;
    if (line === undefined) throw new Error("the sample has no budget lines");
    await context.write("改金额", (tx) =>
      updateRow(tx, "budgetLine", line.id, { amountCents: cents(line.amountCents + 100) }),
    );
    const file = path.join(testFolder(), "budget.xlsx");
    const request = { form: "budget", format: "xlsx", subject: { projectCode: code }, path: file } as const;
    const refused = await failureOf(async () => exportForm(await desk.context(), request));
    expect(refused.code).toBe("refused");
    expect(refused.message).toMatch(
      /^《项目支出预算明细表》不能导出：预算明细.*与年度资金申请总额.*不一致。（BUD-02）$/,
    );
    const { findings } = await preview(await desk.context(), "budget");
    for (const { key } of findings) {
      await decide(await desk.context(), {
        findingKey: key,
        action: "accept",
        reason: "已报区财政局同意",
        by: "顾审批",
      });
    }
    await expect(exportForm(await desk.context(), request)).resolves.toMatchObject({
      fileName: "budget.xlsx",
    });
    expect(cellTexts((await preview(await desk.context(), "budget")).form)).toContain(
      "合计与年度资金申请总额相差",
    );
    // The plan is a working paper and can always be printed.
    await expect(exportForm(await desk.context(), { ...request, form: "payPlan" })).resolves.toBeDefined();
  });

  it("names the projects there are when there is none of that code", async () => {
    const context = await (await sampleDesk()).context();
    const error = await failureOf(() =>
      exportForm(context, {
        form: "budget",
        format: "pdf",
        subject: { projectCode: "无" },
        path: "/nowhere/x.pdf",
      }),
    );
    expect([error.code, error.message, error.hint]).toEqual([
      "not-found",
      "没有编码为“无”的项目。",
      "账本里的项目：SQZL-2022。",
    ]);
  });

  it("tells the window how far it is and what it is writing", async () => {
    const context = await (await sampleDesk()).context();
    const notes: string[] = [];
    const file = path.join(testFolder(), "payPlan.pdf");
    const told: Context = {
      ...context,
      progress: ({ note, done, total }) => {
        notes.push(`${note} ${done}/${total}`);
      },
    };
    await exportForm(told, {
      form: "payPlan",
      format: "pdf",
      subject: { projectCode: code },
      path: file,
      asOf,
    });
    expect(notes[0]).toMatch(/^正在整理《付款计划表》/);
    expect(notes[1]).toMatch(/^正在写《付款计划表》 1\/\d+$/);
  });

  it("names every character that no font has, with its places, and prints 〓 when it may", async () => {
    const desk = await sampleDesk();
    const context = await desk.context();
    const [project] = (await context.facts()).rows.project;
    if (project === undefined) throw new Error("the sample has no project");
    await context.write("改目标", (tx) =>
      updateRow(tx, "project", project.id, { overallGoal: "由𠮷祥社区承办☑，𠮷祥社区负责。" }),
    );
    const file = path.join(testFolder(), "targets.pdf");
    const request = { form: "targets", format: "pdf", subject: { projectCode: code }, path: file } as const;
    const refused = await failureOf(async () => exportForm(await desk.context(), request));
    expect(refused.code).toBe("refused");
    const places = [{ place: expect.stringMatching(/^[A-H]\d+$/), text: "由𠮷祥社区承办☑，𠮷祥社区负责。" }];
    expect(missingInDetails(refused.details)).toEqual([
      { char: "𠮷", code: "U+20BB7", places },
      { char: "☑", code: "U+2611", places },
    ]);
    expect(existsSync(file)).toBe(false);
    const { warnings } = await exportForm(await desk.context(), { ...request, allowMissing: true });
    expect(warnings).toEqual(["PDF 里宋体用思源宋体代替，黑体用思源黑体代替，字体已嵌入文件。"]);
    const text = openPdf(readFileSync(file))
      .pages.map((page) => page.text)
      .join("")
      .replace(/\s/g, "");
    expect(text).toContain("由〓祥社区承办〓，〓祥社区负责。");
  });

  it("says of a Word file which fonts it asks for by name that not every computer has", async () => {
    const context = await (await sampleDesk()).context();
    const file = path.join(testFolder(), "narrative.docx");
    const request = {
      form: "narrative",
      format: "docx",
      subject: { projectCode: code },
      path: file,
    } as const;
    expect((await exportForm(context, request)).warnings).toEqual([
      "文件按名称使用方正小标宋简体、仿宋_GB2312；打开的电脑没有的，会换成别的字体。",
    ]);
  });
});

describe("exportList", () => {
  it("writes what the list shows, each cell as what it is", async () => {
    const context = await (await sampleDesk()).context();
    const file = path.join(testFolder(), "发票.xlsx");
    const list = {
      title: "发票",
      columns: [
        { title: "发票号码", width: 24, kind: "text" as const },
        { title: "开票日期", width: 12, kind: "date" as const },
        { title: "份数", width: 8, kind: "number" as const },
        { title: "价税合计", width: 14, kind: "amount" as const },
      ],
      rows: [
        ["22312000000012345678", "2022-03-15", 2, 221_000],
        ["=1+1", "不详", "两", null],
      ],
    };
    await exportList(context, { list, path: file });
    const { sheets, styles } = openWorkbook(readFileSync(file));
    const at = (name: string) => {
      const cell = sheets[0]?.cells.get(name);
      return [cell?.type, cell?.text, styles[cell?.style ?? 0]?.format];
    };
    expect(["A4", "B4", "C4", "D4"].map(at)).toEqual([
      ["s", "22312000000012345678", "@"],
      ["n", "44635", "yyyy-mm-dd"],
      ["n", "2", "#,##0"],
      ["n", "2210", "#,##0.00"],
    ]);
    expect(["A5", "B5", "C5", "D5"].map(at)).toEqual([
      ["s", "=1+1", "@"],
      ["s", "不详", "General"],
      ["s", "两", "General"],
      ["n", "", "General"],
    ]);
    expect(sheets[0]?.cells.get("D6")?.formula).toBe("SUM(D4)");
  });
});
