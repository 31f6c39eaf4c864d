import { addCents, type Cents, zeroCents } from "../kernel/cents.ts";
import { compareText } from "../kernel/compareText.ts";
import { daysBetween } from "../kernel/dates.ts";
import type { Vendor } from "../model/contract.ts";
import type { Invoice } from "../model/invoice.ts";
import type { InstalmentFact } from "../rules/contractFacts.ts";
import type { Facts } from "../rules/facts.ts";
import { bandOfChoice, claimReasons } from "./claims.ts";
import { type Group, groupsAmong, type OpenContract, openContracts } from "./groups.ts";
import { pairInOrder } from "./inOrder.ts";
import { claimsOn, freeCents, type Overlay } from "./openInstalments.ts";
import type { Paper } from "./paper.ts";
import { type Party, sellerOf } from "./party.ts";
import { withoutRivals } from "./rivals.ts";
import { points, type Reason, scoreOf } from "./score.ts";
import { contractsOfVendor, invoicePaper, nextScore, toSuggestions, unmatched } from "./suggestForInvoice.ts";
import type { Suggestion } from "./suggestion.ts";

type Item = Readonly<{ invoice: Invoice; paper: Paper; party: Party | undefined }>;
type State = Readonly<{
  facts: Facts;
  taken: Map<InstalmentFact, Cents>;
  open: Map<Vendor["id"], readonly OpenContract[]>;
}>;

/**
 * Matches many invoices as a whole: no instalment is suggested twice. Invoices that name their period choose first; equal
 * invoices of one vendor that do not are laid along the open instalments of that amount, in order; the others take the
 * best that is left, who fits best first. What could as well be otherwise is not sure. One or more suggestions for every
 * invoice with something left to pay, by day and number.
 */
export function assignAll(facts: Facts, invoices: readonly Invoice[]): readonly Suggestion[] {
  const state: State = {
    facts,
    taken: new Map(),
    open: new Map(),
  };
  const items = invoices
    .map(
      (invoice): Item => ({
        invoice,
        paper: invoicePaper(facts, invoice),
        party: sellerOf(facts, invoice),
      }),
    )
    .filter(({ paper }) => paper.amountCents > 0)
    .sort(compareItems);
  const alone = new Map(items.map((item) => [item.invoice, groupsOf(state, item)]));
  const found = new Map<Invoice, readonly Suggestion[]>();
  const settle = (item: Item, suggestions: readonly Suggestion[]) => found.set(item.invoice, suggestions);
  for (const item of items.filter(({ paper }) => paper.period !== undefined)) {
    const groups = groupsOf(state, item);
    const [best] = groups;
    if (best !== undefined && fitsExactly(best, item)) settle(item, choose(state, item, groups));
  }
  const waiting = items.filter(({ invoice }) => !found.has(invoice));
  for (const equal of equalOnes(waiting)) {
    for (const [item, group] of inTurn(state, equal)) settle(item, take(state, item, group, group.score, 0));
  }
  const bestOf = ({ invoice }: Item) => alone.get(invoice)?.[0]?.score ?? 0;
  for (const item of waiting.toSorted((a, b) => bestOf(b) - bestOf(a)))
    if (!found.has(item.invoice)) settle(item, choose(state, item, groupsOf(state, item)));
  return withoutRivals(
    items.map(({ invoice }) => ({
      alone: alone.get(invoice) ?? [],
      suggestions: found.get(invoice) ?? [],
    })),
  );
}

const compareItems = ({ invoice: a }: Item, { invoice: b }: Item): number =>
  compareText(a.issueDate, b.issueDate) || compareText(a.number, b.number);

function groupsOf(state: State, { paper, party }: Item): readonly Group[] {
  return party === undefined ? [] : groupsAmong(openOf(state, party.vendor.id), paper, party.reason);
}

/** What is open of a vendor's contracts, looked for again only after something was taken. */
function openOf({ facts, taken, open }: State, vendorId: Vendor["id"]): readonly OpenContract[] {
  const known = open.get(vendorId);
  if (known !== undefined) return known;
  const overlay: Overlay = {
    takenCents: (instalment) => taken.get(instalment) ?? zeroCents,
    ignoredPaymentId: null,
  };
  const found = openContracts(facts, contractsOfVendor(facts, vendorId), overlay);
  open.set(vendorId, found);
  return found;
}

const fitsExactly = (group: Group, { paper }: Item): boolean =>
  group.namesPeriod && group.parts.reduce((sum, part) => sum + part.amountCents, 0) === paper.amountCents;

/** The best that is left, or the word that nothing is. */
function choose(state: State, item: Item, groups: readonly Group[]): readonly Suggestion[] {
  const [best] = groups;
  if (best === undefined) return [unmatched(item.invoice, item.paper, item.party?.reason)];
  return take(state, item, best, best.score, nextScore(groups, best));
}

function take(
  { taken, open }: State,
  { invoice, party }: Item,
  group: Group,
  score: number,
  next: number,
): readonly Suggestion[] {
  for (const { instalment, amountCents } of group.parts)
    taken.set(instalment, addCents(taken.get(instalment) ?? zeroCents, amountCents));
  if (party !== undefined) open.delete(party.vendor.id);
  return toSuggestions(invoice, group, bandOfChoice({ ...group, score }, next));
}

/** Invoices of one vendor and one amount, as monthly rents are. */
function equalOnes(items: readonly Item[]): readonly (readonly Item[])[] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    if (item.party === undefined || item.paper.period !== undefined) continue;
    const key = `${item.party.vendor.id}|${item.paper.amountCents}`;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

function inTurn(state: State, items: readonly Item[]): readonly (readonly [Item, Group])[] {
  const [first] = items;
  if (first?.party === undefined) return [];
  const { vendor, reason } = first.party;
  const open = contractsOfVendor(state.facts, vendor.id)
    .flatMap((contract) => contract.instalments)
    .filter(
      (instalment) =>
        freeCents(state.facts, instalment) - (state.taken.get(instalment) ?? 0) === first.paper.amountCents,
    )
    .toSorted((a, b) =>
      a.row.periodFrom < b.row.periodFrom ? -1 : a.row.periodFrom > b.row.periodFrom ? 1 : 0,
    );
  const partners = pairInOrder(items, open, ({ invoice }, instalment) => distance(invoice, instalment));
  return items.flatMap((item, index) => {
    const instalment = open[partners[index] ?? -1];
    if (instalment === undefined) return [];
    const claims = claimsOn(state.facts, instalment);
    const reasons = [
      reason,
      { text: "金额与该期未付余额一致", points: points.amount },
      { text: `${items.length}张等额发票按开票先后依次对应各期`, points: points.inTurn },
      ...nearReasons(item.invoice, instalment),
      ...claimReasons(claims),
    ];
    const parts = [{ instalment, amountCents: item.paper.amountCents }];
    return [
      [
        item,
        {
          parts,
          score: scoreOf(reasons),
          namesPeriod: false,
          isClaimed: claims.length > 0,
          reasons: () => reasons,
        },
      ] as const,
    ];
  });
}

/** Days between invoice and period; an invoice before its period is over is less likely, unless it is paid in advance. */
function distance(invoice: Invoice, { row, contract }: InstalmentFact): number {
  const expected = contract.row.payTiming === "periodStart" ? row.periodFrom : row.periodTo;
  const days = daysBetween(expected, invoice.issueDate);
  return days >= 0 ? days : -3 * days;
}

function nearReasons(invoice: Invoice, instalment: InstalmentFact): readonly Reason[] {
  const days = distance(invoice, instalment);
  return days <= 31 ? [{ text: "开票日期在该期前后", points: points.near }] : [];
}
