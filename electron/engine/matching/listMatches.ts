import type { ApiParsed } from "#shared/api/contract.ts";
import type { BandSums, MatchChoice, MatchPage, MatchRow } from "#shared/api/matching.ts";
import { addCents, sumCents, zeroCents } from "#shared/kernel/cents.ts";
import { yearOf } from "#shared/kernel/dates.ts";
import { goodsNames } from "#shared/matching/goods.ts";
import type { OpenMatch } from "#shared/matching/openMatches.ts";
import { contractsOfVendor, suggestForInvoice } from "#shared/matching/suggestForInvoice.ts";
import { type Band, bands } from "#shared/matching/suggestion.ts";
import type { Facts } from "#shared/rules/facts.ts";
import { groupBy } from "#shared/rules/indexing.ts";
import type { Context } from "../context.ts";
import { type ProjectScope, projectsInScope } from "../scope.ts";
import type { Matches } from "./keptMatches.ts";

/** A page of the invoices that wait in a scope, with how many there are of each band. */
export async function listMatches(
  context: Context,
  matchesOf: Matches,
  { band, search, from, count, ...scope }: ApiParsed<"matching.list">,
): Promise<MatchPage> {
  const facts = await context.facts();
  const inScope = matchesInScope(facts, await matchesOf(context, facts), scope);
  const words = search.trim().toLowerCase();
  const shown = byBand(inScope)
    .filter((match) => band === null || match.band === band)
    .filter((match) => words === "" || textOf(facts, match).includes(words));
  return {
    sums: sumsOf(inScope),
    total: shown.length,
    rows: shown.slice(from, from + count).map((match) => matchRow(facts, match)),
  };
}

/**
 * What waits in a year or a project: by the project of the contract it is matched to; without one, by the year it was
 * issued in, and by a contract that its seller has in the project.
 */
export function matchesInScope(
  facts: Facts,
  matches: readonly OpenMatch[],
  scope: ProjectScope,
): readonly OpenMatch[] {
  const projects = projectsInScope(facts, scope);
  return matches.filter(({ invoice, vendor, parts }) => {
    const matched = facts.instalmentsById.get(parts[0]?.instalmentId ?? "");
    if (matched !== undefined) return projects.has(matched.contract.row.projectId);
    const isOfYear = typeof scope.fiscalYear !== "number" || yearOf(invoice.issueDate) === scope.fiscalYear;
    const isAnyones = typeof scope.projectId !== "string" || vendor === undefined;
    return (
      isOfYear &&
      (isAnyones || contractsOfVendor(facts, vendor.id).some(({ row }) => projects.has(row.projectId)))
    );
  });
}

/** The sure ones first, each by day and number. */
const byBand = (matches: readonly OpenMatch[]): readonly OpenMatch[] =>
  bands.flatMap((band) => matches.filter((match) => match.band === band));

const textOf = (facts: Facts, { invoice, parts }: OpenMatch): string =>
  [
    invoice.number,
    invoice.sellerName,
    ...goodsNames(facts, invoice),
    invoice.remark,
    ...parts.map(({ instalmentLabel }) => instalmentLabel ?? ""),
  ]
    .join(" ")
    .toLowerCase();

function sumsOf(matches: readonly OpenMatch[]): BandSums {
  const none = { count: 0, cents: zeroCents };
  const sums: Record<Band, BandSums[Band]> = { sure: none, ask: none, new: none };
  for (const { band, freeCents } of matches)
    sums[band] = { count: sums[band].count + 1, cents: addCents(sums[band].cents, freeCents) };
  return sums;
}

function matchRow(facts: Facts, match: OpenMatch): MatchRow {
  const { invoice, vendor, parts, band } = match;
  const { id, number, issueDate, sellerName, remark } = invoice;
  const labels = parts.map(({ instalmentLabel }) => instalmentLabel).filter((label) => label !== null);
  return {
    invoiceId: id,
    number,
    issueDate,
    sellerName,
    goods: goodsNames(facts, invoice).join("、"),
    remark,
    freeCents: match.freeCents,
    vendorName: vendor?.name ?? null,
    isNewName: match.isNewName,
    band,
    score: parts[0]?.score ?? 0,
    instalmentLabels: labels,
    amountCents: labels.length === 0 ? zeroCents : sumCents(parts.map((part) => part.amountCents)),
    reasons: parts[0]?.reasons ?? [],
  };
}

/** Every choice for one invoice, the best first; none when nothing of it is left to pay. */
export async function listChoices(
  context: Context,
  { invoiceId }: ApiParsed<"matching.choices">,
): Promise<readonly MatchChoice[]> {
  const facts = await context.facts();
  const invoice = facts.invoices.byId.get(invoiceId);
  if (invoice === undefined) return [];
  const suggestions = suggestForInvoice(facts, invoice);
  const byChoice = groupBy(suggestions, ({ choice }) => choice);
  return [...new Set(suggestions.map(({ choice }) => choice))].flatMap((choice) => {
    const [first, ...rest] = byChoice.of(choice);
    if (first === undefined) return [];
    const { band, score, reasons } = first;
    const parts = [first, ...rest].flatMap(({ instalmentId, instalmentLabel, amountCents }) =>
      instalmentId === null ? [] : [{ instalmentId, label: instalmentLabel ?? "", amountCents }],
    );
    return [{ band, score, reasons, parts }];
  });
}
