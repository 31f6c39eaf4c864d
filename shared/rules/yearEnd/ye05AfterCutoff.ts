import { formatDateText } from "../../kernel/dates.ts";
import { defineRule } from "../rule.ts";
import { ofPayment } from "../words.ts";

export const ye05AfterCutoff = defineRule({
  id: "YE-05",
  name: "关账后付款",
  area: "年末",
  severity: "block",
  description: "付款日晚于预算年度设置的支付截止日；没有设置截止日的年度不查。",
  basis: "财政部门当年的年终支付安排",
  reads: ["payment", "project", "fiscalYear"],
  params: {},
  check: (facts, _params, { payments }) =>
    payments.flatMap((payment) => {
      const budgetYear = facts.projects.get(payment.row.projectId)?.fiscalYear;
      const cutoff = budgetYear === undefined ? null : (facts.years.get(budgetYear)?.paymentCutoff ?? null);
      if (cutoff === null || payment.payDate <= cutoff || payment.row.amountCents <= 0) return [];
      return {
        subjects: [ofPayment(payment)],
        figures: {
          cutoffDate: cutoff,
          [payment.isPaid ? "paidDate" : "asOfDate"]: payment.payDate,
        },
        message: `已过本年度支付截止日${formatDateText(cutoff)}。`,
        remedy: payment.isPaid
          ? "请说明关账后付款的原因和依据。"
          : "本年度不能再支付，请按结转或下年度预算办理。",
      };
    }),
});
