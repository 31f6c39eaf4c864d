import { describe, expect, it } from "vitest";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import { messagesOf, theFinding } from "../checking.ts";
import { drafted, secondQuarter } from "../draftedPayment.ts";
import { adding, changing, paymentOf, removing } from "../sampleRows.ts";

const july = "2022-07-12";

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
