import { expect, it } from "vitest";
import { isoDate } from "#shared/kernel/dates.ts";
import { buildFacts } from "#shared/rules/facts.ts";
import type { PaymentFact } from "#shared/rules/paymentFacts.ts";
import { indexPayments, reindexPayments } from "#shared/rules/paymentIndex.ts";
import { day } from "./checking.ts";
import { rightRows } from "./sampleRows.ts";

/** A list that tells how often it was gone through. */
function counted(payments: readonly PaymentFact[]) {
  let walks = 0;
  const list = Object.assign([...payments], {
    [Symbol.iterator]: () => {
      walks += 1;
      return payments[Symbol.iterator]();
    },
  });
  return { list, walks: () => walks };
}

it("another index is made of the payments exchanged alone, and the sums when they are asked for", () => {
  const { payments } = buildFacts(rightRows, isoDate(day));
  const stored = counted(payments);
  const payment = payments.find(({ row }) => row.amountCents > 0);
  if (payment === undefined) throw new Error("something is paid");
  const [first, { projectId }] = [indexPayments(stored.list), payment.row];
  let index = first;
  for (let count = 0; count < 3; count += 1)
    index = reindexPayments(index, payments, { gone: [], come: [payment] });
  index = reindexPayments(index, payments, { gone: [payment], come: [] });
  expect(stored.walks()).toBe(0);
  expect(index.takenOfProject.of(projectId) - first.takenOfProject.of(projectId)).toBe(
    2 * payment.row.amountCents,
  );
  expect(stored.walks()).toBe(1);
});
