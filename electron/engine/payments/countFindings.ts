import type { FindingView } from "#shared/api/checks.ts";
import { asId } from "#shared/kernel/id.ts";
import type { Facts } from "#shared/rules/facts.ts";
import type { Subject } from "#shared/rules/finding.ts";
import { groupBy } from "#shared/rules/indexing.ts";
import { type FindingCounts, summaryOf } from "../checks/counts.ts";

/**
 * How many findings are open on each payment, out of those of a whole check: as many as the check of the payment alone
 * shows. A finding about no payment at all, on an invoice or a contract, is one on every payment that rests on it.
 */
export function countFindings(
  facts: Facts,
  findings: readonly FindingView[],
): ReadonlyMap<string, FindingCounts> {
  const restingOn = paperIndex(facts);
  const byPayment = new Map<string, FindingView[]>();
  for (const finding of findings) {
    const named = finding.subjects.filter(({ kind }) => kind === "payment").map(({ id }) => id);
    for (const id of new Set(named.length > 0 ? named : finding.subjects.flatMap(restingOn))) {
      const known = byPayment.get(id);
      if (known === undefined) byPayment.set(id, [finding]);
      else known.push(finding);
    }
  }
  return new Map([...byPayment].map(([id, own]) => [id, summaryOf(own)]));
}

function paperIndex(facts: Facts): (subject: Subject) => readonly string[] {
  const ofContract = groupBy(
    facts.payments.flatMap(({ row, contractUses }) =>
      contractUses.map(({ of }) => ({ contractId: of.row.id as string, paymentId: row.id })),
    ),
    ({ contractId }) => contractId,
  );
  return ({ kind, id }) => {
    switch (kind) {
      case "contract":
        return ofContract.of(id).map(({ paymentId }) => paymentId);
      case "invoice": {
        const invoice = facts.invoices.byId.get(asId(id));
        return invoice === undefined
          ? []
          : facts.usesOfInvoice.of(invoice).map(({ payment }) => payment.row.id);
      }
      default:
        return [];
    }
  };
}
