import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type PlainCell, textCell } from "#shared/excel/plainCell.ts";
import { canonicalNumber, looksCut, readNumber } from "#shared/invoices/invoiceNumber.ts";
import { number } from "./lists.ts";

type Cells = Readonly<{
  digital?: PlainCell | string;
  code?: PlainCell | string;
  paper?: PlainCell | string;
}>;

const cell = (value: PlainCell | string | undefined) => (typeof value === "string" ? textCell(value) : value);
const read = ({ digital, code, paper }: Cells) =>
  readNumber({ digitalNumber: cell(digital), code: cell(code), paperNumber: cell(paper) }, 5);

const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));

describe("readNumber", () => {
  const n20 = "22312000000000000017";

  it.each([
    [{ digital: n20 }, n20],
    [{ digital: n20, code: "--", paper: "--" }, n20],
    [{ paper: n20 }, n20],
    [{ code: "031002200111", paper: "01234567" }, "03100220011101234567"],
    [{ code: "3100221130", paper: "00012345" }, "3100221130-00012345"],
    [{ digital: ` '${n20}\u200b` }, n20],
    [{ digital: "２２３１２０００００００００００００１７" }, n20],
  ])("reads %j", (cells, value) => {
    expect(read(cells)).toEqual({ kind: "number", number: value, mismatch: false });
  });

  it("gives the old code and number and the 20 digits they run into one identity", () => {
    fc.assert(
      fc.property(digits(12), digits(8), (code, paper) => {
        const joined = read({ code, paper });
        expect(joined).toEqual(read({ digital: code + paper }));
        expect(joined).toEqual(read({ digital: code + paper, code, paper }));
        expect(joined).toEqual(read({ paper: code + paper }));
      }),
    );
  });

  it("takes the 20 digits where code and number say otherwise, and tells", () => {
    expect(read({ digital: n20, code: "031002200111", paper: "01234567" })).toEqual({
      kind: "number",
      number: n20,
      mismatch: true,
    });
  });

  it.each([
    [{ digital: number("2.2312E+19") }],
    [{ digital: number("22312000000000456000") }],
    [{ digital: "2.2312E+19" }],
    [{ paper: number("22312000000000456000") }],
  ])("refuses %j in the words of INV-10", (cells) => {
    expect(read(cells)).toMatchObject({
      kind: "faulty",
      message: "第5行发票号码疑似被 Excel 改成数值，已丢失末位，请用原始文件导入。",
    });
  });

  it.each([
    [{ code: "3100221130", paper: number("12345") }, /数值格式，可能已丢失开头的0/],
    [{ code: number("31002200111"), paper: "01234567" }, /发票代码是数值格式/],
    [{ digital: "2231200000000000001" }, /格式不对/],
    [{ code: "31002211", paper: "0001234567" }, /格式不对/],
    [{ paper: "01234567" }, /没有发票代码/],
    [{ digital: { kind: "error", text: "#N/A" } as const }, /不是文字/],
  ])("refuses %j", (cells, message) => {
    expect(read(cells)).toMatchObject({ kind: "faulty", message: expect.stringMatching(message) });
  });

  it("tells a number that is missing from one that is wrong", () => {
    expect(read({})).toEqual({ kind: "missing" });
    expect(read({ digital: "--", code: "-", paper: "" })).toEqual({ kind: "missing" });
  });
});

describe("canonicalNumber", () => {
  it.each([
    ["2231 2000 0000 0000 0017", "22312000000000000017"],
    ["031002200111 01234567", "03100220011101234567"],
    ["3100221130-00012345", "3100221130-00012345"],
    ["310022113000012345", "3100221130-00012345"],
    ["12345678", undefined],
  ])("brings %s to %s", (text, value) => {
    expect(canonicalNumber(text)).toBe(value);
  });
});

describe("looksCut", () => {
  it("suspects five zeros at the end of 20 digits", () => {
    expect(looksCut("22312000000045600000")).toBe(true);
    expect(looksCut("22312000000045600010")).toBe(false);
    expect(looksCut("3100221130-00000000")).toBe(false);
    expect(looksCut("03100220011112300000")).toBe(false);
  });
});
