import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, it } from "vitest";
import { type Fonts, loadFonts } from "#engine/pdf/fonts.ts";
import { renderForm } from "#engine/pdf/renderForm.ts";
import { buildBudget } from "#shared/forms/builders/budget.ts";
import { buildList } from "#shared/forms/builders/list.ts";
import { buildPayPlan } from "#shared/forms/builders/payPlan.ts";
import { buildTargets } from "#shared/forms/builders/targets.ts";
import { formFigures } from "#shared/forms/figures.ts";
import type { Form } from "#shared/forms/form.ts";
import { textWidth } from "#shared/forms/lines.ts";
import { templateOf } from "#shared/forms/templates/templates.ts";
import { amount, text } from "#shared/forms/values.ts";
import { cents } from "#shared/kernel/cents.ts";
import { openPdf } from "#test/engine/pdf/openPdf.ts";
import { manyIndicators, paper, payPlan } from "#test/shared/forms/samplePaper.ts";
import { cellTexts } from "#test/shared/forms/textGrid.ts";

const options = { writtenAt: "2022-06-30T08:15:30.000Z", author: "沈经办" };
const template = templateOf("sh-2022");
const targets = buildTargets(paper, template);
const many = buildTargets({ ...paper, indicators: manyIndicators(60) }, template);
const goal = Array.from({ length: 1_000 }, (_, index) => `第${index + 1}句，目标一致。`).join("");
const long = buildTargets({ ...paper, project: { ...paper.project, annualGoal: goal } }, template);
const forms: readonly (readonly [string, Form])[] = [
  ["targets", targets],
  ["budget", buildBudget(paper, template)],
  ["no lines", buildBudget({ ...paper, budgetLines: [], funding: [] }, template)],
  ["payPlan", buildPayPlan(payPlan, template)],
  ["60 indicators", many],
  ["a goal of 10,000 characters", long],
];

let fonts: Fonts;
beforeAll(async () => {
  fonts = await loadFonts();
});
const open = async (form: Form) => openPdf((await renderForm(form, { ...options, fonts })).bytes);
const bare = (written: string) => written.replace(/\s/g, "");

describe.each(forms)("the PDF of %s", (_name, form) => {
  it("shows every figure whole and every word of every cell", async () => {
    const { pages } = await open(form);
    const items = pages.flatMap((page) => page.items.map((item) => item.text));
    for (const { printed } of formFigures(form)) expect(items).toContain(printed);
    const all = bare(items.join(""));
    for (const written of cellTexts(form)) {
      // Over a page break the footer and the labels of the next page stand between the lines.
      if (written.length < 1_000) expect(all).toContain(bare(written));
    }
  });

  it("keeps within its margins", async () => {
    const { pages } = await open(form);
    const millimetre = 72 / 25.4;
    for (const { items, width, height } of pages) {
      for (const { text: shown, x, y, size } of items) {
        expect(x).toBeGreaterThanOrEqual(form.page.margins.left * millimetre);
        expect(x + textWidth(shown, fonts.song.advance) * size).toBeLessThan(
          width - form.page.margins.right * millimetre + 3,
        );
        // The mark of a 续表 stands in the margin, as the page number does.
        if (shown !== form.page.continued) expect(y).toBeGreaterThan(form.page.margins.top * millimetre);
        expect(y).toBeLessThan(height);
      }
    }
  });

  it("numbers its pages and has A4 of the right way round", async () => {
    const { pages } = await open(form);
    pages.forEach(({ width, height, text: shown }, index) => {
      expect(shown).toContain(`第 ${index + 1} 页，共 ${pages.length} 页`);
      expect(width > height).toBe(form.page.orientation === "landscape");
      expect([width, height].map(Math.round).sort()).toEqual([595, 842]);
    });
  });
});

describe("renderForm", () => {
  it("says how many pages there are", async () => {
    const { pages, bytes } = await renderForm(many, { ...options, fonts });
    expect(pages).toBe(openPdf(bytes).pages.length);
    expect(pages).toBeGreaterThan(2);
  });

  it("has the heading and the labels again on every page of many indicators", async () => {
    const { pages } = await open(many);
    for (const { text: shown } of pages) {
      for (const again of ["绩效\n指标", "一级指标", "三级指标", "年度指标值"])
        expect(shown).toContain(again);
      expect(shown).toMatch(/产出指标|效益指标|满意度指标/);
    }
  });

  it("lets a goal longer than a page flow on, line after line", async () => {
    const { pages } = await open(long);
    const continued = pages[1]?.items.filter(({ text }) => text !== long.page.continued) ?? [];
    const left = Math.max(...continued.map(({ x }) => x));
    const column = pages.flatMap(({ items }) =>
      items.filter(({ x }) => Math.abs(x - left) < 0.01).map((item) => item.text),
    );
    expect(column.join("")).toContain(goal);
  });

  it("embeds its fonts and runs, loads and links nothing", async () => {
    const { fonts: embedded, raw } = await open(targets);
    expect(embedded.map((name) => name.replace(/^\w+\+/, "")).sort()).toEqual([
      "NotoSansSC-Medium",
      "NotoSerifSC-Bold",
      "NotoSerifSC-Regular",
    ]);
    expect(raw.match(/\/FontFile2 /g)).toHaveLength(3);
    expect(raw).not.toMatch(/\/JavaScript|\/JS |\/URI|\/Launch|\/EmbeddedFile/);
    expect(raw).not.toContain("Helvetica");
  });

  it("writes the same bytes at the same instant, and the paper's name into them", async () => {
    const [once, again] = await Promise.all([
      renderForm(targets, { ...options, fonts }),
      renderForm(targets, options),
    ]);
    expect(again.bytes.equals(once.bytes)).toBe(true);
    expect(openPdf(once.bytes).raw).toContain("D:20220630081530Z");
  });

  it("sets a figure smaller rather than breaking it, and ends all figures of a column alike", async () => {
    const form = buildList({
      title: "金额",
      columns: [
        { title: "金额", width: 12, kind: "amount" },
        { title: "说明", width: 60, kind: "text" },
      ],
      rows: [
        [amount(cents(12_345)), text("小")],
        [amount(cents(999_999_999_999_999)), text("大")],
      ],
    });
    const { pages } = await open(form);
    const [small, large] = ["123.45", "9,999,999,999,999.99"].map((figure) =>
      pages[0]?.items.find((item) => item.text === figure),
    );
    expect(large?.size).toBeLessThan(small?.size ?? 0);
    // Each digit, comma and point is half as wide as the letters are high.
    const end = (item: typeof small) => (item?.x ?? 0) + (item?.text.length ?? 0) * 0.5 * (item?.size ?? 0);
    expect(end(large)).toBeCloseTo(end(small), 2);
  });

  it("names characters that the font lacks before it writes, or marks them when told to", async () => {
    const form = buildTargets({ ...paper, implementingName: "上海𠮷祥☑中心" }, template);
    await expect(renderForm(form, { ...options, fonts })).rejects.toMatchObject({
      code: "refused",
      message:
        "《财政项目支出绩效目标申报表》中有 PDF 字体没有的字：“𠮷”（U+20BB7，F4：上海𠮷祥☑中心）、“☑”（U+2611，F4：上海𠮷祥☑中心）。",
    });
    const { bytes, missing } = await renderForm(form, { ...options, fonts, allowMissing: true });
    expect(missing).toHaveLength(2);
    expect(bare(openPdf(bytes).pages[0]?.text ?? "")).toContain("上海〓祥〓中心");
  });

  it("stops when it is told to", async () => {
    const stop = new AbortController();
    const stopped = renderForm(many, {
      ...options,
      fonts,
      signal: stop.signal,
      onProgress: () => stop.abort(),
    });
    await expect(stopped).rejects.toMatchObject({ code: "cancelled" });
  });
});

const run = promisify(execFile);
const pdftotext = await run("pdftotext", ["-v"]).then(
  () => true,
  () => false,
);

// Every part above reads the file with a reader of our own; this one asks another program. It says so when it cannot.
it.skipIf(!pdftotext)("is read by pdftotext as it was written", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "jingfei-pdf-"));
  try {
    for (const [name, form] of forms) {
      const file = path.join(folder, `${name}.pdf`);
      await writeFile(file, (await renderForm(form, { ...options, fonts })).bytes);
      const { stdout } = await run("pdftotext", ["-layout", file, "-"], { maxBuffer: 1e8 });
      for (const { printed } of formFigures(form)) expect(stdout).toContain(printed);
      expect(stdout).toContain(form.title);
    }
  } finally {
    await rm(folder, { recursive: true });
  }
});
