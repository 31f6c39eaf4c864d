import type { FindingView } from "#shared/api/checks.ts";
import { type IsoDate, maxDate } from "#shared/kernel/dates.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Payment } from "#shared/model/payment.ts";
import { overSumSentence, overSums } from "#shared/payments/overSums.ts";
import { checkPayment } from "#shared/rules/check.ts";
import type { Facts } from "#shared/rules/facts.ts";
import type { Finding } from "#shared/rules/finding.ts";
import { withPayment } from "#shared/rules/withPayment.ts";
import { decided } from "../checks/decisions.ts";
import type { Context } from "../context.ts";
import type { WritableLedger } from "../store/types.ts";
import { assertRefund } from "./refunds.ts";

/**
 * Checks a payment that is about to be approved or paid on the rows of the transaction, and answers with the findings
 * as they stand. Fails with `refused` while something blocks it, and when it would settle more of an instalment or an
 * invoice than the ledger takes: that no reason opens. What was paid on an earlier day, `paidOn`, is judged as of that
 * day: it is no late payment because it is written down late, and what only its day makes wrong has happened already.
 */
export async function assertUnblocked(
  context: Context,
  tx: WritableLedger,
  payment: Payment,
  paidOn: IsoDate | null = null,
): Promise<readonly FindingView[]> {
  await assertRefund(tx, payment);
  // A payment asked for later than today would not be there to be checked.
  const facts = await context.factsIn(tx, maxDate(context.clock.today(), payment.requestedOn));
  const findings = await decided(tx, facts, checkPayment(facts, payment.id));
  const asPaid = paidOn === null ? findings : await decided(tx, facts, checkAsPaid(facts, payment, paidOn));
  const limits = limitsOf(facts, payment);
  const present = new Set(asPaid.map(({ key }) => key));
  const blocking = findings.filter(
    ({ severity, state, key }) => severity === "block" && state === "open" && present.has(key),
  );
  if (blocking.length > 0) throw blocked(payment, blocking, limits);
  if (limits.length > 0) throw beyondLimits(payment, limits);
  return asPaid;
}

function checkAsPaid(facts: Facts, payment: Payment, paidOn: IsoDate): readonly Finding[] {
  const allocations = facts.paymentsById.get(payment.id)?.allocations ?? [];
  const row: Payment = { ...payment, state: "paid", paidOn };
  return checkPayment(withPayment(facts, { id: payment.id, row, allocations }), payment.id);
}

/** The sums that a payment would break, a sentence each. */
export function limitsOf(facts: Facts, { id }: Pick<Payment, "id">): readonly string[] {
  const payment = facts.paymentsById.get(id);
  return payment === undefined ? [] : overSums(facts, payment).map(overSumSentence);
}

const mendLimits =
  "请减小付款金额，或把多出的部分分摊到其他期次、发票；应付金额确有变化的，先修改合同付款计划。";

const blocked = (payment: Payment, findings: readonly FindingView[], limits: readonly string[]): UserError =>
  new UserError({
    code: "refused",
    message: [
      `付款${payment.paymentNo}还有${findings.length}个“阻断”问题：`,
      ...findings.map((finding) => finding.message),
      ...(limits.length === 0 ? [] : [`其中超额的部分（${limits.join("；")}），写明理由也不能批准。`]),
    ].join(""),
    hint: limits.length === 0 ? "请先改正；确属合理的，请在问题上写明理由后再批。" : mendLimits,
    details: { rules: findings.map((finding) => finding.ruleId).join(" ") },
  });

const beyondLimits = (payment: Payment, limits: readonly string[]): UserError =>
  new UserError({
    code: "refused",
    message: `付款${payment.paymentNo}不能批准：${limits.join("；")}。账本不接受超额，写明理由也不能批准。`,
    hint: mendLimits,
    details: { limits: limits.length },
  });
