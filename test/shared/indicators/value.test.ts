import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type IndicatorValue,
  isOverHundredPercent,
  normaliseIndicatorValue,
  operators,
  parseIndicatorValue,
  printIndicatorValue,
  type ValueStyle,
} from "#shared/indicators/value.ts";
import { decimal } from "#shared/kernel/decimal.ts";

const plain: ValueStyle = { percent: "plain", equalsBeforeUnits: true };
const bracketed: ValueStyle = { percent: "bracketed", equalsBeforeUnits: false };

const number = (operator: "=" | "≥" | "≤" | ">" | "<", value: string, unit: string): IndicatorValue => ({
  kind: "number",
  operator,
  number: decimal(value),
  unit,
});

describe("parseIndicatorValue", () => {
  it.each<[string, IndicatorValue]>([
    ["=100%", number("=", "100", "%")],
    [">=30套", number("≥", "30", "套")],
    ["≥90.00(%)", number("≥", "90", "%")],
    ["≥ 90.00（％）", number("≥", "90", "%")],
    ["985米", number("=", "985", "米")],
    ["＝100％", number("=", "100", "%")],
    ["≦3次", number("≤", "3", "次")],
    ["<=3次", number("≤", "3", "次")],
    ["＞5", number(">", "5", "")],
    ["＜0.5%", number("<", "0.5", "%")],
    ["≤430,000元", number("≤", "430000", "元")],
    ["=45元/部·月", number("=", "45", "元/部·月")],
    ["-3℃", number("=", "-3", "℃")],
    ["≥1,200㎡", number("≥", "1200", "㎡")],
    ["80%-90%", { kind: "range", from: decimal("80"), to: decimal("90"), unit: "%" }],
    ["80~90(%)", { kind: "range", from: decimal("80"), to: decimal("90"), unit: "%" }],
    ["3至5次", { kind: "range", from: decimal("3"), to: decimal("5"), unit: "次" }],
    ["保持街镇前列", { kind: "words", text: "保持街镇前列" }],
    [" 下降 ", { kind: "words", text: "下降" }],
  ])("reads %s", (text, expected) => {
    expect(parseIndicatorValue(text)).toEqual(expected);
  });

  it.each([
    ["=", "="],
    ["＝", "="],
    ["≥", "≥"],
    [">=", "≥"],
    ["≧", "≥"],
    ["＞", ">"],
    [">", ">"],
    ["≤", "≤"],
    ["<=", "≤"],
    ["≦", "≤"],
    ["＜", "<"],
    ["<", "<"],
  ] as const)("knows the sign %s", (sign, operator) => {
    expect(parseIndicatorValue(`${sign}30套`)).toEqual(number(operator, "30", "套"));
    expect(parseIndicatorValue(`${sign}90.00(%)`)).toEqual(number(operator, "90", "%"));
    expect(parseIndicatorValue(`${sign} 90.00（％）`)).toEqual(number(operator, "90", "%"));
  });

  it.each(["-", "~", "～", "至"])("knows a span by %s", (sign) => {
    expect(parseIndicatorValue(`80${sign}90(%)`)).toEqual({
      kind: "range",
      from: decimal("80"),
      to: decimal("90"),
      unit: "%",
    });
  });

  it.each([
    ...["合理", "可控", "及时", "减少", "下降", "降低", "提升", "提高", "健全", "保持街镇前列"],
    "好".repeat(20),
  ])("takes %s for words, and prints it as it is in both styles", (text) => {
    expect(parseIndicatorValue(text)).toEqual({ kind: "words", text });
    expect(normaliseIndicatorValue(text, plain)).toBe(text);
    expect(normaliseIndicatorValue(text, bracketed)).toBe(text);
  });

  it.each([
    ["≤43万元", number("≤", "43", "万元")],
    ["≤430,000.00元", number("≤", "430000", "元")],
    ["≤45元/部·月", number("≤", "45", "元/部·月")],
    ["≥26台", number("≥", "26", "台")],
    ["=100.00(%)", number("=", "100", "%")],
  ])("reads the example %s of the taxonomy", (text, expected) => {
    expect(parseIndicatorValue(text)).toEqual(expected);
  });

  it.each([
    "好".repeat(21),
    "",
    "   ",
    ">>30套",
    "><30",
    "≥",
    "=约30套",
    "90-80%",
    "30%-40次",
    "确保街道城市网格化综合管理队伍规范化建设严肃队伍仪容仪表",
  ])("refuses “%s”", (text) => {
    expect(parseIndicatorValue(text)).toBeUndefined();
  });
});

describe("printIndicatorValue", () => {
  it.each([
    [">=30套", "≥30套", "≥30套"],
    ["=100%", "=100%", "=100.00(%)"],
    ["≥90.00(%)", "≥90%", "≥90.00(%)"],
    ["≥99.995%", "≥99.995%", "≥99.995(%)"],
    ["985米", "=985米", "985米"],
    ["80%-90%", "80-90%", "80.00-90.00(%)"],
    ["健全", "健全", "健全"],
    [" 不是一个值>3 ", "不是一个值>3", "不是一个值>3"],
  ])("writes %s as %s or %s", (text, inPlain, inBrackets) => {
    expect(normaliseIndicatorValue(text, plain)).toBe(inPlain);
    expect(normaliseIndicatorValue(text, bracketed)).toBe(inBrackets);
  });

  it("reads back what it wrote, in both styles", () => {
    const value = fc.record({
      kind: fc.constant("number" as const),
      operator: fc.constantFrom(...operators),
      number: fc
        .tuple(fc.integer({ min: -9999, max: 99_999 }), fc.nat(999))
        .map(([whole, fraction]) => decimal(`${whole}.${fraction}`)),
      unit: fc.constantFrom("%", "", "套", "台", "部", "元/部·月", "件次"),
    });
    fc.assert(
      fc.property(value, fc.constantFrom(plain, bracketed), (written, style) => {
        expect(parseIndicatorValue(printIndicatorValue(written, style))).toEqual(written);
      }),
    );
  });

  it("writes a value once normalised in the same way again", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(..."≥>=<≤-~至()（）%％0123456789.,套部健全 ") }),
        (text) => {
          const once = normaliseIndicatorValue(text, bracketed);
          expect(normaliseIndicatorValue(once, bracketed)).toBe(once);
        },
      ),
    );
  });
});

describe("isOverHundredPercent", () => {
  it.each([
    ["=100%", false],
    ["≥100.01%", true],
    ["≥110套", false],
    ["提升", false],
  ])("%s: %s", (text, expected) => {
    const value = parseIndicatorValue(text);
    expect(value !== undefined && isOverHundredPercent(value)).toBe(expected);
  });
});
