import type { ApiParsed } from "#shared/api/contract.ts";
import type { PaymentDraftInput, PaymentProposal } from "#shared/api/payments.ts";
import { sumCents } from "#shared/kernel/cents.ts";
import { UserError } from "#shared/kernel/errors.ts";
import { asId, type Id } from "#shared/kernel/id.ts";
import { suggestForInstalment } from "#shared/matching/suggestForInstalment.ts";
import { suggestForInvoice } from "#shared/matching/suggestForInvoice.ts";
import type { Suggestion } from "#shared/matching/suggestion.ts";
import type { InstalmentFact } from "#shared/rules/contractFacts.ts";
import type { Facts } from "#shared/rules/facts.ts";
import type { Context } from "../context.ts";
import { goodsOfInvoices } from "../store/invoices.ts";
import { checkDraft } from "./checkDraft.ts";
import { emptyDraft, forContract } from "./draft.ts";

type Input = ApiParsed<"payments.propose">;
type Draft = PaymentDraftInput["payment"];

/**
 * What a payment for an invoice or an instalment would look like. The best suggestion is laid into the draft only when
 * it is sure; the officer sees it before anything is saved.
 */
export async function proposePayment(context: Context, input: Input): Promise<PaymentProposal> {
  const facts = await context.facts();
  const goods = await goodsOfInvoices(context.ledger);
  const options = { goodsOf: (invoice: Readonly<{ id: Id }>) => goods.get(invoice.id) ?? "" };
  const empty = emptyDraft(facts, input.projectId, context.officer);
  const proposed = ((): Readonly<{ payment: Draft; suggestions: readonly Suggestion[] }> => {
    if (input.invoiceId !== null) {
      const invoice = facts.invoices.byId.get(input.invoiceId);
      if (invoice === undefined) throw notFound("发票");
      const suggestions = suggestForInvoice(facts, invoice, options);
      const contract = facts.instalmentsById.get(suggestions[0]?.instalmentId ?? "")?.contract;
      const payee = {
        payeeName: invoice.sellerName,
        payeeTaxId: invoice.sellerTaxId,
        vendorId: invoice.vendorId,
      };
      const base = contract === undefined ? { ...empty, ...payee } : forContract(facts, empty, contract);
      const purpose = base.purpose === "" ? (goods.get(invoice.id) ?? "") : base.purpose;
      return {
        payment: { ...base, purpose, amountCents: facts.invoices.payableCents(invoice) },
        suggestions,
      };
    }
    if (input.instalmentId !== null) {
      const instalment = facts.instalmentsById.get(input.instalmentId);
      if (instalment === undefined) throw notFound("付款期次");
      const suggestions = suggestForInstalment(facts, instalment, options);
      return { payment: forContract(facts, empty, instalment.contract), suggestions };
    }
    return { payment: empty, suggestions: [] };
  })();
  const draft = layIn(facts, proposed.payment, proposed.suggestions, input);
  const { findings } = await checkDraft(context, draft);
  return { draft, suggestions: proposed.suggestions, findings };
}

/** Lays the sure choice into the draft; for an instalment without a sure invoice, the instalment alone. */
function layIn(
  facts: Facts,
  payment: Draft,
  suggestions: readonly Suggestion[],
  { instalmentId, invoiceId }: Input,
): PaymentDraftInput {
  const [best] = suggestions;
  // The parts of one choice share its reasons.
  const choice = suggestions.filter((row) => row.reasons === best?.reasons);
  const sure = best?.band === "sure" ? choice : [];
  const only =
    instalmentId !== null && sure.length === 0 ? instalmentOnly(facts, instalmentId, best) : undefined;
  const allocations = [
    ...sure.map((row) => ({
      instalmentId: row.instalmentId === null ? null : asId(row.instalmentId),
      invoiceId: row.invoiceId === null ? null : asId(row.invoiceId),
      amountCents: row.amountCents,
    })),
    ...(only === undefined ? [] : [only]),
  ];
  const instalments = allocations
    .map((row) => facts.instalmentsById.get(row.instalmentId ?? ""))
    .filter((row) => row !== undefined);
  const amountCents =
    invoiceId === null ? sumCents(allocations.map((row) => row.amountCents)) : payment.amountCents;
  return { payment: { ...payment, ...periodOf(instalments), amountCents }, allocations };
}

const instalmentOnly = (facts: Facts, id: Id, best: Suggestion | undefined) => ({
  instalmentId: id,
  invoiceId: null,
  amountCents: best?.amountCents ?? facts.instalmentsById.get(id)?.payableCents ?? sumCents([]),
});

function periodOf(instalments: readonly InstalmentFact[]): Pick<Draft, "periodFrom" | "periodTo"> {
  const from = instalments.map(({ row }) => row.periodFrom).toSorted()[0] ?? null;
  const to =
    instalments
      .map(({ row }) => row.periodTo)
      .toSorted()
      .at(-1) ?? null;
  return { periodFrom: from, periodTo: to };
}

const notFound = (what: string): UserError =>
  new UserError({ code: "not-found", message: `找不到这张${what}。`, hint: "请刷新后再试。" });
