import type { PlanDifference, PlanRow, PlanShape } from "#shared/api/contracts.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Instalment } from "#shared/model/contract.ts";
import type { InstalmentDraft } from "#shared/schedule/draft.ts";
import {
  type PlannedInstalment,
  type Reconciliation,
  reconcilePlan,
} from "#shared/schedule/reconcilePlan.ts";
import { calendarOf } from "#shared/schedule/workingDays.ts";
import { insertRows } from "../store/bulk.ts";
import { listAcceptances } from "../store/contracts.ts";
import { newId } from "../store/newId.ts";
import { listHolidays } from "../store/office.ts";
import { allocationsOfInstalments } from "../store/payments.ts";
import { updateRow, voidRow } from "../store/rows.ts";
import type { ReadableLedger, WritableLedger } from "../store/types.ts";
import { contractParts } from "./contractParts.ts";
import { planDrafts, type RentalWithSegments } from "./planDrafts.ts";

type PlanInput = Readonly<{
  contractId: Id;
  shape: PlanShape;
  /** Segments not saved yet, to show what they would change. */
  rentals?: readonly RentalWithSegments[];
}>;

/** What the plan of a contract would become. An instalment with a payment, an invoice or an acceptance stays as it is. */
export async function reconcileContract(ledger: ReadableLedger, input: PlanInput): Promise<Reconciliation> {
  const parts = await contractParts(ledger, input.contractId);
  const calendar = calendarOf(await listHolidays(ledger));
  const rentals = input.rentals ?? parts.rentals;
  const drafts = planDrafts({ ...parts, rentals, shape: input.shape, calendar });
  return reconcilePlan(await plannedInstalments(ledger, parts.instalments), drafts);
}

async function plannedInstalments(
  ledger: ReadableLedger,
  instalments: readonly Instalment[],
): Promise<readonly PlannedInstalment[]> {
  const ids = instalments.map((row) => row.id);
  const links = await allocationsOfInstalments(ledger, ids);
  const [first] = instalments;
  const papers = first === undefined ? [] : await listAcceptances(ledger, first.contractId);
  const used = new Set([...links, ...papers].map((row) => row.instalmentId));
  return instalments.map((instalment) => ({ instalment, isUsed: used.has(instalment.id) }));
}

/** Stores a reconciled plan. */
export async function storePlan(tx: WritableLedger, contractId: Id, plan: Reconciliation): Promise<void> {
  for (const row of plan.remove) await voidRow(tx, "instalment", row.id, "付款计划调整");
  for (const { before, after } of plan.change) await updateRow(tx, "instalment", before.id, after);
  await insertRows(
    tx,
    "instalment",
    plan.add.map((draft) => ({ ...draft, id: newId(), contractId, voidedAt: null, voidReason: null })),
  );
}

export const planDifference = (plan: Reconciliation): PlanDifference => ({
  keep: plan.keep.length,
  add: plan.add.map(planRow),
  change: plan.change.map(({ before, after }) => ({ before: planRow(before), after: planRow(after) })),
  remove: plan.remove.map(planRow),
  locked: plan.locked.map(({ before, after }) => ({
    before: planRow(before),
    after: after === null ? null : planRow(after),
  })),
});

const planRow = ({
  label,
  periodFrom,
  periodTo,
  amountCents,
  earliestDate,
  dueDate,
}: InstalmentDraft): PlanRow => ({
  label,
  periodFrom,
  periodTo,
  amountCents,
  earliestDate,
  dueDate,
});
