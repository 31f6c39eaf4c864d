import type { PlanDifference, PlanRow, PlanShape } from "#shared/api/contracts.ts";
import { sumCents } from "#shared/kernel/cents.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Instalment } from "#shared/model/contract.ts";
import type { InstalmentDraft } from "#shared/schedule/draft.ts";
import {
  type PlannedInstalment,
  type Reconciliation,
  reconcilePlan,
} from "#shared/schedule/reconcilePlan.ts";
import { insertRows } from "../store/bulk.ts";
import { newId } from "../store/newId.ts";
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

/** What the plan of a contract would become. What is invoiced or paid stays as it is. */
export async function reconcileContract(ledger: ReadableLedger, input: PlanInput): Promise<Reconciliation> {
  const parts = await contractParts(ledger, input.contractId);
  const drafts = planDrafts({ ...parts, rentals: input.rentals ?? parts.rentals, shape: input.shape });
  return reconcilePlan(await plannedInstalments(ledger, parts.instalments), drafts);
}

async function plannedInstalments(
  ledger: ReadableLedger,
  instalments: readonly Instalment[],
): Promise<readonly PlannedInstalment[]> {
  if (instalments.length === 0) return [];
  const links = await ledger.read
    .selectFrom("allocation")
    .innerJoin("payment", "payment.id", "allocation.paymentId")
    .select(["allocation.instalmentId", "allocation.invoiceId", "allocation.amountCents"])
    .where("payment.voidedAt", "is", null)
    .where(
      "allocation.instalmentId",
      "in",
      instalments.map((row) => row.id),
    )
    .execute();
  return instalments.map((instalment) => {
    const own = links.filter((link) => link.instalmentId === instalment.id);
    const sumOf = (rows: typeof own) => sumCents(rows.map((row) => row.amountCents));
    return {
      instalment,
      invoicedCents: sumOf(own.filter((row) => row.invoiceId !== null)),
      paidCents: sumOf(own),
    };
  });
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
