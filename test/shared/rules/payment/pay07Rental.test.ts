import { describe, expect, it } from "vitest";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import { messagesOf, theFinding } from "../checking.ts";
import { adding, changing, paymentOf, rightRows } from "../sampleRows.ts";

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
