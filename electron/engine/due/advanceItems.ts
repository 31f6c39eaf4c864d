import type { DueItem } from "#shared/api/due.ts";
import { subtractCents, sumCents } from "#shared/kernel/cents.ts";
import { addDays, daysBetween } from "#shared/kernel/dates.ts";
import type { Facts } from "#shared/rules/facts.ts";
import { pay12Advance } from "#shared/rules/payment/pay12Advance.ts";
import type { PaymentFact } from "#shared/rules/paymentFacts.ts";
import { ruleValues, settingsByRule } from "#shared/rules/ruleValues.ts";
import { ofPayment } from "#shared/rules/words.ts";
import { partyOf } from "./party.ts";

/** 预付款 that no invoice has offset yet; late as PAY-12 counts. */
export function advanceItem(facts: Facts, payment: PaymentFact): DueItem | undefined {
  const { row, contract, isPaid, payDate } = payment;
  if (row.isAdvance !== 1 || !isPaid || row.amountCents <= 0) return undefined;
  const open = subtractCents(row.amountCents, sumCents(payment.invoiceUses.map((use) => use.cents)));
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
    why: `预付后已${daysBetween(payDate, facts.asOf)}天`,
    next: "催收发票并关联到这笔付款；合同不再履行的，追回预付款。",
    subject: ofPayment(payment),
  };
}
