import { describe, expect, it } from "vitest";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import { supplementOf } from "../../schedule/samples.ts";
import { messagesOf, theFinding } from "../checking.ts";
import { drafted, secondQuarter } from "../draftedPayment.ts";
import { adding, changing, paymentOf, rightRows } from "../sampleRows.ts";

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
