import { capitalAmount, sameCapital } from "../../kernel/capitalAmount.ts";
import { defineRule } from "../rule.ts";
import { ofPayment, yuan } from "../words.ts";

export const pay18Capital = defineRule({
  id: "PAY-18",
  name: "大小写金额不一致",
  area: "付款",
  severity: "block",
  description: "付款单上写的大写金额不是付款金额的大写；没有写大写金额的不查。",
  basis: "支付结算办法：票据和结算凭证金额以中文大写和阿拉伯数码同时记载，二者必须一致",
  reads: ["payment"],
  params: {},
  check: (_facts, _params, { payments }) =>
    payments
      .filter(({ row }) => row.capitalText.trim() !== "" && !sameCapital(row.capitalText, row.amountCents))
      .map((payment) => {
        const { capitalText, amountCents } = payment.row;
        return {
          subjects: [ofPayment(payment)],
          figures: { capitalText, amountCents },
          message: `大写金额与小写不一致：大写“${capitalText}”，小写${yuan(amountCents)}。`,
          remedy: `请核对审批单：金额无误的，大写应为“${capitalAmount(amountCents)}”。`,
        };
      }),
});
