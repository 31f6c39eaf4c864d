import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import type { Row } from "#shared/model/ledger.ts";
import { checkLedger, checkPayment } from "#shared/rules/check.ts";
import type { FactRows } from "#shared/rules/factRows.ts";
import { buildFacts, type Facts } from "#shared/rules/facts.ts";
import { orderBetween } from "#shared/rules/paymentOrder.ts";
import { tallySum } from "#shared/rules/tally.ts";
import { type PaymentChange, withPayment } from "#shared/rules/withPayment.ts";
import { day } from "./checking.ts";
import { adding, allocationOf, invoiceOf, paymentOf, rightRows } from "./sampleRows.ts";

/** More papers than the right rows need, so that payments can share them in every way. */
const rows: FactRows = adding(
  rightRows,
  "invoice",
  ...["A", "B"].map((name, index) =>
    invoiceOf({ id: asId(`spare-${name}`), number: `2231200000000000010${index}` }),
  ),
);

const ids = ["payment-1", "payment-2", "new-1", "new-2", "new-3"].map(asId);
const orNull = <Value>(...values: readonly Value[]) => fc.constantFrom(null, ...values);
const dates = fc.constantFrom("2022-03-02", "2022-04-06", "2022-04-30", "2022-06-01").map(isoDate);
const limits = [0, 221_000, 6_000_000, 6_221_001, 12_000_000, 18_000_000].map(cents);
const amounts = fc.constantFrom(6_000_000, 1, 221_000, -1_000, 9_000_000).map(cents);

const paymentRow: fc.Arbitrary<Partial<Row<"payment">>> = fc.record({
  state: fc.constantFrom("draft", "pending", "approved", "paid"),
  amountCents: amounts,
  isAdvance: fc.constantFrom(0, 0, 0, 1),
  contractId: orNull(...rows.contract.map((row) => row.id)),
  budgetLineId: orNull(...rows.budgetLine.map((row) => row.id)),
  periodFrom: orNull("2022-01-01", "2022-04-01").map((date) => (date === null ? null : isoDate(date))),
  periodTo: orNull("2022-03-31", "2022-06-30").map((date) => (date === null ? null : isoDate(date))),
  requestedOn: dates,
  paidOn: dates,
});

const links = fc.array(
  fc.record({
    instalmentId: orNull(...rows.instalment.map((row) => row.id)),
    invoiceId: orNull(...rows.invoice.map((row) => row.id)),
    amountCents: amounts,
  }),
  { maxLength: 3 },
);

const rowsWithPayment = (before: FactRows, { id, row, allocations: own }: PaymentChange): FactRows => ({
  ...before,
  payment: [...before.payment.filter((other) => other.id !== id), ...(row === undefined ? [] : [row])],
  allocation: [...before.allocation.filter((other) => other.paymentId !== id), ...own],
});

const change: fc.Arbitrary<PaymentChange> = fc
  .record({ id: fc.constantFrom(...ids), row: fc.option(paymentRow, { freq: 6 }), parts: links })
  .map(({ id, row, parts }) => ({
    id,
    row: row === null ? undefined : paymentOf({ ...row, id, paymentNo: `FK-${id}` }),
    allocations:
      row === null
        ? []
        : parts.map((part, index) =>
            allocationOf({ ...part, id: asId(`${id}-part-${index}`), paymentId: id }),
          ),
  }));

/** All that facts say of payments, with orders told by their places. */
const told = (facts: Facts) => ({
  payments: facts.payments.map((payment) => ({
    ...payment,
    order: "",
    contract: payment.contract?.row.id,
    found: facts.paymentsById.get(payment.row.id) === payment,
    ofContract: payment.contract && facts.paymentsOfContract.of(payment.contract).map(({ row }) => row.id),
    line: facts.budget.lineUsedBefore(payment),
    project: facts.budget.projectUsedBefore(payment),
  })),
  within: limits.map((limit) => [
    ...facts.rows.budgetLine.map(({ id }) => facts.budget.lineStaysWithin(id, limit)),
    ...facts.rows.project.map(({ id }) => facts.budget.projectStaysWithin(id, limit)),
  ]),
  most: [
    ...facts.rows.budgetLine.map(({ id }) => facts.takenOfLine.of(id)),
    ...facts.rows.project.map(({ id }) => facts.takenOfProject.of(id)),
  ],
  uses: [
    ...facts.contracts.map((of) => facts.usesOfContract.of(of)),
    ...facts.rows.invoice.map((of) => facts.usesOfInvoice.of(of)),
    ...facts.contracts.flatMap(({ instalments }) => instalments).map((of) => facts.usesOfInstalment.of(of)),
  ].map((uses) =>
    uses.map(({ payment, use }) => [payment.row.id, use.cents, use.before, facts.payments.includes(payment)]),
  ),
  inOrder: facts.payments.every((payment, index) => payment.order > (facts.payments[index - 1]?.order ?? -9)),
});

/** The highest that use of a line stands at after any of its payments. */
const highestOn = ({ payments, budget }: Facts, lineId: string): number =>
  Math.max(
    0,
    ...payments
      .filter(({ lineUse, row, isPaid }) => lineUse?.of.id === lineId && (row.amountCents > 0 || isPaid))
      .map((payment) => tallySum(budget.lineUsedBefore(payment)) + payment.row.amountCents),
  );

describe("facts with one payment in place of another", () => {
  it("are the facts of the rows with it, and so are its findings and all others", () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
        let facts = buildFacts(rows, isoDate(day));
        for (const one of changes) {
          const whole = buildFacts(rowsWithPayment(facts.rows, one), isoDate(day));
          facts = withPayment(facts, one);
          expect(facts.rows).toEqual(whole.rows);
          expect(told(facts)).toEqual(told(whole));
          for (const { id } of rows.budgetLine)
            for (const limit of limits)
              expect(facts.budget.lineStaysWithin(id, limit)).toBe(highestOn(facts, id) <= limit);
          expect(checkPayment(facts, one.id)).toEqual(checkPayment(whole, one.id));
          expect(checkLedger(facts)).toEqual(checkLedger(whole));
        }
      }),
      { numRuns: 60 },
    );
  });

  it("leave the facts before as they were, and the payments that have nothing to do with it", () => {
    const facts = buildFacts(rows, isoDate(day));
    const before = told(facts);
    const draft = paymentOf({ id: asId("draft"), paymentNo: "FK-0", state: "draft", contractId: null });
    const after = withPayment(facts, { id: draft.id, row: draft, allocations: [] });
    expect(told(facts)).toEqual(before);
    expect(after.payments.filter((payment) => facts.payments.includes(payment))).toEqual(facts.payments);
  });

  it("find room for a payment among any others, however often one goes in at the same place", () => {
    let facts = buildFacts(rows, isoDate(day));
    for (let count = 0; count < 120; count += 1) {
      const row = paymentOf({
        id: asId(`again-${count}`),
        paymentNo: `FK-${String(500 - count)}`,
        state: "draft",
        contractId: null,
      });
      facts = withPayment(facts, { id: row.id, row, allocations: [] });
    }
    const whole = buildFacts(facts.rows, isoDate(day));
    expect(facts.payments.map(({ row }) => row.id)).toEqual(whole.payments.map(({ row }) => row.id));
  });
});

it("there is an order between two neighbours until there is no number left", () => {
  expect([
    orderBetween(undefined, undefined),
    orderBetween(4, undefined),
    orderBetween(undefined, 4),
  ]).toEqual([0, 5, 3]);
  expect(orderBetween(1, 2)).toBe(1.5);
  expect(orderBetween(1, 1 + Number.EPSILON)).toBeUndefined();
});
