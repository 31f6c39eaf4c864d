import type { FindingView } from "#shared/api/checks.ts";
import type { CheckedPayment, PaymentCheckSheet } from "#shared/forms/builders/paymentCheck.ts";
import { compareText } from "#shared/kernel/compareText.ts";
import { asId } from "#shared/kernel/id.ts";
import type { Facts } from "#shared/rules/facts.ts";
import type { Subject } from "#shared/rules/finding.ts";
import type { PaymentFact } from "#shared/rules/paymentFacts.ts";
import { instalmentName } from "#shared/rules/words.ts";
import { paymentWords } from "#shared/words/words.ts";
import { mapWithPauses } from "../pause.ts";
import { paymentRow } from "../payments/views.ts";
import { projectsInScope } from "../scope.ts";
import { checkDecision, checkLine } from "./findingLines.ts";
import type { YearSource } from "./sources.ts";

/** Every payment with what stands against it and what was decided; what was found about papers of no payment at the end. */
export async function paymentCheckSheet({
  context,
  facts,
  scope,
  sheet,
  findings,
}: YearSource): Promise<PaymentCheckSheet> {
  const projects = projectsInScope(facts, scope);
  const { of, others } = byPayment(facts, findings);
  const payments = facts.payments
    .filter(({ row }) => projects.has(row.projectId))
    .toSorted(
      ({ row: a }, { row: b }) =>
        compareText(a.requestedOn, b.requestedOn) || compareText(a.paymentNo, b.paymentNo),
    );
  return {
    scope: sheet,
    payments: await mapWithPauses(context, payments, (payment) =>
      checkedPayment(facts, payment, of.get(payment.row.id) ?? []),
    ),
    // 绩效 papers have a check of their own.
    others: listed(others.filter(({ area }) => area !== "绩效")),
  };
}

/** More of one kind than this are not read one by one on paper, and every one of them is a merged cell. */
const mostOfARule = 100;

/** The first of each rule, and how many more there are of it. */
function listed(findings: readonly FindingView[]): PaymentCheckSheet["others"] {
  const seen = new Map<string, number>();
  const shown = findings.filter(({ ruleId }) => {
    const count = (seen.get(ruleId) ?? 0) + 1;
    seen.set(ruleId, count);
    return count <= mostOfARule;
  });
  return [
    ...shown.map((finding) => ({ line: checkLine(finding), decision: checkDecision(finding) ?? null })),
    ...[...seen].flatMap(([ruleId, count]) => {
      const first = shown.find((finding) => finding.ruleId === ruleId);
      if (first === undefined || count <= mostOfARule) return [];
      const message = `“${first.ruleName}”另有 ${count - mostOfARule} 处，没有逐条列出，请在“核对”中查看。`;
      return [{ line: { ...checkLine(first), message, accepted: null }, decision: null }];
    }),
  ];
}

/**
 * Findings at the payments they name, else at those that rest on the invoice they are about; all others, about contracts
 * and budget lines, once by themselves: repeated at every payment of a contract they would seem to be many.
 */
function byPayment(facts: Facts, findings: readonly FindingView[]) {
  const of = new Map<string, FindingView[]>();
  const others: FindingView[] = [];
  for (const finding of findings) {
    const named = finding.subjects.filter(({ kind }) => kind === "payment").map(({ id }) => id);
    const ids = new Set(
      named.length > 0 ? named : finding.subjects.flatMap((subject) => payingFor(facts, subject)),
    );
    if (ids.size === 0) others.push(finding);
    for (const id of ids) of.set(id, [...(of.get(id) ?? []), finding]);
  }
  return { of, others };
}

function payingFor(facts: Facts, { kind, id }: Subject): readonly string[] {
  const invoice = kind === "invoice" ? facts.invoices.byId.get(asId(id)) : undefined;
  return invoice === undefined ? [] : facts.usesOfInvoice.of(invoice).map(({ payment }) => payment.row.id);
}

function checkedPayment(
  facts: Facts,
  payment: PaymentFact,
  findings: readonly FindingView[],
): CheckedPayment {
  const { row, state, isPaid, payDate, contract, instalmentUses } = payment;
  return {
    paymentNo: row.paymentNo,
    payeeName: row.payeeName,
    purpose: row.purpose,
    contractNo: contract?.row.contractNo ?? null,
    instalments: instalmentUses.map(({ of }) =>
      of.contract === contract
        ? instalmentName(of.row)
        : `${of.contract.row.contractNo} ${instalmentName(of.row)}`,
    ),
    invoiceNumbers: paymentRow(facts, payment).invoiceNumbers,
    amountCents: row.amountCents,
    isPaid,
    state: isPaid ? `${paymentWords[state]}\n${payDate}` : paymentWords[state],
    findings: findings.map(checkLine),
    decisions: findings.map(checkDecision).filter((decision) => decision !== undefined),
  };
}
