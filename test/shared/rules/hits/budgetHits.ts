import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { decimal } from "#shared/kernel/decimal.ts";
import { asId } from "#shared/kernel/id.ts";
import type { FactRows } from "#shared/rules/factRows.ts";
import { adding, changing, paymentOf, rightRows } from "../sampleRows.ts";
import type { Hits } from "./hit.ts";
import { payment } from "./paymentHits.ts";

/** So much carried over from the year before, out of the money of the year. */
export const carriedOver = (
  amount: number,
  rows: FactRows = rightRows,
  projectId = "project-1",
): FactRows => ({
  ...rows,
  fundingSource: [
    ...rows.fundingSource,
    {
      id: asId(`carry-${projectId}`),
      projectId: asId(projectId),
      scope: "annual",
      kind: "carryOver",
      amountCents: cents(amount),
    },
  ],
});

/** So much paid in December beside what was paid in April. */
export const inDecember = (amount: number): FactRows =>
  adding(
    rightRows,
    "payment",
    paymentOf({
      id: asId("december"),
      paymentNo: "FK-12",
      amountCents: cents(amount),
      requestedOn: isoDate("2022-12-01"),
      paidOn: isoDate("2022-12-10"),
    }),
  );

export const budgetHits: Hits = {
  "BUD-01": { rows: payment({ amountCents: cents(30_000_000) }) },
  "BUD-02": { rows: changing(rightRows, "budgetLine", "line-2", { amountCents: cents(100) }) },
  "BUD-03": { rows: payment({ economicCode: "30299" }) },
  "BUD-04": { rows: changing(rightRows, "budgetLine", "line-2", { amountCents: cents(100) }) },
  "BUD-05": { rows: rightRows, day: "2022-07-08" },
  "BUD-06": {
    rows: changing(rightRows, "fundingSource", "funding-annual-sum", { amountCents: cents(1) }),
  },
  "BUD-07": {
    rows: changing(rightRows, "budgetLine", "line-1", {
      procurementType: "goods",
      economicCode: "30201",
      unitPrice: decimal("1000"),
    }),
  },
  "YE-01": { rows: changing(rightRows, "invoice", "invoice-1", { issueDate: isoDate("2021-12-31") }) },
  "YE-02": { rows: payment({ periodFrom: isoDate("2021-12-01") }) },
  "YE-03": { rows: carriedOver(10_000_000), day: "2022-06-30" },
  "YE-04": { rows: inDecember(6_000_000), day: "2022-12-31" },
  "YE-05": { rows: payment({ paidOn: isoDate("2022-12-21") }), day: "2022-12-31" },
};
