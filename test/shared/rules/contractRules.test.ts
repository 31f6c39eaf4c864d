import { describe, expect, it } from "vitest";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import { contractOf, supplementOf } from "../schedule/samples.ts";
import { messagesOf, theFinding } from "./checking.ts";
import { adding, allocationOf, changing, paymentOf, removing, rightRows } from "./sampleRows.ts";

describe("CON-01 无合同付款", () => {
  const loose = (amount: number, changes: Parameters<typeof paymentOf>[0] = {}) =>
    adding(
      rightRows,
      "payment",
      paymentOf({
        id: asId("loose"),
        paymentNo: "FK-2022-009",
        contractId: null,
        amountCents: cents(amount),
        ...changes,
      }),
    );

  it("strikes from the limit on", () => {
    expect(messagesOf(loose(1_000_000), "CON-01")).toEqual([
      "单笔10,000.00元达到合同起点10,000.00元，未关联合同。",
    ]);
    expect(messagesOf(loose(999_999), "CON-01")).toEqual([]);
  });

  it("takes the limit of the office, and is off without one", () => {
    const set = (limitCents: number | null) =>
      adding(loose(3_000_000), "ruleSetting", {
        id: asId("setting"),
        ruleId: "CON-01",
        severity: null,
        paramsJson: JSON.stringify({ limitCents }),
      });
    expect(messagesOf(set(3_000_001), "CON-01")).toEqual([]);
    expect(messagesOf(set(3_000_000), "CON-01")).toHaveLength(1);
    expect(messagesOf(set(null), "CON-01")).toEqual([]);
  });

  it("finds the contract through the instalment", () => {
    const part = allocationOf({
      id: asId("loose-part"),
      paymentId: asId("loose"),
      instalmentId: asId("contract-1-2"),
      invoiceId: null,
    });
    expect(messagesOf(adding(loose(6_000_000), "allocation", part), "CON-01")).toEqual([]);
  });
});

describe("CON-03 合同过期付款", () => {
  const forPeriod = (from: string, to: string) =>
    changing(rightRows, "payment", "payment-1", { periodFrom: isoDate(from), periodTo: isoDate(to) });

  it("strikes for a period outside the term", () => {
    expect(messagesOf(forPeriod("2023-01-01", "2023-03-31"), "CON-03")).toEqual([
      "付款所属期2023年第1季度超出合同期限（2022年1月1日至2022年12月31日）。",
    ]);
    expect(messagesOf(forPeriod("2022-12-01", "2023-01-01"), "CON-03")).toHaveLength(1);
    expect(messagesOf(forPeriod("2021-12-31", "2022-03-31"), "CON-03")).toHaveLength(1);
    expect(messagesOf(forPeriod("2022-10-01", "2022-12-31"), "CON-03")).toEqual([]);
  });

  it("knows an extension from the day it is signed, and an early end from the day it takes effect", () => {
    const extended = adding(
      forPeriod("2023-01-01", "2023-03-31"),
      "supplement",
      supplementOf({
        kind: "term",
        deltaCents: cents(0),
        signedOn: isoDate("2022-04-20"),
        effectiveOn: isoDate("2022-12-01"),
        newEndDate: isoDate("2023-03-31"),
      }),
    );
    expect(messagesOf(extended, "CON-03")).toEqual([]);
    expect(messagesOf(extended, "CON-03", "2022-04-19")).toHaveLength(1);
    const ended = adding(
      forPeriod("2022-07-01", "2022-09-30"),
      "supplement",
      supplementOf({
        kind: "terminate",
        signedOn: isoDate("2022-04-20"),
        effectiveOn: isoDate("2022-04-29"),
      }),
    );
    expect(messagesOf(ended, "CON-03", "2022-04-28")).toEqual([]);
    expect(messagesOf(ended, "CON-03", "2022-04-30")).toHaveLength(1);
  });

  it("reads the period off the instalments where the payment says none", () => {
    const silent = changing(rightRows, "payment", "payment-1", { periodFrom: null, periodTo: null });
    expect(messagesOf(silent, "CON-03")).toEqual([]);
    const moved = changing(silent, "instalment", "contract-1-1", { periodTo: isoDate("2023-01-31") });
    expect(messagesOf(moved, "CON-03")).toHaveLength(1);
  });
});

describe("CON-05 合同金额≠付款计划", () => {
  it("strikes when the instalments do not add up to the sum", () => {
    const rows = changing(rightRows, "instalment", "contract-1-4", { amountCents: cents(5_000_000) });
    expect(theFinding(rows, "CON-05")).toMatchObject({
      message: "付款计划合计230,000.00元，与合同金额240,000.00元相差10,000.00元。",
      figures: { planCents: 23_000_000, contractCents: 24_000_000, differenceCents: -1_000_000 },
      subjects: [{ kind: "contract", id: "contract-1", label: "HT-2022-01" }],
    });
    expect(messagesOf(removing(rightRows, "instalment", "contract-1-4"), "CON-05")).toHaveLength(1);
  });

  it("counts supplements, and accepts a plan that holds a signed one ahead of its day", () => {
    const more = supplementOf({ signedOn: isoDate("2022-04-10"), effectiveOn: isoDate("2022-07-01") });
    const signed = adding(rightRows, "supplement", more);
    const planned = changing(signed, "instalment", "contract-1-4", { amountCents: cents(8_000_000) });
    expect(messagesOf(planned, "CON-05")).toEqual([]);
    expect(messagesOf(planned, "CON-05", "2022-07-01")).toEqual([]);
    expect(messagesOf(signed, "CON-05")).toEqual([]);
    expect(messagesOf(signed, "CON-05", "2022-07-01")).toHaveLength(1);
  });

  it("asks a contract that was ended early to say what it no longer owes", () => {
    const ended = (delta: number) =>
      adding(
        removing(rightRows, "instalment", "contract-1-4"),
        "supplement",
        supplementOf({
          kind: "terminate",
          signedOn: isoDate("2022-04-20"),
          effectiveOn: isoDate("2022-09-30"),
          deltaCents: cents(delta),
        }),
      );
    expect(messagesOf(ended(-6_000_000), "CON-05")).toEqual([]);
    expect(messagesOf(ended(0), "CON-05")).toEqual([
      "付款计划合计180,000.00元，与合同金额240,000.00元相差60,000.00元。",
    ]);
  });

  it("asks no plan of contracts without a sum, paid as needed, or paid at once", () => {
    const added = (changes: Parameters<typeof contractOf>[0]) =>
      adding(
        rightRows,
        "contract",
        contractOf({ id: asId("contract-9"), contractNo: "HT-2022-09", ...changes }),
      );
    expect(messagesOf(added({ kind: "asNeeded" }), "CON-05")).toEqual([]);
    expect(messagesOf(added({ kind: "framework" }), "CON-05")).toEqual([]);
    expect(messagesOf(added({ kind: "oneOff" }), "CON-05")).toEqual([]);
    expect(messagesOf(added({ amountCents: null }), "CON-05")).toEqual([]);
    expect(messagesOf(added({ kind: "quarterly" }), "CON-05")).toHaveLength(1);
  });
});
