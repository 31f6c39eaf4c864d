import type { PaymentFindings, PaymentRow } from "#shared/api/payments.ts";
import { compareText } from "#shared/kernel/compareText.ts";
import type { IsoDate } from "#shared/kernel/dates.ts";
import type { Facts } from "#shared/rules/facts.ts";
import { runCheck } from "../checks/runCheck.ts";
import type { Context } from "../context.ts";
import { type ProjectScope, projectsInScope } from "../scope.ts";
import { countFindings } from "./countFindings.ts";
import { paymentRow } from "./views.ts";

/** Payments, the latest request first. */
export const listPayments = async (
  context: Context,
  scope: ProjectScope,
  asOf?: IsoDate,
): Promise<readonly PaymentRow[]> => paymentRows(await context.facts(asOf), scope);

/** The same for who has the facts already. */
export function paymentRows(facts: Facts, scope: ProjectScope): readonly PaymentRow[] {
  const projects = projectsInScope(facts, scope);
  return facts.payments
    .filter((payment) => projects.has(payment.row.projectId))
    .toSorted(
      ({ row: a }, { row: b }) =>
        compareText(b.requestedOn, a.requestedOn) || compareText(b.paymentNo, a.paymentNo),
    )
    .map((payment) => paymentRow(facts, payment));
}

/** How many findings are open on each payment of the scope that has any, as many as its own check shows. */
export async function countPaymentFindings(
  context: Context,
  scope: ProjectScope,
): Promise<readonly PaymentFindings[]> {
  const facts = await context.facts();
  const { findings } = await runCheck(context, { ...scope, asOf: null });
  return [...countFindings(facts, findings)].map(([paymentId, counts]) => ({ paymentId, ...counts }));
}
