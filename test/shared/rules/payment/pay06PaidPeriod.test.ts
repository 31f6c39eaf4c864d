import { describe, expect, it } from "vitest";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import type { Row } from "#shared/model/ledger.ts";
import { messagesOf, theFinding } from "../checking.ts";
import { adding, changing, paymentOf, rightRows } from "../sampleRows.ts";

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
