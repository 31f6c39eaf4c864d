import { describe, expect, it } from "vitest";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import type { Row } from "#shared/model/ledger.ts";
import { messagesOf, rulesOf, theFinding } from "./checking.ts";
import { adding, allocationOf, changing, invoiceOf, paymentOf, rightRows } from "./sampleRows.ts";

const number = "22312000000000000017";

/** A second payment on the first invoice. */
const again = (amount: number, changes: Partial<Row<"payment">> = {}) => {
  const payment = paymentOf({
    id: asId("payment-3"),
    paymentNo: "FK-2022-003",
    state: "draft",
    paidOn: null,
    amountCents: cents(amount),
    ...changes,
  });
  const part = allocationOf({
    id: asId("allocation-3"),
    paymentId: payment.id,
    instalmentId: null,
    amountCents: cents(amount),
  });
  return adding(adding(rightRows, "payment", payment), "allocation", part);
};

describe("INV-02 发票重复支付", () => {
  it("names the payment that used the invoice before", () => {
    const finding = theFinding(again(100_000), "INV-02");
    expect(finding).toMatchObject({
      severity: "block",
      message: `发票${number}已在付款单FK-2022-001中使用60,000.00元，本次1,000.00元超出可用余额0.00元。`,
      figures: { payableCents: 6_000_000, usedCents: 6_000_000, availableCents: 0, thisCents: 100_000 },
      subjects: [
        { kind: "invoice", id: "invoice-1", label: number },
        { kind: "payment", id: "payment-3", label: "FK-2022-003" },
      ],
    });
    expect(finding.remedy).toContain("请更换发票");
  });

  it("allows exactly what is left, with what red invoices took away", () => {
    const half = changing(rightRows, "allocation", "allocation-1", { amountCents: cents(3_000_000) });
    const rest = (amount: number) => ({
      ...half,
      payment: again(amount).payment,
      allocation: [...half.allocation, ...again(amount).allocation.slice(-1)],
    });
    expect(messagesOf(rest(3_000_000), "INV-02")).toEqual([]);
    expect(messagesOf(rest(3_000_001), "INV-02")).toHaveLength(1);
    const red = invoiceOf({
      id: asId("red"),
      number: "22312000000000000090",
      isRed: 1,
      blueNumber: number,
      netCents: cents(-943_396),
      taxCents: cents(-56_604),
      grossCents: cents(-1_000_000),
      issueDate: isoDate("2022-04-20"),
    });
    // What only the red invoice makes too much is INV-04's matter.
    expect(messagesOf(adding(rest(3_000_000), "invoice", red), "INV-02")).toEqual([]);
    const reddened = adding(rest(3_000_001), "invoice", red);
    expect(messagesOf(reddened, "INV-02")).toEqual([
      `发票${number}已在付款单FK-2022-001中使用30,000.00元，本次30,000.01元超出可用余额20,000.00元。`,
    ]);
    expect(messagesOf(reddened, "INV-04")).toEqual([]);
    const later = changing(reddened, "invoice", "red", { issueDate: isoDate("2022-05-02") });
    expect(messagesOf(later, "INV-02")).toEqual([
      `发票${number}已在付款单FK-2022-001中使用30,000.00元，本次30,000.01元超出可用余额30,000.00元。`,
    ]);
  });

  it("blames only the payment that came too late, whatever order the rows are in", () => {
    const paid = again(100_000, { state: "paid", paidOn: isoDate("2022-04-11") });
    const expected = [
      `发票${number}已在付款单FK-2022-003中使用1,000.00元，本次60,000.00元超出可用余额59,000.00元。`,
    ];
    expect(messagesOf(paid, "INV-02")).toEqual(expected);
    expect(messagesOf({ ...paid, payment: paid.payment.toReversed() }, "INV-02")).toEqual(expected);
  });

  it("forgets an excess that was refunded", () => {
    const rows = again(100_000, { state: "paid", paidOn: isoDate("2022-04-14") });
    const refund = paymentOf({
      id: asId("refund"),
      paymentNo: "FK-2022-004",
      amountCents: cents(-100_000),
      paidOn: isoDate("2022-04-20"),
    });
    const refunded = adding(adding(rows, "payment", refund), "allocation", {
      ...allocationOf({ id: asId("allocation-4"), paymentId: refund.id, amountCents: cents(-100_000) }),
      instalmentId: null,
    });
    expect(messagesOf(rows, "INV-02")).toHaveLength(1);
    expect(messagesOf(refunded, "INV-02")).toEqual([]);
    expect(messagesOf(refunded, "INV-02", "2022-04-19")).toHaveLength(1);
  });
});

describe("INV-03 发票已作废/红冲", () => {
  /** The first payment, still to be paid. */
  const asked = changing(rightRows, "payment", "payment-1", { state: "approved", paidOn: null });

  it.each([
    ["void", "已作废"],
    ["redFull", "已红冲-全额"],
  ] as const)("refuses an invoice that is %s", (status, word) => {
    const finding = theFinding(changing(asked, "invoice", "invoice-1", { status }), "INV-03");
    expect(finding).toMatchObject({
      severity: "block",
      message: `发票${number}状态为“${word}”，不得作为付款依据。`,
      figures: { status, grossCents: 6_000_000, usedCents: 6_000_000 },
    });
    expect(finding.remedy).toContain("更换后再付款");
  });

  it("leaves what is paid already to INV-05", () => {
    const paid = changing(rightRows, "invoice", "invoice-1", { status: "void" });
    expect(messagesOf(paid, "INV-03")).toEqual([]);
    expect(messagesOf(paid, "INV-05")).toHaveLength(1);
  });

  it("is silent about an invoice nobody uses and one reversed in part", () => {
    const unused = invoiceOf({ id: asId("unused"), number: "22312000000000000099", status: "void" });
    expect(rulesOf(adding(rightRows, "invoice", unused))).toEqual([]);
    expect(messagesOf(changing(asked, "invoice", "invoice-1", { status: "redPartial" }), "INV-03")).toEqual(
      [],
    );
  });

  it("sees through a red invoice although the status is still normal", () => {
    const red = invoiceOf({
      id: asId("red"),
      number: "22312000000000000090",
      isRed: 1,
      blueNumber: number,
      netCents: cents(-5_660_377),
      taxCents: cents(-339_623),
      grossCents: cents(-6_000_000),
    });
    expect(messagesOf(adding(asked, "invoice", red), "INV-03")).toEqual([
      `发票${number}状态为“已红冲-全额”，不得作为付款依据。`,
    ]);
  });
});

describe("INV-07 购买方名称/税号不符", () => {
  const bought = (changes: Partial<Row<"invoice">>) => changing(rightRows, "invoice", "invoice-1", changes);

  it("blocks an invoice for somebody else", () => {
    const finding = theFinding(
      bought({ buyerName: "松江区某单位", buyerTaxId: "12310117MB00000000" }),
      "INV-07",
    );
    expect(finding.severity).toBe("block");
    expect(finding.message).toContain("购买方“松江区某单位”不是本单位（或已更名）。");
  });

  it("blocks the right name with a wrong tax number, and takes the name where there is none", () => {
    const wrong = theFinding(bought({ buyerTaxId: "12310117MB00000000" }), "INV-07");
    expect(wrong.message).toContain("税号12310117MB00000000与本单位税号11310117000000019T不符");
    expect(messagesOf(bought({ buyerTaxId: "" }), "INV-07")).toEqual([]);
  });

  it("warns of a name that was not valid on the issue date, and only then", () => {
    const renamed = {
      ...bought({ buyerName: "广富林街道办事处（旧）" }),
      ownUnitName: [
        ...rightRows.ownUnitName.map((row) => ({ ...row, validFrom: isoDate("2022-04-01") })),
        {
          id: asId("old-name"),
          ownUnitId: asId("unit-1"),
          name: "广富林街道办事处(旧)",
          validFrom: null,
          validTo: isoDate("2022-03-31"),
        },
      ],
    };
    expect(theFinding(renamed, "INV-07")).toMatchObject({
      severity: "warn",
      message: "购买方“广富林街道办事处（旧）”不是本单位（或已更名）。开票日有效的名称是“广富林街道办事处”。",
    });
    const earlier = changing(renamed, "invoice", "invoice-1", { issueDate: isoDate("2022-03-31") });
    expect(messagesOf(earlier, "INV-07")).toEqual([]);
  });

  it("takes spaces and small letters for nothing", () => {
    const typed = bought({ buyerName: "广富林街道 办事处", buyerTaxId: " 11310117000000019t" });
    expect(messagesOf(typed, "INV-07")).toEqual([]);
  });

  it("does not look at red and void invoices, nor while no own unit is known", () => {
    expect(messagesOf(bought({ buyerTaxId: "X", buyerName: "别家", status: "void" }), "INV-07")).toEqual([]);
    const nobody = { ...bought({ buyerTaxId: "X", buyerName: "别家" }), ownUnit: [], ownUnitName: [] };
    expect(messagesOf(nobody, "INV-07")).toEqual([]);
  });
});

describe("INV-10 号码格式/精度异常", () => {
  const numbered = (text: string, changes: Partial<Row<"invoice">> = {}) =>
    changing(rightRows, "invoice", "invoice-1", { number: text, ...changes });

  it.each(["22312000000000000017", "03100210011112345678", "3100221130-01234567"])("accepts %s", (text) => {
    expect(messagesOf(numbered(text), "INV-10")).toEqual([]);
  });

  it.each([
    ["2.2312E+19", "block", "疑似被 Excel 改成数值"],
    ["12345678", "block", "格式不对"],
    ["2231200000000000001", "block", "格式不对"],
    ["22312000000045600000", "warn", "疑似被 Excel 改成数值"],
  ])("finds %s", (text, severity, words) => {
    const finding = theFinding(numbered(text), "INV-10");
    expect(finding.severity).toBe(severity);
    expect(finding.message).toContain(words);
  });

  it("leaves papers with numbers of their own alone", () => {
    const receipt = { entry: "manual", type: "财政电子票据" } as const;
    expect(messagesOf(numbered("000012340000567890", receipt), "INV-10")).toEqual([]);
    expect(messagesOf(numbered("12345678", { ...receipt, entry: "import" }), "INV-10")).toHaveLength(1);
  });
});

describe("INV-12 金额勾稽", () => {
  it.each([
    [339_623, 0],
    [339_624, 0],
    [339_622, 0],
    [339_625, 1],
    [239_623, 1],
  ])("with a tax of %i finds %i", (tax, count) => {
    const rows = changing(rightRows, "invoice", "invoice-1", { taxCents: cents(tax) });
    expect(messagesOf(rows, "INV-12")).toHaveLength(count);
  });

  it("says the difference", () => {
    const rows = changing(rightRows, "invoice", "invoice-1", { taxCents: cents(239_623) });
    expect(messagesOf(rows, "INV-12")).toEqual([`发票${number}金额+税额≠价税合计，差1,000.00元。`]);
  });
});
