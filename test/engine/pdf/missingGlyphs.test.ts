import { beforeAll, describe, expect, it } from "vitest";
import { type Fonts, loadFonts } from "#engine/pdf/fonts.ts";
import { missingError, missingGlyphs, withMarks } from "#engine/pdf/missingGlyphs.ts";
import { amountForm } from "#test/shared/forms/amountForm.ts";

let fonts: Fonts;
beforeAll(async () => {
  fonts = await loadFonts();
});

describe("missingGlyphs", () => {
  it("finds each character once for its cell, and nothing in what can be printed", () => {
    const form = amountForm([
      { kind: "text", text: "上海𠮷祥𠮷☑科技" },
      { kind: "text", text: "甲\n乙\r\n“丙”（丁）" },
      { kind: "empty" },
    ]);
    expect(missingGlyphs(form, fonts)).toEqual([
      { place: "A1", text: "上海𠮷祥𠮷☑科技", char: "𠮷" },
      { place: "A1", text: "上海𠮷祥𠮷☑科技", char: "☑" },
    ]);
  });

  it("says which, where, and in what", () => {
    const missing = { place: "D12", text: "上海𠮷祥市政工程养护有限公司松江分公司", char: "𠮷" };
    expect(missingError("合同台账", [missing]).message).toBe(
      "《合同台账》中有 PDF 字体没有的字：“𠮷”（U+20BB7，D12：上海𠮷祥市政工程养护有限公司松江…）。",
    );
  });

  it("puts a mark where a character is missing, one for one", () => {
    const { has } = fonts.song;
    expect(withMarks("上海𠮷祥", has)).toBe("上海〓祥");
    expect(withMarks("上海吉祥", has)).toBe("上海吉祥");
  });
});
