import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDate, readDecimal, readMoney, readTax } from "#shared/excel/cellValues.ts";
import type { PlainCell } from "#shared/excel/plainCell.ts";
import { textCell } from "#shared/excel/plainCell.ts";
import { cents, formatYuan, formatYuanPlain, mostCents } from "#shared/kernel/cents.ts";
import { number } from "../invoices/lists.ts";

const fault = { fault: expect.any(String) };
const date = (text: string): PlainCell => ({ kind: "date", text });

describe("readMoney", () => {
  it.each([
    ["430000.00", 43_000_000],
    ["430,000.5", 43_000_050],
    ["￥1,234.50元", 123_450],
    ["（12.00）", -1_200],
    ["-0.01", -1],
    ["100.0000", 10_000],
    ["0.30000000000000004", 30],
    ["--", undefined],
    ["-", undefined],
    ["—", undefined],
    [" ", undefined],
    ["0.305", fault],
    ["1.2.3", fault],
    ["肆拾叁万", fault],
    ["43万", fault],
  ])("reads %s", (text, value) => {
    expect(readMoney(textCell(text))).toEqual(value);
  });

  it.each([
    ["0.1", 10],
    ["1.15E+2", 11_500],
    ["0.30000000000000004", 30],
    ["1234567.8899999999", 123_456_789],
    ["-0", 0],
    ["0.305", fault],
    ["1E+20", fault],
  ])("reads the number %s", (text, value) => {
    expect(readMoney(number(text))).toEqual(value);
  });

  it("asks about more than any office has", () => {
    expect(readMoney(number("10000000000"))).toBe(mostCents);
    expect(readMoney(textCell("-10,000,000,000.01"))).toEqual({
      fault: "“-10,000,000,000.01”超过 100 亿元，是否多写了几位",
    });
  });

  it("does not take an error or a formula without a result for nothing", () => {
    expect(readMoney({ kind: "error", text: "#REF!" })).toEqual({ fault: "是错误值 #REF!" });
    expect(readMoney({ kind: "uncomputed", text: "" })).toEqual(fault);
  });

  it("reads back every amount as any of our formats or a number cell shows it", () => {
    fc.assert(
      fc.property(fc.integer({ min: -mostCents, max: mostCents }), (units) => {
        const amount = cents(units);
        expect(readMoney(textCell(formatYuan(amount)))).toBe(units);
        expect(readMoney(textCell(formatYuanPlain(amount)))).toBe(units);
        expect(readMoney(number(String(units / 100)))).toBe(units);
      }),
    );
  });
});

describe("readTax", () => {
  it.each([
    ["***", 0],
    ["免税", 0],
    ["不征税", 0],
    ["6.00", 600],
    ["--", undefined],
    ["6%", fault],
  ])("reads %s", (text, value) => {
    expect(readTax(textCell(text))).toEqual(value);
  });
});

describe("readDecimal", () => {
  it.each([
    ["26", "26"],
    ["80.188679245283", "80.188679245283"],
    ["8.018867924528301886", "8.018867924528"],
    ["-8.0188679245285", "-8.018867924529"],
    ["0.9999999999999", "1"],
    ["1,180.00", "1180"],
    ["1.5E-3", "0.0015"],
    ["--", undefined],
    ["***", undefined],
    ["一批", fault],
  ])("reads %s", (text, value) => {
    expect(readDecimal(textCell(text))).toEqual(value);
  });
});

describe("readDate", () => {
  it.each([
    [textCell("2026-07-10 11:33:22"), "2026-07-10"],
    [textCell("2026/7/1"), "2026-07-01"],
    [textCell("20260710"), "2026-07-10"],
    [number("20260710"), "2026-07-10"],
    [textCell("2026年7月10日"), "2026-07-10"],
    [date("2026-07-10 11:33:22"), "2026-07-10"],
    [number("44651"), "2022-03-31"],
    [number("44651.48"), "2022-03-31"],
    [textCell("44651"), "2022-03-31"],
    [textCell("2022-02-30"), fault],
    [textCell("三月"), fault],
    [number("12"), fault],
    [textCell("--"), undefined],
    [undefined, undefined],
  ])("reads %j", (cell, value) => {
    expect(readDate(cell, false)).toEqual(value);
  });

  it("counts bare numbers from 1904 where the workbook does", () => {
    expect(readDate(number("43189"), true)).toBe("2022-03-31");
  });
});
