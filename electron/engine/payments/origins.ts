import type { PaymentDraftInput } from "#shared/api/payments.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Id } from "#shared/kernel/id.ts";
import { goodsNames } from "#shared/matching/goods.ts";
import { freeCents } from "#shared/matching/openInstalments.ts";
import { sellerOf } from "#shared/matching/party.ts";
import { suggestForInstalment } from "#shared/matching/suggestForInstalment.ts";
import {
  contractsOfVendor,
  invoiceFreeCents,
  suggestForInvoice,
} from "#shared/matching/suggestForInvoice.ts";
import type { Suggestion } from "#shared/matching/suggestion.ts";
import type { Invoice } from "#shared/model/invoice.ts";
import type { ContractFact } from "#shared/rules/contractFacts.ts";
import type { Facts } from "#shared/rules/facts.ts";
import { forContract } from "./draft.ts";

type Draft = PaymentDraftInput["payment"];

/** What a proposed payment starts from. */
export type Origin = Readonly<{
  payment: Draft;
  suggestions: readonly Suggestion[];
  /** What is laid in when no suggestion is sure. */
  otherwise: PaymentDraftInput["allocations"];
}>;

/** A payment of what is left of an invoice; of a dead or used-up one of all of it, so that the check says so. */
export function forInvoice(facts: Facts, id: Id, empty: Draft): Origin {
  const invoice = facts.invoices.byId.get(id);
  if (invoice === undefined) throw notFound("张发票");
  const suggestions = suggestForInvoice(facts, invoice);
  const free = invoiceFreeCents(facts, invoice);
  const amountCents = free > 0 ? free : invoice.grossCents;
  const vendor = sellerOf(facts, invoice)?.vendor;
  const contract =
    facts.instalmentsById.get(suggestions[0]?.instalmentId ?? "")?.contract ??
    onlyContract(facts, vendor?.id, empty.projectId);
  const payment =
    contract === undefined
      ? {
          ...empty,
          ...payeeOf(invoice),
          vendorId: vendor?.id ?? null,
          purpose: goodsNames(facts, invoice).join("、"),
        }
      : forContract(facts, empty, contract);
  return {
    payment: { ...payment, amountCents },
    suggestions,
    otherwise: [{ instalmentId: null, invoiceId: id, amountCents }],
  };
}

/** A payment of what is left of an instalment; of a settled one of all of it, so that the check says so. */
export function forInstalment(facts: Facts, id: Id, empty: Draft): Origin {
  const instalment = facts.instalmentsById.get(id);
  if (instalment === undefined) throw notFound("个付款期次");
  const free = freeCents(facts, instalment);
  const amountCents = free > 0 ? free : instalment.payableCents;
  return {
    payment: forContract(facts, empty, instalment.contract),
    suggestions: suggestForInstalment(facts, instalment),
    otherwise: [{ instalmentId: id, invoiceId: null, amountCents }],
  };
}

const payeeOf = ({ sellerName, sellerTaxId }: Invoice): Pick<Draft, "payeeName" | "payeeTaxId"> => ({
  payeeName: sellerName,
  payeeTaxId: sellerTaxId,
});

/** Contracts paid as needed have no instalments to be found by: then the vendor's only one in the project is meant. */
function onlyContract(facts: Facts, vendorId: Id | undefined, projectId: Id): ContractFact | undefined {
  if (vendorId === undefined) return undefined;
  const own = contractsOfVendor(facts, vendorId).filter(({ row }) => row.projectId === projectId);
  return own.length === 1 ? own[0] : undefined;
}

const notFound = (what: string): UserError =>
  new UserError({ code: "not-found", message: `找不到这${what}。`, hint: "请刷新后再试。" });
