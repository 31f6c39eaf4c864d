import PDFDocument from "pdfkit";
import { beforeAll, describe, expect, it } from "vitest";
import { type Fonts, fontFor, loadFonts } from "#engine/pdf/fonts.ts";
import { textWidth } from "#shared/forms/lines.ts";
import { looks } from "#shared/forms/styles.ts";

let fonts: Fonts;
beforeAll(async () => {
  fonts = await loadFonts();
});

describe("the fonts", () => {
  it("measure text as pdfkit does", () => {
    const pdf = new PDFDocument({ font: "", autoFirstPage: false });
    for (const { name, bytes, advance } of Object.values(fonts)) {
      pdf.registerFont(name, bytes);
      for (const text of [
        "430,000.00",
        "2022-01-01",
        "上海市松江区",
        "≥30套（年度）“网格”",
        "第 1 页，共 12 页",
      ]) {
        const theirs = pdf.font(name).fontSize(10).widthOfString(text);
        expect(Math.abs(textWidth(text, advance) * 10 - theirs)).toBeLessThan(0.35);
      }
    }
  });

  it("know which characters they have", () => {
    const has = (char: string) => fonts.song.has(char.codePointAt(0) ?? 0);
    expect([..."网格﹪〔2020〕89号≥≤％·—…㎡℃"].filter((char) => !has(char))).toEqual([]);
    expect(["𠮷", "☑", "✔", "\u{10ffff}", "\ue000"].filter(has)).toEqual([]);
  });
});

it("sets headings in 黑体 and titles in bold 宋体", () => {
  expect(fontFor(fonts, looks.heading).name).toBe("hei");
  expect(fontFor(fonts, looks.title).name).toBe("songBold");
  expect(fontFor(fonts, looks.text).name).toBe("song");
});
