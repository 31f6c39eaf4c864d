import type { PlanPreview } from "#shared/api/agreements.ts";
import type { PlanDifference, PlanRow, PlanShape } from "#shared/api/contracts.ts";
import { cents, sumCents } from "#shared/kernel/cents.ts";
import type { Id } from "#shared/kernel/id.ts";
import { contractEnd, contractSum } from "#shared/schedule/contractTerm.ts";
import type { InstalmentDraft } from "#shared/schedule/draft.ts";
import {
  type Hold,
  type PlannedInstalment,
  type Reconciliation,
  reconcilePlan,
} from "#shared/schedule/reconcilePlan.ts";
import { listAcceptances } from "../store/contracts.ts";
import { newId } from "../store/newId.ts";
import { allocationsOfInstalments } from "../store/payments.ts";
import { insertRow, updateRow, voidRow } from "../store/rows.ts";
import type { ReadableLedger, WritableLedger } from "../store/types.ts";
import { type ContractParts, contractParts } from "./contractParts.ts";
import { planDrafts } from "./planDrafts.ts";

type PlanInput = Readonly<{ contractId: Id; shape: PlanShape }> & TermsToBe;

/** Terms not saved yet, to show what they would change. */
export type TermsToBe = Partial<Pick<ContractParts, "contract" | "supplements" | "milestones" | "rentals">>;

/** What the plan of a contract would become. An instalment with a payment, an invoice or an acceptance stays as it is. */
export async function reconcileContract(
  ledger: ReadableLedger,
  { contractId, shape, ...terms }: PlanInput,
): Promise<Reconciliation> {
  return reconcileParts(ledger, await contractParts(ledger, contractId), terms, shape);
}

async function reconcileParts(
  ledger: ReadableLedger,
  parts: ContractParts,
  terms: TermsToBe,
  shape: PlanShape,
): Promise<Reconciliation> {
  const next = { ...parts, ...terms };
  const planned = await plannedInstalments(ledger, parts);
  return reconcilePlan(planned, planDrafts(parts, next, shape, planned), {
    makeUp: next.rentals.length === 0 && next.contract.kind !== "asNeeded",
  });
}

/** The plan that other terms would make, with the sum and the end before and after. */
export async function previewTerms(
  ledger: ReadableLedger,
  contractId: Id,
  terms: TermsToBe,
): Promise<Readonly<{ plan: Reconciliation; preview: PlanPreview }>> {
  const parts = await contractParts(ledger, contractId);
  const next = { ...parts, ...terms };
  const plan = await reconcileParts(ledger, parts, terms, { kind: "present" });
  const sum = contractSum(next.contract, next.supplements);
  const planned = sumCents(
    [
      ...plan.keep,
      ...plan.add,
      ...plan.locked.map(({ before }) => before),
      ...plan.change.map(({ after }) => after),
    ].map((row) => row.amountCents),
  );
  const hasPlan = next.contract.kind !== "asNeeded" && next.contract.kind !== "framework";
  return {
    plan,
    preview: {
      difference: planDifference(plan),
      sumBeforeCents: contractSum(parts.contract, parts.supplements),
      sumCents: sum,
      endBefore: contractEnd(parts.contract, parts.supplements),
      endDate: contractEnd(next.contract, next.supplements),
      offCents: cents(sum === null || !hasPlan ? 0 : planned - sum),
    },
  };
}

/** What hangs on each instalment of a contract. */
export async function plannedInstalments(
  ledger: ReadableLedger,
  { contract, instalments, measured }: ContractParts,
): Promise<readonly PlannedInstalment[]> {
  const ids = instalments.map((row) => row.id);
  const links = await allocationsOfInstalments(ledger, ids);
  const papers = await listAcceptances(ledger, contract.id);
  const holding: Readonly<Record<Hold, ReadonlySet<Id | null>>> = {
    payment: new Set(links.map((row) => row.instalmentId)),
    invoice: new Set(links.filter((row) => row.invoiceId !== null).map((row) => row.instalmentId)),
    acceptance: new Set(papers.map((row) => row.instalmentId)),
    measurement: new Set(measured.map((row) => row.instalmentId)),
  };
  const kinds = ["payment", "invoice", "acceptance", "measurement"] as const;
  return instalments.map((instalment) => ({
    instalment,
    holds: kinds.filter((kind) => holding[kind].has(instalment.id)),
  }));
}

/** Stores a reconciled plan. */
export async function storePlan(tx: WritableLedger, contractId: Id, plan: Reconciliation): Promise<void> {
  for (const row of plan.remove) await voidRow(tx, "instalment", row.id, "付款计划调整");
  for (const { before, after } of plan.change) await updateRow(tx, "instalment", before.id, after);
  // One by one: what is in bulk leaves no trace of its rows, and could not be undone.
  for (const draft of plan.add) await insertRow(tx, "instalment", { ...draft, id: newId(), contractId });
}

export const planDifference = (plan: Reconciliation): PlanDifference => ({
  keep: plan.keep.length,
  add: plan.add.map(planRow),
  change: plan.change.map(({ before, after }) => ({ before: planRow(before), after: planRow(after) })),
  remove: plan.remove.map(planRow),
  locked: plan.locked.map(({ before, after, why }) => ({
    before: planRow(before),
    after: after === null ? null : planRow(after),
    why,
  })),
});

const planRow = ({
  kind,
  label,
  periodFrom,
  periodTo,
  amountCents,
  earliestDate,
  dueDate,
}: InstalmentDraft): PlanRow => ({
  kind,
  label,
  periodFrom,
  periodTo,
  amountCents,
  earliestDate,
  dueDate,
});
