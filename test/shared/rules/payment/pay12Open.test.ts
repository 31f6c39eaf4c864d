import { describe, expect, it } from "vitest";
import { dueItems } from "#engine/due/dueItems.ts";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import { advancesOf } from "#shared/payments/openAdvance.ts";
import type { FactRows } from "#shared/rules/factRows.ts";
import { buildFacts } from "#shared/rules/facts.ts";
import { instalmentOf } from "../../schedule/samples.ts";
import { messagesOf } from "../checking.ts";
import { adding, allocationOf, paymentOf, rightRows } from "../sampleRows.ts";

/** 240,000.00 with 72,000.00 in advance, which four quarters of 42,000.00 offset evenly. */
const advanced: FactRows = {
  ...rightRows,
  contract: rightRows.contract.map((row) =>
    row.id === "contract-1" ? { ...row, advanceCents: cents(7_200_000) } : row,
  ),
  instalment: [
    instalmentOf({
      id: asId("advance"),
      kind: "advance",
      label: "预付款",
      periodTo: isoDate("2022-01-01"),
      amountCents: cents(7_200_000),
    }),
    ...rightRows.instalment.map((row) =>
      row.contractId === "contract-1" ? { ...row, seq: row.seq + 1, amountCents: cents(4_200_000) } : row,
    ),
  ],
  payment: [
    paymentOf({
      isAdvance: 1,
      amountCents: cents(7_200_000),
      periodFrom: null,
      periodTo: null,
      paidOn: isoDate("2022-01-05"),
      requestedOn: isoDate("2022-01-04"),
    }),
    ...rightRows.payment.slice(1),
  ],
  allocation: [
    allocationOf({ instalmentId: asId("advance"), invoiceId: null, amountCents: cents(7_200_000) }),
    ...rightRows.allocation.slice(1),
  ],
};

const secondAdvance = (amount: number) =>
  adding(
    advanced,
    "payment",
    paymentOf({
      id: asId("second"),
      paymentNo: "FK-2",
      state: "draft",
      paidOn: null,
      isAdvance: 1,
      amountCents: cents(amount),
      periodFrom: null,
      periodTo: null,
    }),
  );

describe("PAY-12 with work that offsets the advance", () => {
  it("counts as open what no accepted quarter answers for", () => {
    // The first quarter is accepted: a quarter of 72,000.00 is offset.
    expect(messagesOf(advanced, "PAY-12", "2022-04-30")).toEqual(["预付款54,000.00元已115天未冲销。"]);
    expect(messagesOf({ ...advanced, acceptance: [] }, "PAY-12", "2022-04-30")).toEqual([
      "预付款72,000.00元已115天未冲销。",
    ]);
  });

  it("takes off what came back, and an invoice only as far as it was not refunded", () => {
    const refund = (amount: number, state: "paid" | "draft", invoiceId: string | null) => {
      const row = paymentOf({
        ...{ id: asId("back"), paymentNo: "FK-9", isAdvance: 1, refundOfId: asId("payment-1"), state },
        ...{ amountCents: cents(-amount), periodFrom: null, periodTo: null },
        ...{ requestedOn: isoDate("2022-02-01"), paidOn: state === "paid" ? isoDate("2022-02-02") : null },
      });
      const invoiced = [
        allocationOf({ instalmentId: asId("advance"), amountCents: cents(2_000_000) }),
        allocationOf({
          ...{ id: asId("rest"), instalmentId: asId("advance") },
          ...{ invoiceId: null, amountCents: cents(5_200_000) },
        }),
      ];
      const part = allocationOf({
        ...{ id: asId("back"), paymentId: asId("back"), instalmentId: asId("advance") },
        ...{ invoiceId: invoiceId === null ? null : asId(invoiceId), amountCents: cents(-amount) },
      });
      const rows: FactRows = {
        ...advanced,
        acceptance: [],
        payment: [...advanced.payment, row],
        allocation: [...invoiced, ...rightRows.allocation.slice(1), part],
      };
      return rows;
    };
    const open = (rows: FactRows) => {
      const facts = buildFacts(rows, isoDate("2022-04-30"));
      const advance = facts.paymentsById.get(asId("payment-1")) ?? expect.fail("no advance");
      const due = dueItems(facts, {
        projects: new Set(facts.projects.keys()),
        earlier: new Set(),
        soonDays: 30,
      });
      return [
        advancesOf(facts).openCents(advance),
        due.filter(({ kind }) => kind === "advance").map(({ amountCents }) => amountCents),
        messagesOf(rows, "PAY-12", "2022-04-30"),
      ];
    };
    const told = (amount: string) => [`预付款${amount}元已115天未冲销。`];
    expect(open(refund(1_000_000, "draft", null))).toEqual([5_200_000, [5_200_000], told("52,000.00")]);
    expect(open(refund(1_000_000, "paid", null))).toEqual([4_200_000, [4_200_000], told("42,000.00")]);
    // The invoiced part came back: what stays open is what it was.
    expect(open(refund(2_000_000, "paid", "invoice-1"))).toEqual([5_200_000, [5_200_000], told("52,000.00")]);
    expect(open(refund(5_200_000, "paid", null))).toEqual([0, [], []]);
  });

  it("lets be advanced again what was offset, and no more", () => {
    const about = (amount: number) =>
      messagesOf(secondAdvance(amount), "PAY-12", "2022-04-04").concat(
        messagesOf(secondAdvance(amount), "PAY-12", "2022-04-30").filter((text) => text.includes("比例")),
      );
    expect(about(1_800_000)).toEqual([]);
    expect(about(1_800_001)).toEqual([
      "预付比例30.00%，超过30.00%（未冲销预付款72,000.01元，合同240,000.00元）。",
    ]);
  });
});
