import { describe, expect, it } from "vitest";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import { acceptanceOf } from "../../schedule/samples.ts";
import { messagesOf, theFinding } from "../checking.ts";
import { drafted } from "../draftedPayment.ts";
import { adding, changing, removing, rightRows } from "../sampleRows.ts";

const july = "2022-07-12";

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
