import { createHash } from "node:crypto";
import type { ApiParsed } from "#shared/api/contract.ts";
import type { MatchPlanView, PlannedPaymentView } from "#shared/api/matching.ts";
import { canonicalJson } from "#shared/kernel/canonicalJson.ts";
import { sumCents } from "#shared/kernel/cents.ts";
import { type MatchPlan, type Pick, type PlannedPayment, planMatches } from "#shared/matching/plan.ts";
import type { Facts } from "#shared/rules/facts.ts";
import { instalmentName } from "#shared/rules/words.ts";
import type { Context } from "../context.ts";
import { draftOf } from "./draftOf.ts";
import type { Matches } from "./keptMatches.ts";
import { matchesInScope } from "./listMatches.ts";

type Input = ApiParsed<"matching.preview">;

/** Shows exactly what accepting would make. Writes nothing. */
export async function previewMatches(
  context: Context,
  matchesOf: Matches,
  input: Input,
): Promise<MatchPlanView> {
  const facts = await context.facts();
  return planView(facts, await planFor(context, matchesOf, facts, input), context.officer);
}

export async function planFor(
  context: Context,
  matchesOf: Matches,
  facts: Facts,
  { sureOf, picks }: Input,
): Promise<MatchPlan> {
  const matches = await matchesOf(context, facts);
  const sure = sureOf === null ? [] : matchesInScope(facts, matches, sureOf).filter(isSure);
  // What was picked by hand is meant as it was picked.
  const all = new Map<string, Pick>(
    sure.map(({ invoice }) => [invoice.id, { invoiceId: invoice.id, parts: null }]),
  );
  for (const pick of picks) all.set(pick.invoiceId, pick);
  return planMatches(facts, matches, [...all.values()]);
}

const isSure = ({ band }: Readonly<{ band: string }>): boolean => band === "sure";

export function planView(facts: Facts, plan: MatchPlan, officer: string): MatchPlanView {
  const payments = plan.payments.map((planned) => plannedView(facts, planned, officer));
  const linkedCount = plan.payments.filter(({ draft }) => draft !== undefined).length;
  const shown = { payments, refused: plan.refused, newNames: plan.newNames };
  return {
    planHash: createHash("sha256").update(canonicalJson(shown)).digest("hex"),
    newCount: payments.length - linkedCount,
    linkedCount,
    totalCents: sumCents(payments.map(({ amountCents }) => amountCents)),
    ...shown,
  };
}

function plannedView(facts: Facts, planned: PlannedPayment, officer: string): PlannedPaymentView {
  const { match, draft, parts, amountCents } = planned;
  const payment = draft?.row ?? draftOf(facts, planned, officer);
  return {
    invoiceId: match.invoice.id,
    invoiceNumber: match.invoice.number,
    paymentNo: draft?.row.paymentNo ?? null,
    payeeName: payment.payeeName,
    contractNo: parts[0]?.instalment.contract.row.contractNo ?? "",
    projectName: facts.projects.get(payment.projectId)?.name ?? "",
    purpose: payment.purpose,
    amountCents,
    parts: parts.map(({ instalment, amountCents: part }) => ({
      label: instalmentName(instalment.row),
      amountCents: part,
    })),
  };
}
