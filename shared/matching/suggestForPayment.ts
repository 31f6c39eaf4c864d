import { minCents, subtractCents, zeroCents } from "../kernel/cents.ts";
import type { Payment } from "../model/payment.ts";
import type { Facts } from "../rules/facts.ts";
import { instalmentName } from "../rules/words.ts";
import { bandOfChoice } from "./claims.ts";
import { type Group, groupsFor } from "./groups.ts";
import { type InvoiceSet, invoiceSetsFor, openInvoicesOf } from "./openInvoices.ts";
import type { Paper } from "./paper.ts";
import { payeeOf } from "./party.ts";
import { readPeriod } from "./periodText.ts";
import { bandOf, points, type Reason } from "./score.ts";
import { contractsOfVendor, nextScore } from "./suggestForInvoice.ts";
import type { Suggestion } from "./suggestion.ts";

/**
 * How a payment may be allocated to instalments and invoices, as if nothing of it were allocated yet. The suggestions of
 * the best choice come first and follow each other; then the other instalments it may be for. `[]` for a refund.
 */
export function suggestForPayment(facts: Facts, payment: Payment): readonly Suggestion[] {
  if (payment.amountCents <= 0) return [];
  const paper = paymentPaper(payment);
  const contract = facts.contractsById.get(payment.contractId ?? "");
  const party = payeeOf(facts, payment);
  const vendor = contract?.vendor ?? party?.vendor;
  const overlay = { takenCents: () => zeroCents, ignoredPaymentId: payment.id };
  const contracts = contract ? [contract] : vendor ? contractsOfVendor(facts, vendor.id) : [];
  const reason: Reason = contract
    ? { text: `付款单已关联合同${contract.row.contractNo}`, points: points.known }
    : (party?.reason ?? { text: "", points: 0 });
  const groups = groupsFor(facts, contracts, paper, reason, overlay);
  const sets =
    vendor === undefined
      ? []
      : invoiceSetsFor(facts, openInvoicesOf(facts, vendor, payment.id), paper, vendor);
  return combined(groups, sets, paper);
}

function paymentPaper(payment: Payment): Paper {
  const { periodFrom, periodTo } = payment;
  const text = `${payment.purpose} ${payment.note}`;
  const period =
    periodFrom === null
      ? readPeriod(text, payment.requestedOn)
      : { from: periodFrom, to: periodTo ?? periodFrom };
  return { amountCents: payment.amountCents, day: payment.requestedOn, text, period };
}

function combined(
  groups: readonly Group[],
  sets: readonly InvoiceSet[],
  paper: Paper,
): readonly Suggestion[] {
  const [bestSet, nextSet] = sets;
  const setBand = bestSet === undefined ? "new" : bandOf(bestSet.score, nextSet?.score ?? 0);
  if (groups.length === 0) {
    if (bestSet === undefined) return [nothingFits(paper)];
    return sets.flatMap((set, choice) =>
      pair({ choice, group: undefined, set, band: set === bestSet ? setBand : "ask" }, paper),
    );
  }
  return groups.flatMap((group, choice) => {
    const band = bandOfChoice(group, nextScore(groups, group));
    // Both halves must be sure for the whole to be.
    const isHalfSure = choice === 0 && band === "sure" && setBand !== "sure";
    return pair({ choice, group, set: bestSet, band: isHalfSure ? "ask" : band }, paper);
  });
}

type Pairing = Pick<Suggestion, "choice" | "band"> &
  Readonly<{ group: Group | undefined; set: InvoiceSet | undefined }>;

/** Lays the instalments and the invoices of a choice side by side, in order, until one of the two is used up. */
function pair({ choice, group, set, band }: Pairing, paper: Paper): readonly Suggestion[] {
  const instalments = group?.parts ?? [];
  const invoices = set?.invoices ?? [];
  const scores = [group?.score, set?.score].filter((score) => score !== undefined);
  const score = Math.round(scores.reduce((sum, value) => sum + value, 0) / Math.max(1, scores.length));
  const reasons = [
    ...(group?.reasons() ?? [{ text: "没有未付的期次", points: 0 }]),
    ...(set?.reasons ?? [{ text: "该供应商没有可用的发票", points: 0 }]),
  ];
  const suggestions: Suggestion[] = [];
  let left = paper.amountCents;
  let [atInstalment, atInvoice] = [0, 0];
  let instalmentLeft = instalments[0]?.amountCents ?? left;
  let invoiceLeft = invoices[0]?.freeCents ?? left;
  while (left > 0) {
    const part = instalments[atInstalment];
    const open = invoices[atInvoice];
    if ((part === undefined && group !== undefined) || (open === undefined && set !== undefined)) break;
    const amountCents = minCents(left, instalmentLeft, invoiceLeft);
    suggestions.push({
      choice,
      instalmentId: part?.instalment.row.id ?? null,
      invoiceId: open?.invoice.id ?? null,
      instalmentLabel:
        part === undefined
          ? null
          : `${part.instalment.contract.row.contractNo} ${instalmentName(part.instalment.row)}`,
      invoiceNumber: open?.invoice.number ?? null,
      amountCents,
      score,
      band,
      reasons,
    });
    left = subtractCents(left, amountCents);
    instalmentLeft = subtractCents(instalmentLeft, amountCents);
    invoiceLeft = subtractCents(invoiceLeft, amountCents);
    if (instalmentLeft === 0) instalmentLeft = instalments[++atInstalment]?.amountCents ?? left;
    if (invoiceLeft === 0) invoiceLeft = invoices[++atInvoice]?.freeCents ?? left;
  }
  return suggestions;
}

const nothingFits = (paper: Paper): Suggestion => ({
  choice: 0,
  instalmentId: null,
  invoiceId: null,
  instalmentLabel: null,
  invoiceNumber: null,
  amountCents: paper.amountCents,
  score: 0,
  band: "new",
  reasons: [{ text: "没有该收款方的未付期次和发票，请先登记合同或录入发票", points: 0 }],
});
