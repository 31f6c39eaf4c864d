import { formatPeriodText, yearOf } from "../../kernel/dates.ts";
import { servicePeriod } from "../contract/con03Expired.ts";
import { hitsIn } from "../looking.ts";
import { defineRule } from "../rule.ts";
import { ofPayment } from "../words.ts";

export const ye02ServicePeriod = defineRule({
  id: "YE-02",
  name: "跨年度服务期",
  area: "年末",
  severity: "warn",
  description: "付款的所属期不在项目的预算年度内。",
  basis: "预算法：预算年度自公历一月一日起至十二月三十一日止",
  reads: ["payment", "allocation", "instalment", "project"],
  params: {},
  check: (facts, _params, { payments }) =>
    hitsIn(payments, (payment) => {
      const budgetYear = facts.projects.get(payment.row.projectId)?.fiscalYear;
      const period = servicePeriod(payment);
      if (budgetYear === undefined || period === undefined || payment.row.amountCents <= 0) return undefined;
      if (yearOf(period.from) === budgetYear && yearOf(period.to) === budgetYear) return undefined;
      return {
        subjects: [ofPayment(payment)],
        figures: { periodFromDate: period.from, periodToDate: period.to, fiscalYear: budgetYear },
        message: `所属期${formatPeriodText(period.from, period.to)}不在预算年度内。`,
        remedy: "请核对所属期；属于其他年度的，用相应年度的预算支付。",
      };
    }),
});
