import { describe, expect, it } from "vitest";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import type { Row } from "#shared/model/ledger.ts";
import { messagesOf, theFinding } from "./checking.ts";
import { adding, changing, invoiceOf, rightRows } from "./sampleRows.ts";

const number = "22312000000000000017";
const first = (changes: Partial<Row<"invoice">>) => changing(rightRows, "invoice", "invoice-1", changes);

describe("INV-04 部分红冲", () => {
  it("asks for the red invoice while it is not there", () => {
    const partly = first({ status: "redPartial" });
    expect(messagesOf(partly, "INV-04")).toEqual([
      `发票${number}已部分红冲，可付金额应小于价税合计60,000.00元，账本中没有对应的红字发票。`,
    ]);
    const red = invoiceOf({
      id: asId("red"),
      number: "22312000000000000090",
      isRed: 1,
      blueNumber: number,
      netCents: cents(-94),
      taxCents: cents(-6),
      grossCents: cents(-100),
    });
    expect(messagesOf(adding(partly, "invoice", red), "INV-04")).toEqual([
      `发票${number}已部分红冲，可付金额为59,999.00元，已使用60,000.00元，超出1.00元。`,
    ]);
    expect(messagesOf(adding(partly, "invoice", red), "INV-02")).toEqual([]);
  });

  it("lets less than the whole be paid", () => {
    const less = changing(first({ status: "redPartial" }), "allocation", "allocation-1", {
      amountCents: cents(5_999_999),
    });
    expect(messagesOf(less, "INV-04")).toEqual([]);
  });
});

describe("INV-06 风险发票", () => {
  it.each([
    ["abnormal", "block", "异常凭证"],
    ["suspect", "warn", "疑点发票"],
  ] as const)("%s is %s", (riskLevel, severity, word) => {
    expect(theFinding(first({ riskLevel }), "INV-06")).toMatchObject({
      severity,
      message: `发票${number}风险等级为“${word}”。`,
    });
    expect(messagesOf(first({ riskLevel, status: "void" }), "INV-06")).toEqual([]);
  });
});

describe("INV-08 抬头单位与付款单位不一致", () => {
  const centre = adding(
    adding(rightRows, "ownUnit", {
      id: asId("unit-2"),
      kind: "unit",
      nature: "institution",
      creditCode: "12310117MB00000000",
      note: "",
    }),
    "ownUnitName",
    {
      id: asId("name-2"),
      ownUnitId: asId("unit-2"),
      name: "城市运行管理中心",
      validFrom: null,
      validTo: null,
    },
  );

  it("compares two own units", () => {
    const paidBy = changing(centre, "payment", "payment-1", { payerUnitId: asId("unit-2") });
    expect(messagesOf(paidBy, "INV-08")).toEqual([
      "发票抬头为广富林街道办事处，付款单位为城市运行管理中心。",
    ]);
    expect(messagesOf(changing(centre, "payment", "payment-1", { payerUnitId: null }), "INV-08")).toEqual([]);
  });
});

describe("INV-09 税号校验码错误", () => {
  it("finds a wrong last character, of seller and buyer", () => {
    expect(messagesOf(first({ sellerTaxId: "91330106589876543T" }), "INV-09")).toEqual([
      "销方税号91330106589876543T校验位不正确，可能录入有误。",
    ]);
    expect(
      messagesOf(first({ sellerTaxId: "91330106589876543T", buyerTaxId: "91330106589876543T" }), "INV-09"),
    ).toHaveLength(2);
  });

  it.each(["", "310117123456789", "9I330106589876543T", "915300007194052520"])("lets %s pass", (code) => {
    expect(messagesOf(first({ sellerTaxId: code }), "INV-09")).toEqual([]);
  });
});

describe("INV-11 号码年份不符", () => {
  it.each([
    ["22312000000000000017", 0],
    ["23312000000000000017", 1],
    ["03100210011112345678", 0],
    ["3100221130-01234567", 0],
  ])("of %s finds %i", (text, count) => {
    expect(messagesOf(first({ number: text }), "INV-11")).toHaveLength(count);
  });
});

describe("INV-14 开票日期异常", () => {
  it("finds an invoice issued after it was paid, unless as an advance", () => {
    const later = first({ issueDate: isoDate("2022-04-13") });
    expect(messagesOf(later, "INV-14")).toEqual([
      `发票${number}开票日期2022年4月13日异常，晚于付款日2022年4月12日。`,
    ]);
    expect(messagesOf(changing(later, "payment", "payment-1", { isAdvance: 1 }), "INV-14")).toEqual([]);
    expect(messagesOf(first({ issueDate: isoDate("2022-04-12") }), "INV-14")).toEqual([]);
  });

  it("finds an invoice from long before the project", () => {
    expect(messagesOf(first({ issueDate: isoDate("2021-10-02") }), "INV-14")).toHaveLength(1);
    expect(messagesOf(first({ issueDate: isoDate("2021-10-03") }), "INV-14")).toEqual([]);
  });

  it("does not know an invoice before its day", () => {
    const later = first({ issueDate: isoDate("2022-05-10") });
    expect(messagesOf(later, "PAY-11")).toEqual(["无票付款：付款60,000.00元关联的发票开票日期晚于核对日。"]);
    expect(messagesOf(later, "PAY-11", "2022-05-10")).toEqual([]);
    expect(messagesOf(later, "INV-14", "2022-05-10")).toHaveLength(1);
  });
});

describe("INV-15 开票早于合同签订", () => {
  it("counts the days", () => {
    const signed = (on: string) => changing(rightRows, "contract", "contract-1", { signedOn: isoDate(on) });
    expect(messagesOf(signed("2022-04-11"), "INV-15")).toEqual([
      `发票${number}早于合同签订日3天，疑似先实施后签合同。`,
    ]);
    expect(messagesOf(signed("2022-04-08"), "INV-15")).toEqual([]);
  });
});

describe("INV-18 红字发票未关联蓝字", () => {
  const red = (blueNumber: string | null) =>
    adding(
      rightRows,
      "invoice",
      invoiceOf({
        id: asId("red"),
        number: "22312000000000000090",
        isRed: 1,
        blueNumber,
        netCents: cents(-94),
        taxCents: cents(-6),
        grossCents: cents(-100),
      }),
    );

  it("wants the blue invoice named and there", () => {
    expect(messagesOf(red(null), "INV-18")).toEqual([
      "红字发票22312000000000000090（-1.00元）未找到对应蓝字发票，没有写明蓝字号码。",
    ]);
    expect(messagesOf(red("22312000000000000001"), "INV-18")).toHaveLength(1);
    expect(messagesOf(red(number), "INV-18")).toEqual([]);
  });
});

describe("INV-19 连号发票", () => {
  const next = (last: number, changes: Partial<Row<"invoice">> = {}) =>
    invoiceOf({ id: asId(`next-${last}`), number: `223120000000000000${last}`, ...changes });

  it("finds a run once, however long", () => {
    const finding = theFinding(adding(rightRows, "invoice", next(19), next(18)), "INV-19");
    expect(finding).toMatchObject({
      severity: "hint",
      message: `发票${number}起3张与22312000000000000018连号，注意是否拆分开票。`,
      figures: { invoiceCount: 3, grossCents: 18_000_000 },
    });
    expect(finding.subjects.map((subject) => subject.id)).toEqual(["invoice-1", "next-18", "next-19"]);
  });

  it("knows no neighbour of a number that is none", () => {
    const broken = adding(rightRows, "invoice", next(18), { ...next(19), number: "2.2312E+19" });
    expect(messagesOf(broken, "INV-19")).toHaveLength(1);
  });

  it.each([
    ["another seller", { sellerName: "别家", sellerTaxId: "" }],
    ["another day", { issueDate: isoDate("2022-04-10") }],
    ["a red invoice", { isRed: 1 as const }],
  ])("does not count %s", (_name, changes) => {
    expect(messagesOf(adding(rightRows, "invoice", next(18, changes)), "INV-19")).toEqual([]);
    expect(messagesOf(adding(rightRows, "invoice", next(20)), "INV-19")).toEqual([]);
  });
});
