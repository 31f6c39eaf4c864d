import { formatDateText, formatPeriodText, type IsoDate } from "../../kernel/dates.ts";
import { agreedEnd } from "../../schedule/contractState.ts";
import { hitsIn } from "../looking.ts";
import type { PaymentFact } from "../paymentFacts.ts";
import { defineRule } from "../rule.ts";
import { ofContract, ofPayment } from "../words.ts";

export const con03Expired = defineRule({
  id: "CON-03",
  name: "合同过期付款",
  area: "合同",
  severity: "block",
  description: "付款的所属期超出合同期限，且没有延期的补充协议。",
  basis: "民法典、合同约定：合同期满后的服务没有付款依据",
  reads: ["payment", "allocation", "instalment", "contract", "supplement"],
  params: {},
  check: ({ asOf }, _params, { payments }) =>
    hitsIn(payments, (payment) => {
      const { contract } = payment;
      const period = servicePeriod(payment);
      if (contract === undefined || period === undefined || payment.row.amountCents <= 0) return undefined;
      const { startDate } = contract.row;
      // An extension that is signed but not in force yet is agreed already.
      const endDate = agreedEnd(contract.row, contract.supplements, asOf);
      if (period.from >= startDate && period.to <= endDate) return undefined;
      return {
        subjects: [ofPayment(payment), ofContract(contract)],
        figures: {
          periodFromDate: period.from,
          periodToDate: period.to,
          contractStartDate: startDate,
          contractEndDate: endDate,
        },
        message: `付款所属期${formatPeriodText(period.from, period.to)}超出合同期限（${formatDateText(startDate)}至${formatDateText(endDate)}）。`,
        remedy: "请核对所属期；服务确实延续的，先签订补充协议或续签合同，再付款。",
      };
    }),
});

/** What the payment says it is for, else the days of the instalments it is allocated to. */
export function servicePeriod({
  row,
  instalmentUses,
}: PaymentFact): { from: IsoDate; to: IsoDate } | undefined {
  if (row.periodFrom !== null) return { from: row.periodFrom, to: row.periodTo ?? row.periodFrom };
  const regular = instalmentUses.filter((use) => use.of.row.kind === "regular").map((use) => use.of.row);
  const from = regular.map((instalment) => instalment.periodFrom).toSorted()[0];
  const to = regular
    .map((instalment) => instalment.periodTo)
    .toSorted()
    .at(-1);
  return from === undefined || to === undefined ? undefined : { from, to };
}
