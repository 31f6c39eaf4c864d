import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { capitalAmount, sameCapital } from "#shared/kernel/capitalAmount.ts";
import { cents, parseYuan } from "#shared/kernel/cents.ts";

const yuan = (text: string) => parseYuan(text) ?? expect.fail(`no amount: ${text}`);
const amounts = fc.integer({ min: -9_000_000_000_000, max: 9_000_000_000_000 }).map(cents);

describe("an amount in capitals", () => {
  it.each([
    // The examples of the regulation, in its first way of writing.
    ["1,409.50", "壹仟肆佰零玖元伍角"],
    ["6,007.14", "陆仟零柒元壹角肆分"],
    ["1,680.32", "壹仟陆佰捌拾元零叁角贰分"],
    ["107,000.53", "壹拾万柒仟元零伍角叁分"],
    ["16,409.02", "壹万陆仟肆佰零玖元零贰分"],
    ["325.04", "叁佰贰拾伍元零肆分"],
    ["430,000", "肆拾叁万元整"],
    ["0", "零元整"],
    ["0.01", "壹分"],
    ["0.50", "伍角"],
    ["0.56", "伍角陆分"],
    ["10", "壹拾元整"],
    ["100,000.01", "壹拾万元零壹分"],
    ["10,001", "壹万零壹元整"],
    ["100,010", "壹拾万零壹拾元整"],
    ["1,000,100.05", "壹佰万零壹佰元零伍分"],
    ["20,000,000.01", "贰仟万元零壹分"],
    ["100,000,500", "壹亿零伍佰元整"],
    ["100,005,000", "壹亿零伍仟元整"],
    ["1,000,050,000", "壹拾亿零伍万元整"],
    ["12,345,678,901.23", "壹佰贰拾叁亿肆仟伍佰陆拾柒万捌仟玖佰零壹元贰角叁分"],
    ["-300.04", "（负数）叁佰元零肆分"],
  ])("%s is %s", (amount, words) => {
    expect(capitalAmount(yuan(amount))).toBe(words);
    expect(sameCapital(words, yuan(amount))).toBe(true);
  });

  it.each([
    ["1,409.50", "壹仟肆佰零玖元伍角整"],
    ["0.50", "伍角整"],
    ["107,000.53", "壹拾万零柒仟元伍角叁分"],
    ["107,000.53", "壹拾万柒仟元零伍角叁分"],
    ["1,680.32", "壹仟陆佰捌拾元叁角贰分"],
    ["430,000", "人民币肆拾叁万元整"],
    ["430,000", "人民币：肆拾叁万圆正"],
    ["430,000", " 肆拾叁 万元整 "],
    ["26,000", "貳萬陸仟圓整"],
    ["-300", "负叁佰元整"],
    ["-300", "(负数)叁佰圆整"],
  ])("%s may be written %s", (amount, words) => {
    expect(sameCapital(words, yuan(amount))).toBe(true);
  });

  it.each([
    ["1,409.50", "壹仟肆佰玖元伍角", "a 零 inside is missing"],
    ["16,409.02", "壹万陆仟肆佰零玖元贰分", "the 零 for missing 角 is missing"],
    ["10,001", "壹万壹元整", "the 零 after 万 is missing"],
    ["430,000", "肆拾叁万元", "整 after 元 is missing"],
    ["430,000.01", "肆拾叁万元零壹分整", "整 stands after 分"],
    ["10", "拾元整", "壹 before 拾 is missing"],
    ["105,000,000", "壹亿伍佰万元整", "the 零 after 亿 is missing"],
    ["300", "负叁佰元整", "the sign is another"],
    ["-300", "叁佰元整", "the sign is missing"],
    ["21,840", "贰万壹仟捌佰肆拾元零壹分", "the amount is another"],
    ["21,840", "二万一千八百四十元整", "everyday numerals"],
    ["0", "", "no text"],
  ])("%s is not %s: %s", (amount, words) => {
    expect(sameCapital(words, yuan(amount))).toBe(false);
  });

  it("is accepted for its own amount and for no other", () => {
    fc.assert(
      fc.property(amounts, amounts, (one, other) => {
        expect(sameCapital(`人民币${capitalAmount(one)}`, one)).toBe(true);
        expect(sameCapital(capitalAmount(one), other)).toBe(one === other);
      }),
    );
  });

  it("says every digit in its place, and never two 零 in a row", () => {
    fc.assert(
      fc.property(amounts, (amount) => {
        const words = capitalAmount(amount);
        expect(words).not.toContain("零零");
        expect(readCapitals(words)).toBe(amount === 0 ? 0 : amount);
      }),
    );
  });
});

/** Reads capitals back the way a person does: digits times their units, sections times 万 and 亿. */
function readCapitals(words: string): number {
  const [whole, fraction] = words.includes("元")
    ? words.replace("（负数）", "").split("元")
    : ["", words.replace("（负数）", "")];
  let [total, section, digit] = [0, 0, 0];
  for (const character of whole ?? "") {
    const value = "零壹贰叁肆伍陆柒捌玖".indexOf(character);
    if (value >= 0) digit = value;
    else if (character === "万") [total, section, digit] = [total + (section + digit) * 10_000, 0, 0];
    else if (character === "亿") [total, section, digit] = [(total + section + digit) * 100_000_000, 0, 0];
    else [section, digit] = [section + digit * 10 ** (3 - "仟佰拾".indexOf(character)), 0];
  }
  const small = (unit: string) =>
    Math.max(0, "零壹贰叁肆伍陆柒捌玖".indexOf(new RegExp(`(.)${unit}`).exec(fraction ?? "")?.[1] ?? "零"));
  const size = (total + section + digit) * 100 + small("角") * 10 + small("分");
  return words.startsWith("（负数）") ? -size : size;
}
