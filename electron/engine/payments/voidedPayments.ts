import type { PaymentDetail, PaymentRow } from "#shared/api/payments.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Allocation, Payment } from "#shared/model/payment.ts";
import type { Facts } from "#shared/rules/facts.ts";
import { groupBy } from "#shared/rules/indexing.ts";
import { noFindings } from "../checks/counts.ts";
import type { Context } from "../context.ts";
import { type ProjectScope, projectsInScope } from "../scope.ts";
import { allocationsOf, allocationsOfPayments, findPayment, listVoided } from "../store/payments.ts";
import { noSuchPayment } from "./savePayment.ts";
import { paymentStanding } from "./standing.ts";
import { allocationView, paymentRow, paymentView } from "./views.ts";

/** Payments that were voided, the latest first, with what they had been for. Nothing is found on them any more. */
export async function listVoidedPayments(
  context: Context,
  scope: ProjectScope,
): Promise<readonly PaymentRow[]> {
  const facts = await context.facts();
  const projects = projectsInScope(facts, scope);
  const rows = (await listVoided(context.ledger)).filter((row) => projects.has(row.projectId));
  const parts = await allocationsOfPayments(
    context.ledger,
    rows.map(({ id }) => id),
  );
  const partsOf = groupBy(parts, (part) => part.paymentId);
  return rows.map((row) => paymentRow(facts, voided(facts, row, partsOf.of(row.id))));
}

/** One of them, as it was; `not-found` for one that never was. */
export async function getVoidedPayment(context: Context, facts: Facts, id: Id): Promise<PaymentDetail> {
  const row = await findPayment(context.ledger, id);
  if (row === undefined || row.voidedAt === null) throw noSuchPayment();
  const parts = await allocationsOf(context.ledger, id);
  return {
    payment: paymentView(
      facts,
      {
        ...voided(facts, row, parts),
        line: row.budgetLineId === null ? undefined : facts.budgetLines.get(row.budgetLineId),
      },
      noFindings,
    ),
    allocations: parts.map((part) => allocationView(facts, part)),
    findings: [],
    suggestions: [],
    ...(await paymentStanding(context.ledger, facts, row)),
  };
}

const voided = (facts: Facts, row: Payment, allocations: readonly Allocation[]) => ({
  row,
  allocations,
  contract: facts.contractsById.get(row.contractId ?? ""),
});
