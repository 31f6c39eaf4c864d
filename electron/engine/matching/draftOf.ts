import type { PaymentDraftInput } from "#shared/api/payments.ts";
import type { PlannedPayment } from "#shared/matching/plan.ts";
import type { Facts } from "#shared/rules/facts.ts";
import { emptyDraft, forContract } from "../payments/draft.ts";
import { periodWords } from "../payments/proposePayment.ts";

/** The payment that a match becomes: to the other party of its contract, for the period of its instalments. */
export function draftOf(
  facts: Facts,
  { match, parts, amountCents }: PlannedPayment,
  officer: string,
): PaymentDraftInput["payment"] {
  const [first] = parts;
  if (first === undefined) throw new Error(`no instalment for invoice ${match.invoice.id}`);
  const { contract } = first.instalment;
  const draft = forContract(facts, emptyDraft(facts, contract.row.projectId, officer), contract);
  const allocations = parts.map(({ instalment, amountCents: part }) => ({
    instalmentId: instalment.row.id,
    invoiceId: match.invoice.id,
    amountCents: part,
  }));
  return { ...draft, ...periodWords(facts, draft, allocations), amountCents };
}
