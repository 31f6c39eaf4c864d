import type { DueItem } from "#shared/api/due.ts";
import { addDays, daysBetween } from "#shared/kernel/dates.ts";
import type { Advances } from "#shared/payments/openAdvance.ts";
import type { Facts } from "#shared/rules/facts.ts";
import { pay12Advance } from "#shared/rules/payment/pay12Advance.ts";
import type { PaymentFact } from "#shared/rules/paymentFacts.ts";
import { ruleValues, settingsByRule } from "#shared/rules/ruleValues.ts";
import { ofPayment, yuan } from "#shared/rules/words.ts";
import { partyOf } from "./party.ts";

/** 预付款 that neither an invoice nor a refund has made good yet; late as PAY-12 counts. */
export function advanceItem(facts: Facts, advances: Advances, payment: PaymentFact): DueItem | undefined {
  const { row, contract, payDate } = payment;
  const open = advances.openCents(payment);
  if (open <= 0) return undefined;
  const { openDays } = ruleValues(pay12Advance, settingsByRule(facts.rows.ruleSetting).get(pay12Advance.id));
  const date = typeof openDays === "number" ? addDays(payDate, openDays) : null;
  const party =
    contract === undefined
      ? {
          projectName: facts.projects.get(row.projectId)?.name ?? "",
          contractNo: "",
          contractName: "",
          vendorName: row.payeeName,
        }
      : partyOf(facts, contract);
  return {
    key: `advance|${row.id}`,
    kind: "advance",
    amountCents: open,
    date,
    days: date === null ? null : daysBetween(facts.asOf, date),
    ...party,
    what: `付款${row.paymentNo}`,
    why: `${yuan(open)}预付后已${daysBetween(payDate, facts.asOf)}天`,
    next: "催收发票并关联到这笔付款；合同不再履行的，追回预付款。",
    subject: ofPayment(payment),
  };
}
