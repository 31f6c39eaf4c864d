import type { DueItem } from "#shared/api/due.ts";
import { invoiceAlarm } from "#shared/invoices/alarm.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Facts } from "#shared/rules/facts.ts";
import { ofInvoice } from "#shared/rules/words.ts";
import { partyOf } from "./party.ts";

/** An item of each project that a payment on a voided or taken back invoice is of. */
export type ReversedItem = Readonly<{
  projectId: Id;
  item: DueItem;
  /** Money is out: then it is not over with its year. */
  isPaid: boolean;
}>;

/** Invoices that were voided or taken back while payments use them; of the day the last red one was issued. */
export const reversedItems = (facts: Facts): readonly ReversedItem[] =>
  facts.rows.invoice.flatMap((invoice) => {
    const alarm = invoiceAlarm(facts, invoice);
    const [payment] = facts.usesOfInvoice.of(invoice).map((use) => use.payment);
    if (alarm === undefined || payment === undefined) return [];
    const { row, contract } = payment;
    const party =
      contract === undefined
        ? { projectName: facts.projects.get(row.projectId)?.name ?? "", contractNo: "", contractName: "" }
        : partyOf(facts, contract);
    const days = alarm.reds.map(({ issueDate }) => issueDate).toSorted();
    return {
      projectId: row.projectId,
      isPaid: alarm.degree === "paid",
      item: {
        key: `reversed|${invoice.id}`,
        kind: "reversed",
        // It comes back or is exchanged: nothing of it is still to be paid.
        amountCents: null,
        date: days.at(-1) ?? null,
        days: null,
        ...party,
        vendorName: invoice.sellerName,
        what: `发票${invoice.number}`,
        why: alarm.message.replace(/。$/, ""),
        next: alarm.remedy,
        subject: ofInvoice(invoice),
      },
    };
  });
