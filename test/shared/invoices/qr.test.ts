import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readQr } from "#shared/invoices/qr.ts";

const n20 = "24312000000136634917";

describe("the QR code of an invoice", () => {
  it.each([
    [
      "a 数电普票",
      `01,32,,${n20},1000.00,20240514,,1DD6,`,
      {
        number: n20,
        type: "数电票（普通发票）",
        amount: { cents: 100_000, of: "gross" },
        issueDate: "2024-05-14",
        checkCode: "",
      },
    ],
    [
      "a 数电专票",
      `01,31,,${n20},0.01,20240514,,1DD6`,
      { type: "数电票（增值税专用发票）", amount: { cents: 1, of: "gross" } },
    ],
    [
      "a railway ticket",
      `01,51,,${n20},56.00,20240514,,219a`,
      { type: "电子发票（铁路电子客票）", amount: { of: "gross" } },
    ],
    [
      "the number in the place of the code",
      `01,32,${n20},,1000.00,20240514,,1DD6`,
      { number: n20, amount: { cents: 100_000, of: "gross" }, issueDate: "2024-05-14" },
    ],
    [
      "the same with no empty place",
      `01,32,${n20},1000.00,20240514,,1DD6`,
      { number: n20, amount: { cents: 100_000, of: "gross" }, issueDate: "2024-05-14" },
    ],
    [
      "an older electronic ticket",
      "01,10,031002200111,12345678,1000.00,20220405,12345678901234567890,ABCD,",
      {
        number: "03100220011112345678",
        type: "增值税电子普通发票",
        amount: { cents: 100_000, of: "net" },
        issueDate: "2022-04-05",
        checkCode: "12345678901234567890",
      },
    ],
    [
      "an older paper ticket",
      "01,01,3100221130,01234567,94.34,20220405,,",
      { number: "3100221130-01234567", type: "增值税专用发票", amount: { cents: 9_434, of: "net" } },
    ],
    [
      "a kind nobody told us of",
      "01,11,031002200107,12345678,90.00,20220405,123456,",
      { type: undefined, amount: { cents: 9_000, of: "unknown" } },
    ],
    [
      "an unknown kind with 20 digits",
      `01,02,,${n20},666.00,20250208,,`,
      { type: undefined, amount: { of: "unknown" } },
    ],
    [
      "typed through a Chinese input method",
      `０１，３２，，${n20}，１０００。００，２０２４０５１４，，１ＤＤ６`,
      { number: n20, amount: { cents: 100_000 }, issueDate: "2024-05-14" },
    ],
    [
      "no more than the first fields",
      `01,32,,${n20},199.00`,
      { amount: { cents: 19_900 }, issueDate: undefined },
    ],
    [
      "the platform's address",
      `https://dppt.shanghai.chinatax.gov.cn:8443/v/2_${n20}_20240514093525003A1B2C3`,
      { number: n20, issueDate: "2024-05-14", isFromLink: true, amount: undefined },
    ],
    [
      "where that leads",
      `https://dppt.shanghai.chinatax.gov.cn:8443/qrcode?cs=2_${n20}_20240514093525003A1B2C3&jrxt=EWM`,
      { number: n20, isFromLink: true },
    ],
  ])("%s", (_, text, expected) => {
    expect(readQr(text)).toMatchObject(expected);
  });

  it.each([
    ["nothing", " ", /没有内容/],
    ["another address", `https://example.com/v/2_${n20}_20240514`, /是一个网址/],
    [
      "an address that only looks like the platform's",
      `https://chinatax.gov.cn.example.com/v/2_${n20}_20240514`,
      /是一个网址/,
    ],
    ["words", "微信支付", /不是发票二维码/],
    ["half a code", "01,32,,243120000001", /不是发票二维码|没有扫完整/],
    ["a short number", "01,10,031002200111,1234567,1000.00,20220405,,", /没有扫完整/],
    ["a lost zero", "01,10,31002200111,12345678,1000.00,20220405,,", /没有扫完整/],
    ["an amount that is none", `01,32,,${n20},1OO.00,20240514,,`, /金额“1OO.00”/],
    ["a day that is none", `01,32,,${n20},100.00,20240532,,`, /日期“20240532”/],
  ])("refuses %s", (_, text, message) => {
    expect(readQr(text)).toEqual({ fault: expect.stringMatching(message) });
  });

  it("no text makes it fail otherwise, or find a number that is not in the text", () => {
    const part = fc.oneof(
      fc.constantFrom("01", "32", "10", "", n20, "031002200111", "12345678"),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 9 }), (parts) => {
        const read = readQr(parts.join(","));
        if ("number" in read)
          expect(parts.join("").normalize("NFKC").replace(/\D/g, "")).toContain(read.number.slice(-8));
      }),
    );
  });
});
