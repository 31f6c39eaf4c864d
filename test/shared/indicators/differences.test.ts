import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { completionBp, meets, numberOf } from "#shared/indicators/completion.ts";
import { differenceText, indicatorDifferences } from "#shared/indicators/differences.ts";
import { decimal } from "#shared/kernel/decimal.ts";

const row = (name: string, valueText: string, level2 = "质量指标") => ({
  level1: "产出指标",
  level2,
  name,
  valueText,
});

const texts = (...args: Parameters<typeof indicatorDifferences>) =>
  indicatorDifferences(...args).map(differenceText);

describe("two versions of the indicators", () => {
  it("differ by what was renamed, changed, moved, added and taken away", () => {
    const before = [
      row("服装验收通过率", "=100%"),
      row("结案率", "≥90%"),
      row("利用率", "=100%"),
      row("旧指标", "健全"),
    ];
    const after = [
      row("工作服验收通过率", "=100%"),
      row("结案率", "≥95%"),
      row("利用率", "=100%", "时效指标"),
      row("新指标", "≥3次"),
    ];
    expect(texts(before, after)).toEqual([
      "“服装验收通过率”改名为“工作服验收通过率”",
      "“结案率”由≥90%改为≥95%",
      "“利用率”由质量指标移到时效指标",
      "新增“新指标”",
      "删除“旧指标”",
    ]);
  });

  it("do not differ by signs, spaces or order", () => {
    expect(
      texts([row("甲", ">=30套"), row("乙", "100%")], [row("乙 ", "=100%"), row("甲", "≥ 30套")]),
    ).toEqual([]);
  });

  const anyRow = fc
    .record({
      name: fc.constantFrom("甲", "乙率", "丙率", "丁数"),
      value: fc.constantFrom("≥1台", "=100%", "健全"),
    })
    .map(({ name, value }) => row(name, value));

  it("never differ from themselves, and every row is accounted for once", () => {
    fc.assert(
      fc.property(fc.array(anyRow), fc.array(anyRow), (before, after) => {
        expect(indicatorDifferences(before, before)).toEqual([]);
        const kinds = indicatorDifferences(before, after).map(({ kind }) => kind);
        const count = (kind: string) => kinds.filter((one) => one === kind).length;
        expect(after.length - before.length).toBe(count("added") - count("removed"));
      }),
    );
  });
});

describe("how far a target was met", () => {
  it.each([
    ["≥30套", "39套", 13_000],
    ["≥30套", "20套", 6_667],
    ["=100%", "98.5%", 9_850],
    ["≥3台", "1台", 3_333],
    ["≤5%", "3%", undefined],
    ["≥0件", "1件", undefined],
    ["健全", "健全", undefined],
    ["≥30套", "30台", undefined],
  ])("%s by %s: %s", (target, actual, bp) => {
    expect(completionBp(target, actual)).toBe(bp);
  });

  it.each([
    ["≥30套", "30", true],
    [">30套", "30", false],
    ["=30套", "30.0", true],
    ["≤30套", "31", false],
    ["<30套", "29", true],
  ])("%s is met by %s: %s", (text, actual, met) => {
    const value = numberOf(text);
    expect(value !== undefined && meets(value, decimal(actual))).toBe(met);
  });
});
