import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import type { Row } from "#shared/model/ledger.ts";
import type { FactRows } from "#shared/rules/factRows.ts";
import { acceptanceOf } from "../schedule/samples.ts";
import { adding, allocationOf, invoiceOf, paymentOf, rightRows } from "./sampleRows.ts";

/** Of the payment that is drafted in these tests. */
export const secondQuarter = { periodFrom: isoDate("2022-04-01"), periodTo: isoDate("2022-06-30") } as const;

/** A payment for the second quarter, with its invoice, allocated or not. */
export function drafted(
  amount: number,
  options: { changes?: Partial<Row<"payment">>; instalmentId?: string | null; rows?: FactRows } = {},
): FactRows {
  const { changes = {}, instalmentId = "contract-1-2", rows = rightRows } = options;
  const invoice = invoiceOf({
    id: asId("invoice-3"),
    number: "22312000000000000422",
    issueDate: isoDate("2022-07-05"),
    netCents: cents(amount),
    taxCents: cents(0),
    grossCents: cents(amount),
  });
  const payment = paymentOf({
    id: asId("draft"),
    paymentNo: "FK-2022-003",
    state: "draft",
    amountCents: cents(amount),
    requestedOn: isoDate("2022-07-08"),
    paidOn: null,
    ...secondQuarter,
    ...changes,
  });
  const part = allocationOf({
    id: asId("draft-part"),
    paymentId: payment.id,
    instalmentId: instalmentId === null ? null : asId(instalmentId),
    invoiceId: invoice.id,
    amountCents: cents(amount),
  });
  const accepted = acceptanceOf({
    id: asId("acceptance-2"),
    instalmentId: asId("contract-1-2"),
    acceptedOn: isoDate("2022-07-04"),
    ...secondQuarter,
  });
  const withPapers = adding(adding(rows, "invoice", invoice), "acceptance", accepted);
  return adding(adding(withPapers, "payment", payment), "allocation", part);
}
