import { describe, expect, it } from "vitest";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import type { Row } from "#shared/model/ledger.ts";
import type { FactRows } from "#shared/rules/factRows.ts";
import { acceptanceOf, supplementOf } from "../schedule/samples.ts";
import { messagesOf, rulesOf, theFinding } from "./checking.ts";
import { adding, allocationOf, changing, invoiceOf, paymentOf, removing, rightRows } from "./sampleRows.ts";

const secondQuarter = { periodFrom: isoDate("2022-04-01"), periodTo: isoDate("2022-06-30") } as const;

/** A payment for the second quarter, with its invoice, allocated or not. */
function drafted(
  amount: number,
  options: { changes?: Partial<Row<"payment">>; instalmentId?: string | null; rows?: FactRows } = {},
): FactRows {
  const { changes = {}, instalmentId = "contract-1-2", rows = rightRows } = options;
  const invoice = invoiceOf({
    id: asId("invoice-3"),
    number: "22312000000000000422",
    issueDate: isoDate("2022-07-05"),
    netCents: cents(amount),
    taxCents: cents(0),
    grossCents: cents(amount),
  });
  const payment = paymentOf({
    id: asId("draft"),
    paymentNo: "FK-2022-003",
    state: "draft",
    amountCents: cents(amount),
    requestedOn: isoDate("2022-07-08"),
    paidOn: null,
    ...secondQuarter,
    ...changes,
  });
  const part = allocationOf({
    id: asId("draft-part"),
    paymentId: payment.id,
    instalmentId: instalmentId === null ? null : asId(instalmentId),
    invoiceId: invoice.id,
    amountCents: cents(amount),
  });
  const accepted = acceptanceOf({
    id: asId("acceptance-2"),
    instalmentId: asId("contract-1-2"),
    acceptedOn: isoDate("2022-07-04"),
    ...secondQuarter,
  });
  const withPapers = adding(adding(rows, "invoice", invoice), "acceptance", accepted);
  return adding(adding(withPapers, "payment", payment), "allocation", part);
}

const july = "2022-07-12";

describe("PAY-01 累计超合同", () => {
  const almostPaid = adding(
    rightRows,
    "payment",
    paymentOf({
      id: asId("paid"),
      paymentNo: "FK-2022-002",
      amountCents: cents(13_000_000),
      ...secondQuarter,
    }),
  );

  it("strikes above the sum, not at it", () => {
    expect(messagesOf(drafted(5_000_000, { rows: almostPaid }), "PAY-01", july)).toEqual([]);
    expect(theFinding(drafted(5_000_001, { rows: almostPaid }), "PAY-01", july)).toMatchObject({
      message: "累计付款240,000.01元，超合同金额240,000.00元，其中本次50,000.01元超出0.01元。",
      figures: { totalCents: 24_000_001, beforeCents: 19_000_000, contractCents: 24_000_000, excessCents: 1 },
      remedy: "本次最多可付50,000.00元；确需追加的，先签订补充协议。",
    });
  });

  it("allows what the contract allows beyond its sum", () => {
    const tolerant = changing(almostPaid, "contract", "contract-1", { exceedBp: 500 });
    expect(messagesOf(drafted(6_200_000, { rows: tolerant }), "PAY-01", july)).toEqual([]);
    expect(messagesOf(drafted(6_200_001, { rows: tolerant }), "PAY-01", july)).toHaveLength(1);
  });

  it("counts a supplement from its day on", () => {
    const more = adding(almostPaid, "supplement", supplementOf({ effectiveOn: isoDate("2022-07-10") }));
    const rows = drafted(7_000_000, { rows: more });
    expect(messagesOf(rows, "PAY-01", july)).toEqual([]);
    expect(messagesOf(rows, "PAY-01", "2022-07-09")).toHaveLength(1);
    const paidBefore = drafted(7_000_000, {
      rows: more,
      changes: { state: "paid", paidOn: isoDate("2022-07-09") },
    });
    expect(messagesOf(paidBefore, "PAY-01", july)).toHaveLength(1);
  });

  it("blames the payment that crossed the line alone", () => {
    const crossed = drafted(6_000_000, {
      rows: almostPaid,
      changes: { state: "paid", paidOn: isoDate("2022-07-09") },
    });
    expect(theFinding(crossed, "PAY-01", july).subjects[0]?.id).toBe("draft");
    expect(theFinding(crossed, "PAY-01", july).remedy).toContain("追回");
  });

  it("knows no limit where the contract has none", () => {
    const open = changing(almostPaid, "contract", "contract-1", { amountCents: null, kind: "asNeeded" });
    expect(messagesOf(drafted(90_000_000, { rows: open }), "PAY-01", july)).toEqual([]);
  });
});

describe("PAY-02 超本期应付", () => {
  it("strikes above what is due, not at it", () => {
    expect(messagesOf(drafted(6_000_000), "PAY-02", july)).toEqual([]);
    expect(theFinding(drafted(6_000_001), "PAY-02", july)).toMatchObject({
      message: "2022年第2季度应付60,000.00元，已付0.00元，本次60,000.01元超出0.01元。",
      figures: { payableCents: 6_000_000, paidCents: 0, requestedCents: 0, excessCents: 1 },
      subjects: [{ kind: "payment" }, { kind: "instalment", id: "contract-1-2" }, { kind: "contract" }],
    });
  });

  it("takes the deduction of the assessment off", () => {
    const deducted = changing(drafted(6_000_000), "acceptance", "acceptance-2", {
      deductionCents: cents(200_000),
    });
    expect(messagesOf(deducted, "PAY-02", july)).toEqual([
      "2022年第2季度应付58,000.00元（已扣考核款2,000.00元），已付0.00元，本次60,000.00元超出2,000.00元。",
    ]);
  });

  it.each([
    ["an amount larger than its allocation", { instalmentId: "contract-1-2", allocated: 6_000_000 }],
    ["no allocation to an instalment", { instalmentId: null, allocated: 6_500_000 }],
  ])("finds a payment with %s", (_name, { instalmentId, allocated }) => {
    const rows = changing(drafted(6_500_000, { instalmentId }), "allocation", "draft-part", {
      amountCents: cents(allocated),
    });
    expect(messagesOf(rows, "PAY-02", july)).toEqual([
      "2022年第2季度应付60,000.00元，已付0.00元，本次65,000.00元超出5,000.00元。",
    ]);
  });

  it("finds a payment that has a contract and nothing else", () => {
    const bare = removing(drafted(6_500_000), "allocation", "draft-part");
    expect(messagesOf(bare, "PAY-02", july)).toHaveLength(1);
    const exact = changing(bare, "payment", "draft", { amountCents: cents(6_000_000) });
    expect(messagesOf(exact, "PAY-02", july)).toEqual([]);
  });

  it("spreads a payment for several periods over them", () => {
    const threeQuarters = { periodTo: isoDate("2022-12-31") };
    const rows = (amount: number) => drafted(amount, { instalmentId: null, changes: threeQuarters });
    expect(messagesOf(rows(18_000_000), "PAY-02", july)).toEqual([]);
    expect(messagesOf(rows(18_000_001), "PAY-02", july)).toHaveLength(1);
  });

  it("counts what other drafts ask for, apart from what is paid", () => {
    const first = drafted(4_000_000);
    const other = paymentOf({
      id: asId("later"),
      paymentNo: "FK-2022-004",
      state: "draft",
      amountCents: cents(3_000_000),
      requestedOn: isoDate("2022-07-10"),
      ...secondQuarter,
    });
    expect(theFinding(adding(first, "payment", other), "PAY-02", july)).toMatchObject({
      message:
        "2022年第2季度应付60,000.00元，已付0.00元、在途申请40,000.00元，本次30,000.00元超出10,000.00元。",
      subjects: [{ id: "later" }, { id: "contract-1-2" }, { id: "contract-1" }],
    });
  });
});

describe("PAY-03 提前付款", () => {
  it("counts the days to the earliest day", () => {
    const paid = (on: string) => changing(rightRows, "payment", "payment-1", { paidOn: isoDate(on) });
    expect(messagesOf(paid("2022-04-01"), "PAY-03")).toEqual([]);
    expect(theFinding(paid("2022-03-29"), "PAY-03")).toMatchObject({
      severity: "warn",
      message: "第1期（2022年第1季度）最早付款日为2022年4月1日，提前3天。",
      figures: { earliestDate: "2022-04-01", paidDate: "2022-03-29", earlyDays: 3 },
    });
  });

  it("checks a draft as if it were paid on the day asked for", () => {
    const rows = drafted(6_000_000, { changes: { requestedOn: isoDate("2022-06-20") } });
    expect(messagesOf(rows, "PAY-03", "2022-06-21")).toEqual([
      "第2期（2022年第2季度）最早付款日为2022年7月1日，提前10天。",
    ]);
    expect(messagesOf(rows, "PAY-03", "2022-07-01")).toEqual([]);
  });

  it("counts from the later of acceptance and this payment's invoice where both are awaited", () => {
    const waiting = changing(
      changing(drafted(6_000_000), "contract", "contract-1", { payTiming: "afterInvoiceAndAcceptance" }),
      "instalment",
      "contract-1-2",
      { earliestDate: null, dueDate: null },
    );
    const paid = (on: string) =>
      changing(waiting, "payment", "draft", { state: "paid", paidOn: isoDate(on) });
    expect(messagesOf(paid("2022-07-05"), "PAY-03", july)).toEqual([]);
    expect(messagesOf(paid("2022-07-04"), "PAY-03", july)).toEqual([
      "第2期（2022年第2季度）最早付款日为2022年7月5日，提前1天。",
    ]);
  });

  it("lets an advance be paid in advance", () => {
    const advance = changing(rightRows, "instalment", "contract-1-1", { kind: "advance" });
    const early = changing(advance, "payment", "payment-1", { paidOn: isoDate("2022-01-04"), isAdvance: 1 });
    expect(messagesOf(early, "PAY-03")).toEqual([]);
  });
});

describe("PAY-05 无验收/考核付款", () => {
  const without = removing(rightRows, "acceptance", "acceptance-1");

  it("asks for the paper of the period", () => {
    expect(theFinding(without, "PAY-05")).toMatchObject({
      severity: "block",
      message: "缺少2022年第1季度验收（考核）单。",
      subjects: [{ id: "payment-1" }, { id: "contract-1-1" }, { id: "contract-1" }],
    });
    const unasked = changing(without, "contract", "contract-1", { acceptanceRequired: 0 });
    expect(messagesOf(unasked, "PAY-05")).toEqual([]);
  });

  it("refuses a paper after the payment and a failed one", () => {
    const late = changing(rightRows, "acceptance", "acceptance-1", { acceptedOn: isoDate("2022-04-13") });
    expect(messagesOf(late, "PAY-05")).toEqual([
      "缺少2022年第1季度验收（考核）单：验收日期2022年4月13日晚于付款日2022年4月12日。",
    ]);
    const failed = changing(rightRows, "acceptance", "acceptance-1", { result: "fail" });
    expect(messagesOf(failed, "PAY-05")).toEqual(["2022年第1季度验收（考核）结果为不合格，不得付款。"]);
    const conditional = changing(rightRows, "acceptance", "acceptance-1", { result: "conditional" });
    expect(messagesOf(conditional, "PAY-05")).toEqual([]);
  });

  it("takes monthly papers for a quarter", () => {
    const months = [1, 2, 3].map((month) =>
      acceptanceOf({
        id: asId(`month-${month}`),
        acceptedOn: isoDate("2022-04-02"),
        periodFrom: isoDate(`2022-0${month}-01`),
        periodTo: isoDate(`2022-0${month}-${month === 2 ? "28" : "31"}`),
      }),
    );
    expect(messagesOf(adding(without, "acceptance", ...months), "PAY-05")).toEqual([]);
    expect(messagesOf(adding(without, "acceptance", ...months.slice(1)), "PAY-05")).toHaveLength(1);
  });

  it("asks who pays at the beginning of a quarter for the one before", () => {
    const upfront = changing(without, "contract", "contract-1", { payTiming: "periodStart" });
    const first = changing(upfront, "payment", "payment-1", { paidOn: isoDate("2022-01-10") });
    expect(messagesOf(first, "PAY-05")).toEqual([]);
    const second = drafted(6_000_000, {
      rows: upfront,
      changes: { state: "paid", paidOn: isoDate("2022-04-10") },
    });
    expect(messagesOf(second, "PAY-05", july)).toContain("缺少2022年第1季度验收（考核）单。");
  });

  it("goes by the payment's period where there is no instalment", () => {
    const planless = { ...without, instalment: [], allocation: [] };
    expect(messagesOf(planless, "PAY-05")).toEqual(["缺少2022年第1季度验收（考核）单。"]);
    const timeless = changing(planless, "payment", "payment-1", { periodFrom: null, periodTo: null });
    expect(messagesOf(timeless, "PAY-05")).toEqual(["缺少本次付款的验收（考核）单。"]);
    const accepted = adding(timeless, "acceptance", acceptanceOf());
    expect(messagesOf(accepted, "PAY-05")).toEqual([]);
  });
});

describe("PAY-06 同一期间重复支付", () => {
  const march = (changes: Partial<Row<"payment">> = {}) =>
    paymentOf({
      id: asId("march"),
      paymentNo: "FK-2022-005",
      state: "draft",
      budgetLineId: asId("line-2"),
      contractId: asId("contract-2"),
      amountCents: cents(221_000),
      requestedOn: isoDate("2022-04-20"),
      paidOn: null,
      periodFrom: isoDate("2022-03-01"),
      periodTo: isoDate("2022-03-31"),
      ...changes,
    });

  it("finds a month again although nothing is allocated", () => {
    expect(theFinding(adding(rightRows, "payment", march()), "PAY-06")).toMatchObject({
      message: "2022年3月月租已支付（付款单FK-2022-002）。",
      subjects: [{ id: "march" }, { id: "contract-2-3" }, { id: "contract-2" }],
    });
  });

  it("lets the next month and the rest of a month be paid", () => {
    const april = march({ periodFrom: isoDate("2022-04-01"), periodTo: isoDate("2022-04-30") });
    expect(messagesOf(adding(rightRows, "payment", april), "PAY-06")).toEqual([]);
    const partly = changing(
      changing(rightRows, "allocation", "allocation-rent-3", { amountCents: cents(121_000) }),
      "payment",
      "payment-2",
      { amountCents: cents(563_000) },
    );
    const rest = march({ amountCents: cents(100_000) });
    expect(messagesOf(adding(partly, "payment", rest), "PAY-06")).toEqual([]);
  });

  it("says that a month is asked for where it is not paid yet", () => {
    const twice = adding(
      changing(rightRows, "payment", "payment-2", { state: "pending", paidOn: null }),
      "payment",
      march(),
    );
    expect(messagesOf(twice, "PAY-06")).toEqual(["2022年3月月租已申请支付（付款单FK-2022-002）。"]);
  });

  it("compares periods where the contract has no plan", () => {
    const planless = {
      ...rightRows,
      instalment: [],
      allocation: rightRows.allocation.map((row) => ({ ...row, instalmentId: null })),
    };
    const twice = adding(planless, "payment", paymentOf({ id: asId("again"), paymentNo: "FK-2022-006" }));
    expect(messagesOf(twice, "PAY-06")).toEqual([
      "2022年第1季度款项已支付（付款单FK-2022-001，60,000.00元）。",
    ]);
    expect(messagesOf(planless, "PAY-06")).toEqual([]);
  });
});

describe("PAY-07 月租数量/单价不符", () => {
  it("explains what is due and what was paid", () => {
    const paid = changing(
      changing(rightRows, "allocation", "allocation-rent-3", { amountCents: cents(238_000) }),
      "payment",
      "payment-2",
      { amountCents: cents(680_000) },
    );
    expect(theFinding(paid, "PAY-07")).toMatchObject({
      severity: "warn",
      message: "应付26×85×3=6,630.00元，实际6,800.00元，差170.00元。",
      figures: { dueCents: 663_000, actualCents: 680_000, differenceCents: 17_000, monthCount: 3 },
    });
  });

  it("follows the segments, by days where the rental is let so", () => {
    const fewer = {
      ...rightRows,
      rentalSegment: rightRows.rentalSegment.map((segment) => ({
        ...segment,
        validTo: isoDate("2022-02-28"),
      })),
    };
    const segment = rightRows.rentalSegment[0];
    if (segment === undefined) throw new Error("no segment");
    const returned = adding(fewer, "rentalSegment", {
      ...segment,
      id: asId("fewer"),
      validFrom: isoDate("2022-03-01"),
      quantity: "24" as typeof segment.quantity,
    });
    expect(messagesOf(returned, "PAY-07")).toEqual([
      "应付26×85×2＋24×85×1=6,460.00元，实际6,630.00元，差170.00元。",
    ]);
    const midMonth = changing(
      changing(returned, "rentalSegment", "fewer", { validFrom: isoDate("2022-03-11") }),
      "rental",
      "rental-1",
      { proration: "daily" },
    );
    const open = changing(midMonth, "rentalSegment", segment.id, { validTo: null });
    expect(messagesOf(open, "PAY-07")).toEqual([
      "应付26×85×2＋26×85×10/31＋24×85×21/31=6,514.84元，实际6,630.00元，差115.16元。",
    ]);
  });

  it("bears one 分 and a part payment that another one completes", () => {
    const off = (amount: number) =>
      changing(
        changing(rightRows, "allocation", "allocation-rent-3", { amountCents: cents(221_000 + amount) }),
        "payment",
        "payment-2",
        { amountCents: cents(663_000 + amount) },
      );
    expect(messagesOf(off(1), "PAY-07")).toEqual([]);
    expect(messagesOf(off(-1), "PAY-07")).toEqual([]);
    expect(messagesOf(off(-2), "PAY-07")).toHaveLength(1);
    const rest = paymentOf({
      id: asId("rest"),
      paymentNo: "FK-2022-007",
      contractId: asId("contract-2"),
      budgetLineId: asId("line-2"),
      amountCents: cents(100_000),
      periodFrom: isoDate("2022-03-01"),
      periodTo: isoDate("2022-03-31"),
      paidOn: isoDate("2022-04-20"),
    });
    expect(messagesOf(off(-100_000), "PAY-07")).toHaveLength(1);
    expect(messagesOf(adding(off(-100_000), "payment", rest), "PAY-07")).toEqual([]);
  });
});

describe("PAY-08 收款方≠合同乙方", () => {
  const paidTo = (changes: Partial<Row<"payment">>) => changing(rightRows, "payment", "payment-1", changes);

  it("blocks another party", () => {
    const other = paidTo({ payeeName: "上海别家有限公司", payeeTaxId: "91310115000000035B" });
    expect(theFinding(other, "PAY-08")).toMatchObject({
      severity: "block",
      message: "收款方上海别家有限公司与合同乙方上海清源保洁服务有限公司不一致。",
    });
    expect(messagesOf(paidTo({ payeeName: "上海别家有限公司", payeeTaxId: "" }), "PAY-08")).toHaveLength(1);
    expect(messagesOf(paidTo({ payeeTaxId: "" }), "PAY-08")).toEqual([]);
  });

  it("leaves alone the refund that mends it", () => {
    const back = { payeeName: "上海别家有限公司", amountCents: cents(-6_000_000) };
    expect(messagesOf(paidTo(back), "PAY-08")).toEqual([]);
  });

  it("blocks the right name with another tax number and warns of another name with the right one", () => {
    expect(theFinding(paidTo({ payeeTaxId: "91310115000000035B" }), "PAY-08").severity).toBe("block");
    const named = theFinding(paidTo({ payeeName: "清源保洁" }), "PAY-08");
    expect(named).toMatchObject({ severity: "warn" });
    expect(named.message).toContain("税号相同，名称不同");
  });

  it("takes an alias on its days, and a paper that lets somebody else collect", () => {
    const alias: Row<"vendorName"> = {
      id: asId("alias"),
      vendorId: asId("vendor-1"),
      name: "清源保洁",
      validFrom: null,
      validTo: isoDate("2022-04-12"),
      source: "manual",
    };
    const renamed = adding(paidTo({ payeeName: "清源保洁", payeeTaxId: "" }), "vendorName", alias);
    expect(messagesOf(renamed, "PAY-08")).toEqual([]);
    const over = changing(renamed, "vendorName", "alias", { validTo: isoDate("2022-04-11") });
    expect(messagesOf(over, "PAY-08")).toHaveLength(1);
    const paper: Row<"approval"> = {
      id: asId("paper"),
      kind: "approvalForm",
      documentNo: "",
      title: "债权转让通知",
      approvedOn: isoDate("2022-04-10"),
      projectId: null,
      contractId: asId("contract-1"),
      paymentId: null,
      content: "",
      voidedAt: null,
      voidReason: null,
    };
    expect(messagesOf(adding(over, "approval", paper), "PAY-08")).toEqual([]);
  });
});

describe("PAY-11 无票付款", () => {
  it("finds a payment without an invoice, unless it is an advance", () => {
    const bare = changing(rightRows, "allocation", "allocation-1", { invoiceId: null });
    expect(messagesOf(bare, "PAY-11")).toEqual(["无票付款：付款60,000.00元没有关联发票。"]);
    expect(messagesOf(changing(bare, "payment", "payment-1", { isAdvance: 1 }), "PAY-11")).toEqual([]);
  });

  it("finds a payment larger than its invoices, net of red ones", () => {
    const smaller = changing(rightRows, "invoice", "invoice-1", {
      netCents: cents(5_000_000),
      taxCents: cents(0),
      grossCents: cents(5_000_000),
    });
    expect(messagesOf(smaller, "PAY-11")).toEqual(["付款60,000.00元大于发票50,000.00元，差10,000.00元。"]);
  });

  it("counts what is free of an invoice although less of it is allocated, but not what others used", () => {
    const half = changing(rightRows, "allocation", "allocation-1", { amountCents: cents(3_000_000) });
    expect(messagesOf(half, "PAY-11")).toEqual([]);
    const other = paymentOf({
      id: asId("other"),
      paymentNo: "FK-2022-000",
      amountCents: cents(3_000_000),
      paidOn: isoDate("2022-04-11"),
    });
    const part = allocationOf({
      id: asId("other-part"),
      paymentId: other.id,
      instalmentId: null,
      amountCents: cents(3_000_000),
    });
    const shared = adding(adding(half, "payment", other), "allocation", part);
    expect(messagesOf(shared, "PAY-11")).toEqual(["付款60,000.00元大于发票30,000.00元，差30,000.00元。"]);
  });

  it("does not say again what INV-02 and INV-03 say", () => {
    const dead = changing(rightRows, "invoice", "invoice-1", { status: "void" });
    expect(rulesOf(dead)).toEqual(["INV-05"]);
    const asked = changing(dead, "payment", "payment-1", { state: "pending", paidOn: null });
    expect(messagesOf(asked, "PAY-11")).toEqual([]);
  });
});
