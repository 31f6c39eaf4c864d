import { describe, expect, it } from "vitest";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import type { Row } from "#shared/model/ledger.ts";
import type { FactRows } from "#shared/rules/factRows.ts";
import { messagesOf, theFinding } from "../checking.ts";
import { refundOf } from "../hits/paymentHits.ts";
import { adding, changing, paymentOf, rightRows } from "../sampleRows.ts";

/** A quarterly contract without a plan: its payments say their period and no more. */
const unplanned: FactRows = {
  ...rightRows,
  instalment: rightRows.instalment.filter((row) => row.contractId !== "contract-1"),
  allocation: rightRows.allocation.map((row) =>
    row.paymentId === "payment-1" ? { ...row, instalmentId: null } : row,
  ),
};

const second = (
  from: string,
  to: string,
  changes: Partial<Row<"payment">> = {},
  rows = unplanned,
): FactRows =>
  adding(
    rows,
    "payment",
    paymentOf({
      id: asId("second"),
      paymentNo: "FK-2",
      state: "draft",
      paidOn: null,
      periodFrom: isoDate(from),
      periodTo: isoDate(to),
      amountCents: cents(2_000_000),
      ...changes,
    }),
  );

describe("PAY-06 同一期间重复支付 without a plan", () => {
  it("finds days paid twice although the periods are not the same", () => {
    expect(theFinding(second("2022-03-01", "2022-04-30"), "PAY-06")).toMatchObject({
      severity: "block",
      message: "2022年3月至2022年4月款项已支付（付款单FK-2022-001，60,000.00元）。",
      figures: { periodFromDate: "2022-03-01", usedCents: 6_000_000, thisCents: 2_000_000 },
      subjects: [{ id: "second" }, { id: "contract-1" }],
    });
    expect(messagesOf(second("2022-03-31", "2022-03-31"), "PAY-06")).toHaveLength(1);
    expect(messagesOf(second("2022-04-01", "2022-06-30"), "PAY-06")).toEqual([]);
  });

  it("looks at the same budget line and payee alone", () => {
    expect(
      messagesOf(second("2022-01-01", "2022-03-31", { budgetLineId: asId("line-2") }), "PAY-06"),
    ).toEqual([]);
    expect(messagesOf(second("2022-01-01", "2022-03-31", { vendorId: asId("vendor-2") }), "PAY-06")).toEqual(
      [],
    );
  });

  it("lets be paid anew what came back", () => {
    const back = adding(second("2022-01-01", "2022-03-31"), "payment", refundOf(6_000_000));
    expect(messagesOf(back, "PAY-06")).toEqual([]);
    const part = adding(second("2022-01-01", "2022-03-31"), "payment", refundOf(1_000_000));
    expect(messagesOf(part, "PAY-06")).toEqual([
      "2022年第1季度款项已支付（付款单FK-2022-001，50,000.00元）。",
    ]);
  });

  it("warns of two bills of one month that have no contract, where the line is paid by the month", () => {
    const free = changing(unplanned, "payment", "payment-1", { contractId: null });
    const again = second("2022-03-01", "2022-03-31", { contractId: null }, free);
    expect(theFinding(again, "PAY-06")).toMatchObject({ severity: "warn", subjects: [{ id: "second" }] });
    const asNeeded = changing(again, "budgetLine", "line-1", { payMode: "asNeeded" });
    expect(messagesOf(asNeeded, "PAY-06")).toEqual([]);
    expect(messagesOf(changing(again, "payment", "second", { periodFrom: null }), "PAY-06")).toEqual([]);
  });
});
