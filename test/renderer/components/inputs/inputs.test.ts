import { describe, expect, it } from "vitest";
import { yearMonth } from "#shared/kernel/dates.ts";
import { decimal } from "#shared/kernel/decimal.ts";
import { monthWeeks } from "../../../../renderer/components/inputs/monthWeeks.ts";
import { formatDecimal, readDecimal } from "../../../../renderer/components/inputs/readDecimal.ts";
import { readMoney } from "../../../../renderer/components/inputs/readMoney.ts";
import { readPercent } from "../../../../renderer/components/inputs/readPercent.ts";
import { readWhole } from "../../../../renderer/components/inputs/readWhole.ts";

describe("money as people write it", () => {
  it.each([
    ["1234.5", 123_450],
    ["1,234.50", 123_450],
    ["￥１２３４.５０", 123_450],
    ["430000元", 43_000_000],
    ["0", 0],
    [" 0.01 ", 1],
  ])("%s", (text, expected) => {
    expect(readMoney(text, false)).toBe(expected);
  });

  it.each(["", "abc", "1.005", "1.2.3", "12万", "--1"])("refuses %j", (text) => {
    expect(readMoney(text, true)).toBeUndefined();
  });

  it("takes 100 亿元 and no more: sums of it can still be told to the 分", () => {
    expect(readMoney("10000000000", false)).toBe(1_000_000_000_000);
    expect(readMoney("10000000000.01", false)).toBeUndefined();
    expect(readMoney("-99999999999", true)).toBeUndefined();
  });

  it("takes less than nothing only where that makes sense", () => {
    expect(readMoney("-5", false)).toBeUndefined();
    expect(readMoney("-5", true)).toBe(-500);
    expect(readMoney("（12.00）", true)).toBe(-1200);
  });
});

describe("quantities", () => {
  it.each([
    ["68", "68"],
    ["59.50", "59.5"],
    ["１,０００", "1000"],
  ])("%s", (text, expected) => {
    expect(readDecimal(text)).toBe(expected);
  });

  it.each(["", "-1", "六十八", "1e3"])("refuses %j", (text) => {
    expect(readDecimal(text)).toBeUndefined();
  });

  it("are shown with separators and read back", () => {
    expect(formatDecimal(decimal("60000"))).toBe("60,000");
    expect(formatDecimal(decimal("1180.5"))).toBe("1,180.5");
    expect(readDecimal(formatDecimal(decimal("1234567.25")))).toBe("1234567.25");
  });
});

describe("whole numbers and percentages", () => {
  it.each([
    ["30", 30],
    [" １５ ", 15],
    ["365", 365],
    ["366", undefined],
    ["-5", undefined],
    ["1e2", undefined],
    ["2.5", undefined],
    ["三十", undefined],
  ])("%s days", (text, expected) => {
    expect(readWhole(text, { min: 0, max: 365 })).toBe(expected);
  });

  it.each([
    ["5", 500],
    ["5.25%", 525],
    ["5.250", 525],
    ["1000", 100_000],
    ["0.001", undefined],
    ["1000.01", undefined],
    ["-5", undefined],
    ["1e9", undefined],
  ])("%s percent", (text, expected) => {
    expect(readPercent(text)).toBe(expected);
  });
});

describe("a month of the calendar", () => {
  it("has whole weeks from Monday and covers the month", () => {
    const weeks = monthWeeks(yearMonth("2022-01"));
    expect(weeks).toHaveLength(6);
    expect(weeks[0]?.[0]).toBe("2021-12-27");
    expect(weeks[5]?.[6]).toBe("2022-02-06");
  });

  it("takes four weeks for a February that begins on Monday", () => {
    const days = monthWeeks(yearMonth("2021-02")).flat();
    expect(days).toHaveLength(28);
    expect([days[0], days[27]]).toEqual(["2021-02-01", "2021-02-28"]);
  });
});
