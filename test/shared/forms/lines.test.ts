import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breakLines, textWidth } from "#shared/forms/lines.ts";

/** Chinese characters are 1 wide, all others a half. */
const advance = (codePoint: number): number => (codePoint < 0x2000 ? 0.5 : 1);
const broken = (text: string, width: number) => breakLines(text, width, advance);

describe("breakLines", () => {
  it.each<[string, number, readonly string[]]>([
    ["", 5, [""]],
    ["城市网格化综合管理", 4, ["城市网格", "化综合管", "理"]],
    ["甲\n\n乙\r\n丙", 5, ["甲", "", "乙", "丙"]],
    ["公共设施，受损", 4, ["公共设", "施，受损"]],
    ["围绕“高效”一件事", 3, ["围绕", "“高", "效”一", "件事"]],
    ["按月（租赁）支付", 3, ["按月", "（租", "赁）支", "付"]],
    ["提升a word here now", 5, ["提升a word", "here now"]],
    ["差额1,234.50元", 5, ["差额", "1,234.50元"]],
    ["编号031002200111077209", 6, ["编号", "031002200111", "077209"]],
    ["应付≥30套", 3, ["应付", "≥30套"]],
    ["GFL-CGZX-2022-0001", 5, ["GFL-CGZX-", "2022-0001"]],
    ["28×87.5", 3, ["28×", "87.5"]],
  ])("breaks “%s” at %d", (text, width, lines) => {
    expect(broken(text, width)).toEqual(lines);
  });

  const piece = fc.constantFrom(
    ..."网格化综合管理“”（），。；1234567890,.%abcW-_× ≥=",
    "\n",
    "综合",
    "元/台",
  );
  const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(""));

  it("loses nothing but spaces", () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 20 }), (written, width) => {
        const joined = broken(written, width).join("");
        expect(joined.replace(/\s/g, "")).toBe(written.replace(/\s/g, ""));
      }),
    );
  });

  it("is never wider than asked", () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 20 }), (written, width) => {
        for (const line of broken(written, width))
          expect(textWidth(line, advance)).toBeLessThanOrEqual(width);
      }),
    );
  });

  it("takes no more lines where there is more room", () => {
    const sentence = "确保街道“一网统管”工作顺利开展，提升城市管理精细化、智能化水平（2022年度）。";
    const counts = [4, 6, 8, 12, 20, 40].map((width) => broken(sentence, width).length);
    expect(counts).toEqual([...counts].sort((left, right) => right - left));
    expect(counts.at(-1)).toBe(1);
  });
});
