import type { ApiParsed } from "#shared/api/contract.ts";
import type { PaymentDraftInput, PaymentProposal } from "#shared/api/payments.ts";
import { sumCents } from "#shared/kernel/cents.ts";
import { formatPeriodText } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import type { Facts } from "#shared/rules/facts.ts";
import type { Context } from "../context.ts";
import { checkDraft } from "./checkDraft.ts";
import { emptyDraft } from "./draft.ts";
import { forInstalment, forInvoice, type Origin } from "./origins.ts";
import { noSuchProject } from "./savePayment.ts";

/**
 * What a payment for an invoice or an instalment would look like. The best suggestion is laid into the draft only when
 * it is sure, else the paper alone that was asked about; the officer sees it before anything is saved.
 */
export async function proposePayment(
  context: Context,
  input: ApiParsed<"payments.propose">,
): Promise<PaymentProposal> {
  const facts = await context.facts();
  if (!facts.projects.has(input.projectId)) throw noSuchProject();
  const empty = emptyDraft(facts, input.projectId, context.officer);
  const origin = originOf(facts, input, empty);
  const draft = layIn(facts, origin);
  const { findings } = await checkDraft(context, draft);
  return { draft, suggestions: origin.suggestions, findings };
}

function originOf(
  facts: Facts,
  { invoiceId, instalmentId }: ApiParsed<"payments.propose">,
  empty: PaymentDraftInput["payment"],
): Origin {
  if (invoiceId !== null) return forInvoice(facts, invoiceId, empty);
  if (instalmentId !== null) return forInstalment(facts, instalmentId, empty);
  return { payment: empty, suggestions: [], otherwise: [] };
}

/** The parts of the sure choice, or what there is without one; the payment says the period they are for. */
function layIn(facts: Facts, { payment, suggestions, otherwise }: Origin): PaymentDraftInput {
  const [best] = suggestions;
  const sure = best?.band === "sure" ? suggestions.filter((row) => row.choice === best.choice) : [];
  const allocations =
    sure.length === 0
      ? otherwise
      : sure.map(({ instalmentId, invoiceId, amountCents }) => ({
          instalmentId: instalmentId === null ? null : asId(instalmentId),
          invoiceId: invoiceId === null ? null : asId(invoiceId),
          amountCents,
        }));
  // An invoice asks for all of its money; an instalment for what is laid in.
  const amountCents =
    payment.amountCents === 0 ? sumCents(allocations.map((row) => row.amountCents)) : payment.amountCents;
  return {
    payment: { ...payment, ...periodWords(facts, payment, allocations), amountCents },
    allocations: [...allocations],
  };
}

/** What a payment says of its period: that of its instalments together, before its purpose. */
export function periodWords(
  facts: Facts,
  { purpose }: PaymentDraftInput["payment"],
  allocations: Origin["otherwise"],
): Pick<PaymentDraftInput["payment"], "periodFrom" | "periodTo" | "purpose"> {
  const rows = allocations.flatMap(
    ({ instalmentId }) => facts.instalmentsById.get(instalmentId ?? "")?.row ?? [],
  );
  const from = rows.map((row) => row.periodFrom).toSorted()[0];
  const to = rows
    .map((row) => row.periodTo)
    .toSorted()
    .at(-1);
  if (from === undefined || to === undefined) return { periodFrom: null, periodTo: null, purpose };
  return { periodFrom: from, periodTo: to, purpose: `${formatPeriodText(from, to)}${purpose}` };
}
