import { expect, it } from "vitest";
import { renderProse } from "#engine/pdf/renderProse.ts";
import { writeProse } from "#engine/word/writeProse.ts";
import { officialFonts } from "#shared/forms/fonts.ts";
import type { Prose } from "#shared/forms/prose.ts";
import { openPdf } from "#test/engine/pdf/openPdf.ts";
import { openWord } from "./openWord.ts";

const options = { writtenAt: "2022-07-08T01:00:00.000Z", author: "王经办" } as const;

const sentence = "贯彻街道“三重一大”制度，严格把好票据审核关，按照合同约定支付费用。";
const prose: Prose = {
  kind: "prose",
  id: "narrative",
  template: "sh-2022",
  title: "社区综合治理项目经费情况说明",
  fonts: { ...officialFonts, fang: "仿宋" },
  blocks: [
    { kind: "title", text: "社区综合治理项目经费情况说明" },
    { kind: "heading", level: 1, text: "一、项目概述" },
    { kind: "paragraph", text: sentence.repeat(40) },
    { kind: "heading", level: 2, text: "（一）R&D <联勤>" },
    { kind: "paragraph", text: "2022年预算安排43.00万元。" },
  ],
};

it("writes a Word file with every paragraph in the font its part is set in", async () => {
  const { paragraphs, xml } = openWord(await writeProse(prose, options));
  expect(paragraphs.map(({ text }) => text)).toEqual(prose.blocks.map(({ text }) => text));
  expect(paragraphs.map(({ font, size }) => [font, size])).toEqual([
    ["方正小标宋简体", 22],
    ["黑体", 16],
    ["仿宋", 16],
    ["楷体_GB2312", 16],
    ["仿宋", 16],
  ]);
  // GB/T 9704: 37 mm above, 28 mm on the left, exact lines of 28.95 pt.
  expect(xml).toContain('w:top="2098"');
  expect(xml).toContain('w:left="1587"');
  expect(xml).toContain('w:line="579"');
});

it("gives the same bytes for the same paper at the same instant", async () => {
  const [one, other] = [await writeProse(prose, options), await writeProse(prose, options)];
  expect(one.equals(other)).toBe(true);
});

it("draws it as a PDF: 22 lines of 28 characters a page, page numbers outside", async () => {
  const { bytes, pages } = await renderProse(prose, options);
  const opened = openPdf(bytes);
  expect(opened.pages).toHaveLength(pages);
  expect(pages).toBeGreaterThan(2);
  const numbers = opened.pages.map(({ items }) => items.find(({ text }) => /^— \d+ —$/.test(text)));
  expect(numbers.map((item) => item?.text)).toEqual(opened.pages.map((_, index) => `— ${index + 1} —`));
  expect(numbers[0]?.x).toBeGreaterThan(400);
  expect(numbers[1]?.x).toBeLessThan(130);
  const lines = opened.pages.flatMap(({ items }) => items.filter(({ size }) => size === 16));
  expect(lines.map(({ text }) => text.trim()).join("")).toBe(
    prose.blocks
      .slice(1)
      .map(({ text }) => text)
      .join(""),
  );
  for (const { items } of opened.pages) expect(items.length).toBeLessThanOrEqual(23);
  const full = lines.map(({ text }) => [...text].length);
  expect(Math.max(...full)).toBeGreaterThanOrEqual(28);
});
