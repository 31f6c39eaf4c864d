import type { FindingView } from "#shared/api/checks.ts";
import type { PaymentView } from "#shared/api/payments.ts";
import { compareText } from "#shared/kernel/compareText.ts";
import type { IsoDate } from "#shared/kernel/dates.ts";
import type { Facts } from "#shared/rules/facts.ts";
import { noFindings } from "../checks/counts.ts";
import { runCheck } from "../checks/runCheck.ts";
import type { Context } from "../context.ts";
import { type ProjectScope, projectsInScope } from "../scope.ts";
import { countFindings } from "./countFindings.ts";
import { paymentView, shownOf } from "./views.ts";

/** Payments, the latest request first, each with how many findings are open on it. */
export async function listPayments(
  context: Context,
  scope: ProjectScope,
  asOf?: IsoDate,
): Promise<readonly PaymentView[]> {
  const facts = await context.facts(asOf);
  const { findings } = await runCheck(context, { ...scope, asOf: asOf ?? null });
  return paymentViews(facts, scope, findings);
}

/** The same for who has the findings of the scope already. */
export function paymentViews(
  facts: Facts,
  scope: ProjectScope,
  findings: readonly FindingView[],
): readonly PaymentView[] {
  const projects = projectsInScope(facts, scope);
  const counts = countFindings(facts, findings);
  return facts.payments
    .filter((payment) => projects.has(payment.row.projectId))
    .map((payment) => paymentView(facts, shownOf(payment), counts.get(payment.row.id) ?? noFindings))
    .toSorted((a, b) => compareText(b.requestedOn, a.requestedOn) || compareText(b.paymentNo, a.paymentNo));
}
