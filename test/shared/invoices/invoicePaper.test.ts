import { describe, expect, it } from "vitest";
import { numberInName, readInvoicePaper } from "#shared/invoices/invoicePaper.ts";

const read = (...pages: readonly string[]) => readInvoicePaper(pages);
const n20 = "22312000000012345678";

describe("the text of an invoice's paper", () => {
  it("says number, amount and day", () => {
    const text = `电子发票（普通发票）　发票号码：${n20}\n开票日期：2022年07月05日\n价税合计（大写）壹仟元整 （小写）¥ 1,000.00`;
    expect(read(text)).toEqual({
      numbers: [n20],
      guesses: [],
      grossCents: 100_000,
      issueDate: "2022-07-05",
    });
  });

  it.each([
    ["set wide", `发 票 号 码 ： ${n20}`],
    ["on the next line", `发票号码：\n${n20}`],
    ["in groups", "发票号码: 2231 2000 0000 1234 5678"],
    ["of the platform's older name", `全电发票号码：${n20}`],
    ["before the day on the same line", `发票号码：${n20} 2022年07月05日`],
  ])("reads a number %s", (_, text) => {
    expect(read(text).numbers).toEqual([n20]);
  });

  it("joins code and number of older tickets, and of the paper kind that carries both forms", () => {
    expect(
      read("发票代码: 031002200111\n发票号码: 12345678\n校 验 码: 12345 67890 12345 67890").numbers,
    ).toEqual(["03100220011112345678"]);
    expect(read("发票代码:3100221130 发票号码:00123456").numbers).toEqual(["3100221130-00123456"]);
    const both = `发票代码：223120000000 发票号码：12345678 数电发票号码：${n20}`;
    expect(read(both).numbers).toEqual([n20]);
  });

  it("reads fiscal tickets, which have names of their own", () => {
    expect(read("票据代码：31060122 票据号码：0012345678").numbers).toEqual(["31060122-0012345678"]);
  });

  it("does not take the invoice that a red one takes back for its own", () => {
    const text = `发票号码：23312000000000000001\n备注 被红冲蓝字数电发票号码：${n20} 红字发票信息确认单编号：${n20}`;
    expect(read(text).numbers).toEqual(["23312000000000000001"]);
    expect(
      read("发票代码:031002200111 发票号码:12345678\n对应正数发票代码:031002200111 号码:87654321").numbers,
    ).toEqual(["03100220011112345678"]);
  });

  it("finds one invoice of several pages once, and several in one file", () => {
    expect(read(`发票号码：${n20}`, `发票号码：${n20}（清单）`).numbers).toEqual([n20]);
    const two = read(`发票号码：${n20}\n（小写）¥1.00`, "发票号码：22312000000012345679");
    expect(two).toMatchObject({ numbers: [n20, "22312000000012345679"], grossCents: undefined });
  });

  it("takes a number without its label for a guess, and a check code or an account for none", () => {
    expect(read(`${n20}\n2022年07月05日`)).toMatchObject({
      numbers: [],
      guesses: [n20],
      issueDate: "2022-07-05",
    });
    expect(read(`校验码 ${n20}\n开户行及账号：农行 ${n20}`)).toMatchObject({ numbers: [], guesses: [] });
  });

  it("does not guess a number of the wrong length", () => {
    expect(read("发票号码：2231200000001234567")).toMatchObject({ numbers: [], guesses: [] });
    expect(read("发票号码：12345678")).toMatchObject({ numbers: [], guesses: [] });
    expect(read("发票代码:031002200111 发票代码:031002200112 发票号码:12345678").numbers).toEqual([]);
  });

  it("leaves out amounts and days that are not sure", () => {
    expect(read("（小写）¥10.00 （小写）¥20.00\n2022年07月05日 2022年07月06日")).toMatchObject({
      grossCents: undefined,
      issueDate: undefined,
    });
    expect(read("(小写) ¥-1,234.50 开票日期:2022年02月30日")).toMatchObject({
      grossCents: -123_450,
      issueDate: undefined,
    });
  });
});

describe("the name of a paper", () => {
  it.each([
    [`dzfp_${n20}_某某公司_20220705.pdf`, n20],
    ["031002200111_12345678.pdf", "03100220011112345678"],
    ["3100221130-00123456.ofd", "3100221130-00123456"],
    ["发票12345678.pdf", undefined],
    ["6222023100012345678901.pdf", undefined],
  ])("%s", (name, number) => {
    expect(numberInName(name)).toBe(number);
  });
});
