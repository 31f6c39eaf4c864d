import { addCents, type Cents, maxCents, minCents, subtractCents, zeroCents } from "../../kernel/cents.ts";
import { contractSum } from "../../schedule/contractTerm.ts";
import { roundedShare } from "../../schedule/spread.ts";
import type { ContractFact } from "../contractFacts.ts";
import { hitsInUses } from "../looking.ts";
import type { PaymentFact } from "../paymentFacts.ts";
import { defineRule } from "../rule.ts";
import { tallySum } from "../tally.ts";
import { ofContract, ofPayment, yuan } from "../words.ts";

export const pay01ContractSum = defineRule({
  id: "PAY-01",
  name: "累计超合同",
  area: "付款",
  severity: "block",
  description: "连同本次，累计付款超过付款当日有效的合同金额（含补充协议和允许超出的比例）。",
  basis: "合同约定；政府采购法：追加须签补充合同",
  reads: ["payment", "allocation", "contract", "supplement"],
  params: {},
  check: (_facts, _params, { payments }) =>
    hitsInUses(
      payments,
      (payment) => payment.contractUses,
      ({ of: contract, cents, before }, payment) => {
        const sum = sumOnDay(contract, payment);
        if (sum === null || cents <= 0) return undefined;
        const total = addCents(tallySum(before), cents);
        const { exceedBp } = contract.row;
        const limit = exceedBp === 0 ? sum : addCents(sum, roundedShare(sum, exceedBp));
        if (total <= limit) return undefined;
        const excess = minCents(cents, subtractCents(total, limit));
        const left = maxCents(zeroCents, subtractCents(limit, tallySum(before)));
        return {
          subjects: [ofPayment(payment), ofContract(contract)],
          figures: {
            totalCents: total,
            beforeCents: tallySum(before),
            thisCents: cents,
            contractCents: sum,
            limitCents: limit,
            excessCents: excess,
          },
          message: `累计付款${yuan(total)}，超合同金额${yuan(sum)}，其中本次${yuan(cents)}超出${yuan(excess)}。`,
          remedy: payment.isPaid
            ? "请核对是否重复付款；多付的应追回，确有追加的应补签补充协议。"
            : `本次最多可付${yuan(left)}；确需追加的，先签订补充协议。`,
        };
      },
    ),
});

/** A supplement that raises the sum helps from its day on; one that lowers it counts for what was paid before, too. */
function sumOnDay(contract: ContractFact, { payDate }: PaymentFact): Cents | null {
  const now = contract.sumCents;
  if (now === null || contract.supplements.length === 0) return now;
  const then = contractSum(contract.row, contract.supplements, payDate);
  return then === null ? now : minCents(now, then);
}
