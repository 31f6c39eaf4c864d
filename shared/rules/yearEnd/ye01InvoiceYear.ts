import { yearOf } from "../../kernel/dates.ts";
import { hitsInUses } from "../looking.ts";
import { defineRule } from "../rule.ts";
import { ofInvoice, ofPayment } from "../words.ts";

export const ye01InvoiceYear = defineRule({
  id: "YE-01",
  name: "跨年度发票",
  area: "年末",
  severity: "warn",
  description: "付款所用发票的开票年份不是项目的预算年度。",
  basis: "预算法：预算年度自公历一月一日起至十二月三十一日止",
  reads: ["payment", "allocation", "invoice", "project"],
  params: {},
  check: (facts, _params, { payments }) =>
    hitsInUses(
      payments,
      (payment) => payment.invoiceUses,
      ({ of: invoice, cents }, payment) => {
        const budgetYear = facts.projects.get(payment.row.projectId)?.fiscalYear;
        const issueYear = yearOf(invoice.issueDate);
        if (budgetYear === undefined || cents <= 0 || issueYear === budgetYear) return undefined;
        return {
          subjects: [ofInvoice(invoice), ofPayment(payment)],
          figures: { issueDate: invoice.issueDate, fiscalYear: budgetYear },
          message: `${issueYear}年发票在${budgetYear}年列支，请说明。`,
          remedy: "请核对发票是否属于本年度的支出；属于以前年度的，说明原因并按规定列支。",
        };
      },
    ),
});
