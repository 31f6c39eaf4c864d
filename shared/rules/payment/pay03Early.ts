import { daysBetween, formatDateText, type IsoDate, maxDate } from "../../kernel/dates.ts";
import { acceptanceState } from "../../schedule/acceptanceState.ts";
import { effectiveEarliest } from "../../schedule/payDates.ts";
import type { InstalmentFact } from "../contractFacts.ts";
import type { Facts } from "../facts.ts";
import { hitsInUses } from "../looking.ts";
import type { PaymentFact } from "../paymentFacts.ts";
import { defineRule } from "../rule.ts";
import { instalmentName, ofContract, ofInstalment, ofPayment } from "../words.ts";

export const pay03Early = defineRule({
  id: "PAY-03",
  name: "提前付款",
  area: "付款",
  severity: "warn",
  description: "付款日早于该期按合同付款方式（季初、季末、收票验收后）算出的最早付款日。",
  basis: "合同约定的付款时间",
  reads: ["payment", "allocation", "instalment", "contract", "acceptance", "invoice"],
  params: {},
  check: (facts, _params, { payments }) =>
    hitsInUses(
      payments,
      (payment) => payment.instalmentUses,
      ({ of: instalment, cents }, payment) => {
        const isAdvance = payment.row.isAdvance === 1 && instalment.row.kind !== "regular";
        // When a retention may be released is PAY-15.
        if (cents <= 0 || isAdvance || instalment.row.kind === "retention") return undefined;
        const earliest = earliestFor(facts, payment, instalment);
        if (earliest === null || payment.payDate >= earliest) return undefined;
        const days = daysBetween(payment.payDate, earliest);
        const { row } = instalment;
        return {
          subjects: [ofPayment(payment), ofInstalment(instalment), ofContract(instalment.contract)],
          figures: {
            earliestDate: earliest,
            [payment.isPaid ? "paidDate" : "asOfDate"]: payment.payDate,
            earlyDays: days,
          },
          message: `第${row.seq}期（${instalmentName(row)}）最早付款日为${formatDateText(earliest)}，提前${days}天。`,
          remedy: payment.isPaid
            ? "请说明提前付款的原因；属于预付的，应在合同或补充协议中约定。"
            : `请在${formatDateText(earliest)}及以后付款。`,
        };
      },
    ),
});

/** Where it hangs on papers, the later of the acceptance and this payment's invoices. */
function earliestFor(facts: Facts, payment: PaymentFact, instalment: InstalmentFact): IsoDate | null {
  const { row, contract } = instalment;
  const accepted = acceptanceState(row, contract.acceptances);
  const invoiceIds = new Set(
    payment.allocations
      .filter((part) => part.instalmentId === row.id || part.instalmentId === null)
      .map((part) => part.invoiceId),
  );
  const issued = [...invoiceIds]
    .map((id) => (id === null ? undefined : facts.invoices.byId.get(id)?.issueDate))
    .filter((date) => date !== undefined);
  const papers = {
    acceptedOn: accepted.kind === "accepted" ? accepted.on : null,
    invoicedOn: issued.length === 0 ? null : issued.reduce(maxDate),
  };
  return effectiveEarliest(contract.row, row, papers);
}
