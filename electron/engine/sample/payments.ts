import type { Row } from "#shared/model/ledger.ts";
import { allocationRows, type PaymentDraft, paymentRow } from "./paymentDraft.ts";
import { openPayments } from "./paymentsOpen.ts";
import { paidPayments } from "./paymentsPaid.ts";

const drafts: readonly PaymentDraft[] = [...paidPayments, ...openPayments].toSorted((a, b) =>
  a.requestedOn < b.requestedOn ? -1 : a.requestedOn > b.requestedOn ? 1 : 0,
);

export const payments: readonly Row<"payment">[] = drafts.map(paymentRow);

export const allocations: readonly Row<"allocation">[] = drafts.flatMap(allocationRows);
