import type { InstalmentFact } from "../rules/contractFacts.ts";
import type { Facts } from "../rules/facts.ts";
import { instalmentName } from "../rules/words.ts";
import { bandOfChoice, claimReasons } from "./claims.ts";
import { claimsOn, freeCents } from "./openInstalments.ts";
import { openInvoicesOf } from "./openInvoices.ts";
import { groupsOfInvoice, invoicePaper } from "./suggestForInvoice.ts";
import type { Suggestion } from "./suggestion.ts";

/** Which invoices an instalment may be paid on, the best first; one of band `new` when there is none. */
export function suggestForInstalment(facts: Facts, instalment: InstalmentFact): readonly Suggestion[] {
  const free = freeCents(facts, instalment);
  const { vendor, row } = instalment.contract;
  if (free <= 0) return [];
  const label = `${row.contractNo} ${instalmentName(instalment.row)}`;
  const open = vendor === undefined ? [] : openInvoicesOf(facts, vendor);
  const found = open
    .flatMap(({ invoice }) => {
      const groups = groupsOfInvoice(facts, invoice, invoicePaper(facts, invoice));
      const group = groups.find(({ parts }) => parts.some((part) => part.instalment === instalment));
      const part = group?.parts.find((one) => one.instalment === instalment);
      if (group === undefined || part === undefined) return [];
      return [{ invoice, group, amountCents: part.amountCents, best: groups[0] === group }];
    })
    .toSorted((a, b) => b.group.score - a.group.score);
  if (found.length === 0) {
    const text = "没有该供应商的可用发票，请先录入发票";
    return [
      {
        choice: 0,
        instalmentId: instalment.row.id,
        invoiceId: null,
        instalmentLabel: label,
        invoiceNumber: null,
        amountCents: free,
        score: 0,
        band: "new",
        reasons: [{ text, points: 0 }, ...claimReasons(claimsOn(facts, instalment))],
      },
    ];
  }
  return found.map(({ invoice, group, amountCents, best }, index) => {
    const band = bandOfChoice(group, found[index === 0 ? 1 : 0]?.group.score ?? 0);
    return {
      choice: index,
      instalmentId: instalment.row.id,
      invoiceId: invoice.id,
      instalmentLabel: label,
      invoiceNumber: invoice.number,
      amountCents,
      score: group.score,
      // An invoice that fits another instalment better is never sure here.
      band: band === "sure" && !best ? "ask" : band,
      reasons: group.reasons(),
    };
  });
}
