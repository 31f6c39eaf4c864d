import { addCents, sumCents, zeroCents } from "#shared/kernel/cents.ts";
import type { IsoDate } from "#shared/kernel/dates.ts";
import type { Invoice } from "#shared/model/invoice.ts";
import type { InstalmentFact } from "#shared/rules/contractFacts.ts";
import type { Facts } from "#shared/rules/facts.ts";
import { acceptanceState } from "#shared/schedule/acceptanceState.ts";
import { isSuspended, suspensionsOf } from "#shared/schedule/contractState.ts";
import { type InstalmentStanding, instalmentStatus } from "#shared/schedule/instalmentStatus.ts";

export type Standing = InstalmentStanding &
  Readonly<{ invoices: readonly Invoice[]; paymentNos: readonly string[] }>;

/** Where an instalment stands on the day of the facts, with the papers on it. */
export function standingOf(facts: Facts, instalment: InstalmentFact): Standing {
  const uses = facts.usesOfInstalment.of(instalment);
  const { supplements, acceptances } = instalment.contract;
  const invoices = new Map<string, Invoice>();
  let invoicedCents = zeroCents;
  let invoicedOn: IsoDate | null = null;
  // In place: a schedule has 24,000 instalments, and most have no more than one payment.
  for (const { payment } of uses) {
    for (const { instalmentId, invoiceId, amountCents } of payment.allocations) {
      if (instalmentId !== instalment.row.id || invoiceId === null) continue;
      invoicedCents = addCents(invoicedCents, amountCents);
      const invoice = facts.invoices.byId.get(invoiceId);
      if (invoice === undefined) continue;
      invoices.set(invoice.number, invoice);
      if (invoicedOn === null || invoice.issueDate > invoicedOn) invoicedOn = invoice.issueDate;
    }
  }
  const standing = instalmentStatus(
    instalment.row,
    instalment.contract.row,
    {
      invoicedCents,
      paidCents: sumCents(uses.filter(({ payment }) => payment.isPaid).map(({ use }) => use.cents)),
      deductionCents: instalment.deductionCents,
      acceptance: acceptanceState(instalment.row, acceptances),
      invoicedOn,
      isSuspended:
        supplements.length > 0 &&
        isSuspended(suspensionsOf(supplements, facts.asOf), {
          from: instalment.row.periodFrom,
          to: instalment.row.periodTo,
        }),
    },
    facts.asOf,
    facts.calendar,
  );
  return {
    ...standing,
    invoices: [...invoices.values()],
    paymentNos: [...new Set(uses.map(({ payment }) => payment.row.paymentNo))],
  };
}
