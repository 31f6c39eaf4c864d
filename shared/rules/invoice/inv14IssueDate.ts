import { firstIssueDay, issueDateTold } from "../../invoices/issueDateFault.ts";
import { formatDateText } from "../../kernel/dates.ts";
import { hitsInUses } from "../looking.ts";
import { defineRule } from "../rule.ts";
import { ofInvoice, ofPayment } from "../words.ts";

export const inv14IssueDate = defineRule({
  id: "INV-14",
  name: "开票日期异常",
  area: "发票",
  severity: "warn",
  description: "付款所用的发票开票日期晚于付款日（预付款除外），或比项目开始日早得多。",
  basis: "先有票据后付款；票据应属于本项目期间",
  reads: ["invoice", "payment", "allocation", "project"],
  params: { earlyDays: { label: "最多早于项目开始日的天数", kind: "days", default: 90, confirmed: false } },
  check: (facts, { earlyDays }, { payments }) => {
    const firstDays = new Map(
      facts.rows.project.map(({ id, startDate }) => [id, startDate && firstIssueDay(startDate, earlyDays)]),
    );
    return hitsInUses(
      payments,
      (payment) => payment.invoiceUses,
      ({ of: invoice, cents }, payment) => {
        const firstDay = firstDays.get(payment.row.projectId) ?? null;
        const isLate = invoice.issueDate > payment.payDate && payment.row.isAdvance === 0;
        const early = firstDay !== null && invoice.issueDate < firstDay.from ? firstDay.why : undefined;
        const why = isLate ? `晚于付款日${formatDateText(payment.payDate)}` : early;
        if (cents <= 0 || why === undefined) return undefined;
        return {
          subjects: [ofInvoice(invoice), ofPayment(payment)],
          figures: { issueDate: invoice.issueDate, firstDate: firstDay?.from ?? null },
          message: issueDateTold(invoice, why),
          remedy: isLate
            ? "请核对开票日期和付款日期；先付款后取得发票的，请说明原因。"
            : "请核对发票是否属于本项目。",
        };
      },
    );
  },
});
