import { cents as toCents } from "../../kernel/cents.ts";
import { defineRule } from "../rule.ts";
import { ofPayment, yuan } from "../words.ts";

export const con01NoContract = defineRule({
  id: "CON-01",
  name: "无合同付款",
  area: "合同",
  severity: "block",
  description: "单笔付款达到合同起点金额，却没有关联合同。",
  basis: "单位内部控制规范：达到合同起点的支出应有书面合同；起点金额由各单位规定",
  reads: ["payment", "contract", "allocation"],
  params: {
    limitCents: { label: "签订合同的起点金额", kind: "cents", default: 1_000_000, confirmed: false },
  },
  check: (_facts, { limitCents }, { payments }) =>
    payments
      .filter(({ row, contract }) => contract === undefined && row.amountCents >= limitCents)
      .map((payment) => ({
        subjects: [ofPayment(payment)],
        figures: { amountCents: payment.row.amountCents, limitCents },
        message: `单笔${yuan(payment.row.amountCents)}达到合同起点${yuan(toCents(limitCents))}，未关联合同。`,
        remedy: "请关联已签订的合同；尚未签订的，应先签订合同再付款。",
      })),
});
