import { describe, expect, it } from "vitest";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import { messagesOf, theFinding } from "../checking.ts";
import { inDecember } from "../hits/budgetHits.ts";
import { setting } from "../hits/hit.ts";
import { adding, changing, paymentOf } from "../sampleRows.ts";

const end = "2022-12-31";

describe("YE-04 年底集中支付", () => {
  it("compares December with the year", () => {
    expect(theFinding(inDecember(3_000_000), "YE-04", end)).toMatchObject({
      severity: "hint",
      message: "12月支付30,000.00元，占全年96,630.00元的31.05%，超过30.00%。",
      figures: { decemberCents: 3_000_000, yearCents: 9_663_000, ratioBp: 3_105, limitBp: 3_000 },
      subjects: [{ kind: "project", id: "project-1" }],
    });
    expect(messagesOf(inDecember(2_800_000), "YE-04", end)).toEqual([]);
    expect(
      messagesOf(setting("YE-04", { limitBp: 2_000 }, inDecember(2_800_000)), "YE-04", end),
    ).toHaveLength(1);
  });

  it("counts what is paid, in this year, net of what came back", () => {
    expect(messagesOf(inDecember(6_000_000), "YE-04", "2022-12-09")).toEqual([]);
    const asked = changing(inDecember(6_000_000), "payment", "december", { state: "approved", paidOn: null });
    expect(messagesOf(asked, "YE-04", end)).toEqual([]);
    const lateYear = changing(inDecember(6_000_000), "payment", "december", {
      paidOn: isoDate("2023-12-01"),
    });
    expect(messagesOf(lateYear, "YE-04", "2023-12-31")).toEqual([]);
    const back = paymentOf({
      id: asId("back"),
      paymentNo: "FK-13",
      amountCents: cents(-6_000_000),
      paidOn: isoDate("2022-12-20"),
    });
    expect(messagesOf(adding(inDecember(6_000_000), "payment", back), "YE-04", end)).toEqual([]);
  });
});
