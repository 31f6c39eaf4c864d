import { addCents, maxCents, subtractCents, zeroCents } from "../../kernel/cents.ts";
import { defineRule } from "../rule.ts";
import { tallySum } from "../tally.ts";
import { instalmentName, ofContract, ofInstalment, ofPayment, yuan } from "../words.ts";

export const pay02Instalment = defineRule({
  id: "PAY-02",
  name: "超本期应付",
  area: "付款",
  severity: "block",
  description: "付款超过该期应付（扣除考核扣款）减去已付后的余额；没有分摊的付款按所属期归到各期。",
  basis: "合同约定的分期付款",
  reads: ["payment", "allocation", "instalment", "acceptance"],
  params: {},
  check: (_facts, _params, { payments }) =>
    payments.flatMap((payment) =>
      payment.instalmentUses.flatMap(({ of: instalment, cents, before }) => {
        const used = tallySum(before);
        if (cents <= 0 || addCents(used, cents) <= instalment.payableCents) return [];
        const { payableCents, deductionCents } = instalment;
        const left = maxCents(zeroCents, subtractCents(payableCents, used));
        const deducted = deductionCents > 0 ? `（已扣考核款${yuan(deductionCents)}）` : "";
        const open = before.openCents > 0 ? `、在途申请${yuan(before.openCents)}` : "";
        return {
          subjects: [ofPayment(payment), ofInstalment(instalment), ofContract(instalment.contract)],
          figures: {
            payableCents,
            deductionCents,
            paidCents: before.boundCents,
            requestedCents: before.openCents,
            thisCents: cents,
            excessCents: subtractCents(cents, left),
          },
          message: `${instalmentName(instalment.row)}应付${yuan(payableCents)}${deducted}，已付${yuan(before.boundCents)}${open}，本次${yuan(cents)}超出${yuan(subtractCents(cents, left))}。`,
          remedy: payment.isPaid
            ? "请核对期次和金额，多付的应追回，或在下一期抵扣并调整分摊。"
            : `本期最多可付${yuan(left)}，请修改付款金额或期次。`,
        };
      }),
    ),
});
