import { describe, expect, it } from "vitest";
import { readXmlTree } from "#engine/xml/readXmlTree.ts";
import { readEInvoice } from "#shared/invoices/readEInvoice.ts";
import { plainRate, ratePercent } from "#shared/invoices/taxRate.ts";
import { eInvoiceXml } from "#test/engine/invoices/eInvoiceXml.ts";
import { invoiceOf, lineOf, numberOf } from "#test/engine/invoices/office.ts";

const xml = (more: Parameters<typeof invoiceOf>[1] = {}): string =>
  eInvoiceXml(invoiceOf(1, { drawer: "张三", remark: "一月", ...more }));
const read = (text: string) => readEInvoice(readXmlTree(Buffer.from(text)));

describe("the XML of an electronic invoice", () => {
  it("says who, when, how much and for what", () => {
    const result = read(xml());
    expect(result).toMatchObject({
      kind: "invoice",
      blueNumber: undefined,
      row: {
        number: numberOf(1),
        amounts: { net: 10_000, tax: 600, gross: 10_600 },
        stated: {
          type: "数电票（普通发票）",
          sellerName: "上海示例服务有限公司",
          sellerTaxId: "91310117MA1J000060",
          issueDate: "2022-03-31",
          isRed: false,
          status: undefined,
          riskLevel: undefined,
          drawer: "张三",
          remark: "一月",
        },
      },
      lines: [
        {
          goodsName: "*物联网服务*服务费",
          quantity: "2",
          unitPrice: "50",
          taxRate: "6%",
          grossCents: 10_600,
        },
      ],
    });
  });

  it("reads the same whatever prefix, and values wrapped once more, as inside an OFD", () => {
    const prefixed = xml()
      .replaceAll(/<(\/?)(?=[A-Z])/g, "<$1fp:")
      .replace("<fp:EInvoice>", '<fp:EInvoice xmlns:fp="urn:x">');
    const wrapped = xml().replace(/<EIid>(\d+)<\/EIid>/, "<EIid><ofd:ObjectData>$1</ofd:ObjectData></EIid>");
    expect(read(prefixed)).toEqual(read(xml()));
    expect(read(wrapped)).toEqual(read(xml()));
  });

  it("a special and a red one, whose blue number has a field", () => {
    const red = eInvoiceXml(invoiceOf(2, { lines: [lineOf(-100)] }), {
      label: "增值税专用发票",
      red: true,
    }).replace(
      "<AdditionalInformation>",
      `<RedEInvoice><OriginalInvoiceCode>${numberOf(1)}</OriginalInvoiceCode></RedEInvoice><AdditionalInformation>`,
    );
    expect(read(red)).toMatchObject({
      row: { stated: { type: "数电票（增值税专用发票）", isRed: true }, amounts: { gross: -10_600 } },
      blueNumber: numberOf(1),
    });
  });

  it.each<readonly [string, (text: string) => string, string, RegExp]>([
    ["another root", (text) => text.replaceAll("EInvoice>", "Order>"), "INV-10", /根元素是 Order/],
    ["no number", (text) => text.replaceAll(numberOf(1), ""), "INV-10", /没有发票号码/],
    ["a short number", (text) => text.replaceAll(numberOf(1), "2231"), "INV-10", /“2231”不是20位/],
    ["two numbers", (text) => text.replace(numberOf(1), numberOf(7)), "INV-10", /两个不同的发票号码/],
    ["no day", (text) => text.replace(/<IssueTime>.*?<\/IssueTime>/, ""), "INV-14", /没有开票日期/],
    ["a day that is none", (text) => text.replace("2022-03-31 10:12:00", "2022-02-30"), "INV-14", /不是日期/],
    [
      "amounts that do not add up",
      (text) => text.replace("<TotalTaxAm>6.00", "<TotalTaxAm>7.00"),
      "INV-12",
      /差1\.00元/,
    ],
    [
      "no amount",
      (text) => text.replace(/<TotalAmWithoutTax>.*?<\/TotalAmWithoutTax>/, ""),
      "INV-12",
      /没有金额/,
    ],
    [
      "lines that do not add up",
      (text) => text.replace("<Amount>100.00", "<Amount>90.00"),
      "INV-13",
      /明细合计90\.00元与发票合计100\.00元/,
    ],
    [
      "a line without amount",
      (text) => text.replace("<Amount>100.00", "<Amount>"),
      "INV-12",
      /第1条明细没有金额/,
    ],
    [
      "amounts beyond all measure",
      (text) => text.replace("<TotalAmWithoutTax>100.00", "<TotalAmWithoutTax>9999999999999.00"),
      "INV-12",
      /9999999999999\.00”超过 100 亿元/,
    ],
  ])("refuses %s", (_, change, ruleId, message) => {
    expect(read(change(xml()))).toMatchObject({
      kind: "refused",
      ruleId,
      message: expect.stringMatching(message),
    });
  });
});

describe("rates", () => {
  it.each([
    ["0.06", "6%"],
    ["0.015", "1.5%"],
    [".13", "13%"],
    ["1", "100%"],
    ["6%", "6%"],
    ["免税", "免税"],
    ["", ""],
  ])("%s is %s", (text, percent) => expect(ratePercent(text)).toBe(percent));
  it.each([
    ["0.06", "6.00%"],
    ["免税", "0"],
    ["***", "不征税"],
    ["0%", "0.00"],
    ["", "免税"],
  ])("%s and %s are the same", (one, other) => expect(plainRate(one)).toBe(plainRate(other)));
  it.each([
    ["6%", "3%"],
    ["免税", "6%"],
    ["10%", "1%"],
  ])("%s and %s are not", (one, other) => expect(plainRate(one)).not.toBe(plainRate(other)));
});
