import { addCents, type Cents, subtractCents, sumCents, zeroCents } from "../kernel/cents.ts";
import type { IsoDate } from "../kernel/dates.ts";
import type { Id } from "../kernel/id.ts";
import type { InstalmentFact } from "../rules/contractFacts.ts";
import type { Facts } from "../rules/facts.ts";
import type { PaymentFact } from "../rules/paymentFacts.ts";
import { paymentNos, yuan } from "../rules/words.ts";
import { claimsOn, freeCents } from "./openInstalments.ts";
import type { OpenMatch } from "./openMatches.ts";

/** What the officer accepts: an invoice with the choice that was suggested, or with parts of the officer's own. */
export type Pick = Readonly<{
  invoiceId: Id;
  parts: readonly Readonly<{ instalmentId: Id; amountCents: Cents }>[] | null;
}>;

export type PlannedPart = Readonly<{ instalment: InstalmentFact; amountCents: Cents }>;

/** A payment that will be made, or one that asked for the instalment already and gets the invoice it waited for. */
export type PlannedPayment = Readonly<{
  match: OpenMatch;
  draft: PaymentFact | undefined;
  parts: readonly PlannedPart[];
  amountCents: Cents;
}>;

export type RefusedPick = Readonly<{ invoiceId: Id; number: string; why: string }>;

/** A name under which a vendor sold for the first time, and since when. */
export type NewName = Readonly<{
  vendorId: Id;
  vendorName: string;
  name: string;
  since: IsoDate;
  invoiceNumbers: readonly string[];
}>;

export type MatchPlan = Readonly<{
  payments: readonly PlannedPayment[];
  refused: readonly RefusedPick[];
  newNames: readonly NewName[];
}>;

/**
 * Exactly what accepting some matches makes: in the order of the matches, so that the order in which they were ticked
 * does not matter. What would break a sum, or asks twice for the same money, is refused with the reason.
 */
export function planMatches(facts: Facts, matches: readonly OpenMatch[], picks: readonly Pick[]): MatchPlan {
  const wanted = new Map(picks.map((pick) => [pick.invoiceId, pick]));
  const found = matches.filter(({ invoice }) => wanted.has(invoice.id));
  const known = new Set(found.map(({ invoice }) => invoice.id));
  const taken: Taken = { instalments: new Map(), drafts: new Set() };
  const payments: PlannedPayment[] = [];
  const refused: RefusedPick[] = picks
    .filter(({ invoiceId }) => !known.has(invoiceId))
    .map(({ invoiceId }) => ({
      invoiceId,
      number: facts.invoices.byId.get(invoiceId)?.number ?? "",
      why: "这张发票已经没有可付的金额，或已不在账本中",
    }));
  for (const match of found) {
    const { invoice } = match;
    const planned = planOne(facts, match, wanted.get(invoice.id)?.parts ?? null, taken);
    if (typeof planned === "string")
      refused.push({ invoiceId: invoice.id, number: invoice.number, why: planned });
    else payments.push(planned);
  }
  return { payments, refused, newNames: newNamesOf(payments) };
}

/** What the plan so far takes of instalments, and the drafts that it gives an invoice to. */
type Taken = Readonly<{ instalments: Map<InstalmentFact, Cents>; drafts: Set<PaymentFact> }>;

function planOne(
  facts: Facts,
  match: OpenMatch,
  chosen: Pick["parts"],
  taken: Taken,
): PlannedPayment | string {
  const parts = partsOf(facts, match, chosen);
  const [first] = parts;
  if (first === undefined) return "没有可付的期次，请先登记合同，或从这张发票新建付款";
  const amountCents = sumCents(parts.map((part) => part.amountCents));
  const { contract } = first.instalment;
  if (parts.some(({ instalment }) => instalment.contract !== contract)) return "选的期次不属于同一份合同";
  if (parts.some((part) => part.amountCents <= 0)) return "金额应大于零";
  if (amountCents > match.freeCents)
    return `选的期次合计${yuan(amountCents)}，超过发票可付${yuan(match.freeCents)}`;
  const project = facts.projects.get(contract.row.projectId);
  if (facts.years.get(project?.fiscalYear ?? 0)?.state === "closed")
    return `${project?.fiscalYear}年度已关账`;
  const draft = draftFor(facts, parts, taken);
  if (typeof draft === "string") return draft;
  for (const { instalment, amountCents: part } of parts) {
    const used = taken.instalments.get(instalment) ?? zeroCents;
    const free = subtractCents(freeCents(facts, instalment), used);
    if (part > free) return `${instalment.row.label}只剩${yuan(free)}未付`;
  }
  for (const { instalment, amountCents: part } of parts)
    taken.instalments.set(instalment, addCents(taken.instalments.get(instalment) ?? zeroCents, part));
  if (draft !== undefined) taken.drafts.add(draft);
  return { match, draft, parts, amountCents };
}

function partsOf(facts: Facts, { parts }: OpenMatch, chosen: Pick["parts"]): readonly PlannedPart[] {
  return (chosen ?? parts).flatMap(({ instalmentId, amountCents }) => {
    const instalment = facts.instalmentsById.get(instalmentId ?? "");
    return instalment === undefined ? [] : [{ instalment, amountCents }];
  });
}

/** The payment that asked for just this and has no invoice yet; the reason when somebody asked for it in another way. */
function draftFor(
  facts: Facts,
  parts: readonly PlannedPart[],
  taken: Taken,
): PaymentFact | string | undefined {
  const claims = [...new Set(parts.flatMap(({ instalment }) => claimsOn(facts, instalment)))];
  const [claim, second] = claims;
  if (claim === undefined) return undefined;
  const told = `付款单${paymentNos(claims)}已申请该期`;
  if (second !== undefined || taken.drafts.has(claim)) return `${told}，请先在付款中处理`;
  // What was reviewed was reviewed with its papers.
  if (claim.row.reviewedBy !== "") return `${told}并已审核，请先退回`;
  return asksFor(facts, claim, parts) ? claim : `${told}，金额或期次不同，请先在付款中修改`;
}

/** For just these instalments, with no invoice or one that was taken back. */
const asksFor = (
  facts: Facts,
  { row, instalmentUses, invoiceUses }: PaymentFact,
  parts: readonly PlannedPart[],
): boolean =>
  invoiceUses.every(({ of }) => facts.invoices.payableCents(of) <= 0) &&
  row.amountCents === sumCents(parts.map((part) => part.amountCents)) &&
  instalmentUses.length === parts.length &&
  parts.every(({ instalment, amountCents }) =>
    instalmentUses.some(({ of, cents }) => of === instalment && cents === amountCents),
  );

function newNamesOf(payments: readonly PlannedPayment[]): readonly NewName[] {
  const names = new Map<string, NewName>();
  for (const { match } of payments) {
    const { vendor, invoice, isNewName } = match;
    if (vendor === undefined || !isNewName) continue;
    const key = `${vendor.id}|${invoice.sellerName}`;
    const known = names.get(key);
    names.set(key, {
      vendorId: vendor.id,
      vendorName: vendor.name,
      name: invoice.sellerName.trim(),
      // Matches come by their days, so the first is the earliest.
      since: known?.since ?? invoice.issueDate,
      invoiceNumbers: [...(known?.invoiceNumbers ?? []), invoice.number],
    });
  }
  return [...names.values()];
}
