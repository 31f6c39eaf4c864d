import { sumCents } from "#shared/kernel/cents.ts";
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
  const links = uses.flatMap(({ payment }) =>
    payment.allocations.filter((row) => row.instalmentId === instalment.row.id && row.invoiceId !== null),
  );
  const invoices = new Map<string, Invoice>();
  for (const { invoiceId } of links) {
    const invoice = invoiceId === null ? undefined : facts.invoices.byId.get(invoiceId);
    if (invoice !== undefined) invoices.set(invoice.number, invoice);
  }
  const issueDates = [...invoices.values()].map((invoice) => invoice.issueDate).toSorted();
  const standing = instalmentStatus(
    instalment.row,
    instalment.contract.row,
    {
      invoicedCents: sumCents(links.map((row) => row.amountCents)),
      paidCents: sumCents(uses.filter(({ payment }) => payment.isPaid).map(({ use }) => use.cents)),
      deductionCents: instalment.deductionCents,
      acceptance: acceptanceState(instalment.row, instalment.contract.acceptances),
      invoicedOn: issueDates.at(-1) ?? null,
      isSuspended: isSuspended(suspensionsOf(instalment.contract.supplements, facts.asOf), {
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
