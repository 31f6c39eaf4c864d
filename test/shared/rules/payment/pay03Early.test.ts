import { describe, expect, it } from "vitest";
import { isoDate } from "#shared/kernel/dates.ts";
import { messagesOf, theFinding } from "../checking.ts";
import { drafted } from "../draftedPayment.ts";
import { changing, rightRows } from "../sampleRows.ts";

const july = "2022-07-12";

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

  it("holds an advance without a day of its own to the signing, once there was one", () => {
    const advance = changing(rightRows, "instalment", "contract-1-1", {
      ...{ kind: "advance", earliestDate: null, dueDate: null },
    });
    const signed = (on: string | null) =>
      changing(
        changing(advance, "payment", "payment-1", { paidOn: isoDate("2022-01-04") }),
        "contract",
        "contract-1",
        { signedOn: on === null ? null : isoDate(on) },
      );
    expect(messagesOf(signed(null), "PAY-03")).toEqual([]);
    expect(messagesOf(signed("2022-01-04"), "PAY-03")).toEqual([]);
    expect(messagesOf(signed("2022-01-10"), "PAY-03")).toEqual([
      "第1期（2022年第1季度）最早付款日为2022年1月10日，提前6天。",
    ]);
  });

  it("lets an advance be paid in advance", () => {
    const advance = changing(rightRows, "instalment", "contract-1-1", { kind: "advance" });
    const early = changing(advance, "payment", "payment-1", { paidOn: isoDate("2022-01-04"), isAdvance: 1 });
    expect(messagesOf(early, "PAY-03")).toEqual([]);
  });
});
