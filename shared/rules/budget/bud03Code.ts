import { defineRule } from "../rule.ts";
import { ofLine, ofPayment } from "../words.ts";

export const bud03Code = defineRule({
  id: "BUD-03",
  name: "科目不符",
  area: "预算",
  severity: "warn",
  description: "付款的经济分类科目与预算明细的科目不同。",
  basis: "预算法：按批准的预算科目支出",
  reads: ["payment", "budgetLine"],
  params: {},
  check: (_facts, _params, { payments }) =>
    payments.flatMap((payment) => {
      const line = payment.lineUse?.of;
      const { economicCode } = payment.row;
      if (line === undefined || economicCode === "" || line.economicCode === "") return [];
      if (economicCode === line.economicCode) return [];
      return {
        subjects: [ofPayment(payment), ofLine(line)],
        figures: { paymentCode: economicCode, lineCode: line.economicCode },
        message: `支付科目${economicCode}与预算科目${line.economicCode}不一致。`,
        remedy: "请核对科目；确需改变用途的，先办理预算调剂。",
      };
    }),
});
