import type { Vendor } from "../model/contract.ts";
import type { Invoice } from "../model/invoice.ts";
import { freeOfInvoice } from "../payments/free.ts";
import type { ContractFact } from "../rules/contractFacts.ts";
import type { Facts } from "../rules/facts.ts";
import { instalmentName } from "../rules/words.ts";
import { bandOfChoice } from "./claims.ts";
import { invoiceWords } from "./goods.ts";
import { type Group, groupsFor } from "./groups.ts";
import type { Overlay } from "./openInstalments.ts";
import type { Paper } from "./paper.ts";
import { sellerOf } from "./party.ts";
import type { Reason } from "./score.ts";
import type { Suggestion } from "./suggestion.ts";

/** What is not yet on any payment of an invoice. */
export const invoiceFreeCents = (facts: Facts, invoice: Invoice, ignoredPaymentId?: string) =>
  freeOfInvoice(facts, invoice, { by: "asked", except: ({ row }) => row.id === ignoredPaymentId });

export const invoicePaper = (facts: Facts, invoice: Invoice): Paper => ({
  amountCents: invoiceFreeCents(facts, invoice),
  day: invoice.issueDate,
  ...invoiceWords(facts, invoice),
});

/** Contracts in which something may be owed to a vendor. */
export const contractsOfVendor = (facts: Facts, vendorId: Vendor["id"]): readonly ContractFact[] =>
  facts.contractsOfVendor.of(vendorId).filter(({ row }) => row.state !== "draft");

/**
 * Which instalments an invoice pays: the best choice first; the suggestions of one choice (an invoice for three months)
 * follow each other. One of band `new` without an instalment when nothing fits. `[]` when nothing is left to pay on it.
 */
export function suggestForInvoice(facts: Facts, invoice: Invoice): readonly Suggestion[] {
  const paper = invoicePaper(facts, invoice);
  if (paper.amountCents <= 0) return [];
  const groups = groupsOfInvoice(facts, invoice, paper);
  return groups.length === 0
    ? [unmatched(invoice, paper, sellerOf(facts, invoice)?.reason)]
    : groups.flatMap((group, choice) =>
        toSuggestions(invoice, group, bandOfChoice(group, nextScore(groups, group)), choice),
      );
}

export function groupsOfInvoice(
  facts: Facts,
  invoice: Invoice,
  paper: Paper,
  overlay?: Overlay,
): readonly Group[] {
  const party = sellerOf(facts, invoice);
  if (party === undefined) return [];
  return groupsFor(facts, contractsOfVendor(facts, party.vendor.id), paper, party.reason, overlay);
}

export const nextScore = (groups: readonly Group[], group: Group): number =>
  Math.max(0, ...groups.filter((other) => other !== group).map((other) => other.score));

export const toSuggestions = (
  invoice: Invoice | null,
  group: Group,
  band: Suggestion["band"],
  choice = 0,
): readonly Suggestion[] => {
  const reasons = group.reasons();
  return group.parts.map(({ instalment, amountCents }) => ({
    choice,
    instalmentId: instalment.row.id,
    invoiceId: invoice?.id ?? null,
    instalmentLabel: `${instalment.contract.row.contractNo} ${instalmentName(instalment.row)}`,
    invoiceNumber: invoice?.number ?? null,
    amountCents,
    score: group.score,
    band,
    reasons,
  }));
};

export function unmatched(invoice: Invoice, paper: Paper, party: Reason | undefined): Suggestion {
  const text =
    party === undefined
      ? `没有名为${invoice.sellerName}的供应商，请先登记供应商和合同`
      : "该供应商没有未付的期次，请核对合同或新建付款";
  return {
    choice: 0,
    instalmentId: null,
    invoiceId: invoice.id,
    instalmentLabel: null,
    invoiceNumber: invoice.number,
    amountCents: paper.amountCents,
    score: 0,
    band: "new",
    reasons: [...(party === undefined ? [] : [party]), { text, points: 0 }],
  };
}
