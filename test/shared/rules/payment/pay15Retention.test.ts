import { describe, expect, it } from "vitest";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import type { FactRows } from "#shared/rules/factRows.ts";
import { instalmentOf } from "../../schedule/samples.ts";
import { messagesOf, theFinding } from "../checking.ts";
import { refundOf, retained } from "../hits/paymentHits.ts";
import { adding, allocationOf, changing, paymentOf } from "../sampleRows.ts";

/** Five percent of 240,000.00 are 12,000.00; 60,000.00 were paid in April. */
describe("PAY-15 质保金未扣留", () => {
  it("strikes when less than the retention is left, to the 分", () => {
    expect(messagesOf(retained(16_800_000), "PAY-15")).toEqual([]);
    expect(theFinding(retained(16_800_001), "PAY-15")).toMatchObject({
      severity: "warn",
      message: "应留质保金12,000.00元，本次付款后累计已付228,000.01元，只留11,999.99元。",
      figures: { retentionCents: 1_200_000, keptCents: 1_199_999, totalCents: 22_800_001 },
      subjects: [{ id: "most" }, { id: "contract-1" }],
    });
  });

  it("says how much may be paid while nothing is", () => {
    const asked = changing(retained(17_000_000), "payment", "most", { state: "pending", paidOn: null });
    expect(theFinding(asked, "PAY-15").remedy).toContain("本次最多付168,000.00元");
  });

  it("is content after the release date, without a retention, and when money came back", () => {
    const rows = retained(17_000_000);
    const due = changing(rows, "contract", "contract-1", { releaseDate: isoDate("2022-04-20") });
    expect(messagesOf(due, "PAY-15")).toEqual([]);
    expect(messagesOf(changing(rows, "contract", "contract-1", { retentionBp: 0 }), "PAY-15")).toEqual([]);
    expect(messagesOf(adding(rows, "payment", refundOf(200_000)), "PAY-15")).toEqual([]);
    const open = changing(rows, "contract", "contract-1", { amountCents: null });
    expect(messagesOf(open, "PAY-15")).toEqual([]);
  });
});

/** The retention as an instalment of its own, paid on a day. */
function released(paidOn: string): FactRows {
  const rows = adding(
    retained(1),
    "instalment",
    instalmentOf({
      id: asId("retention"),
      seq: 5,
      kind: "retention",
      label: "质保金",
      amountCents: cents(1_200_000),
      earliestDate: isoDate("2023-12-31"),
    }),
  );
  const paid = paymentOf({
    id: asId("release"),
    paymentNo: "FK-5",
    amountCents: cents(1_200_000),
    periodFrom: null,
    periodTo: null,
    requestedOn: isoDate(paidOn),
    paidOn: isoDate(paidOn),
  });
  const part = allocationOf({
    id: asId("release-part"),
    paymentId: paid.id,
    instalmentId: asId("retention"),
    invoiceId: null,
    amountCents: cents(1_200_000),
  });
  return adding(adding(rows, "payment", paid), "allocation", part);
}

describe("PAY-15 质保金提前退还", () => {
  it("counts the days to the release, which PAY-03 does not say again", () => {
    const early = released("2023-12-21");
    expect(theFinding(early, "PAY-15", "2024-01-31")).toMatchObject({
      message: "质保金12,000.00元应于2023年12月31日退还，提前10天。",
      figures: { releaseDate: "2023-12-31", paidDate: "2023-12-21", amountCents: 1_200_000 },
      subjects: [{ id: "release" }, { id: "retention" }, { id: "contract-1" }],
    });
    expect(messagesOf(early, "PAY-03", "2024-01-31")).toEqual([]);
    expect(messagesOf(released("2023-12-31"), "PAY-15", "2024-01-31")).toEqual([]);
  });

  it("goes by the instalment where the contract names no day", () => {
    const early = changing(released("2023-12-21"), "contract", "contract-1", { releaseDate: null });
    expect(messagesOf(early, "PAY-15", "2024-01-31")).toHaveLength(1);
    const never = changing(early, "instalment", "retention", { earliestDate: null });
    expect(messagesOf(never, "PAY-15", "2024-01-31")).toEqual([]);
  });
});
