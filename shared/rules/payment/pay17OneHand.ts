import { defineRule } from "../rule.ts";
import { ofPayment } from "../words.ts";

const duties = [
  { key: "reviewedBy", word: "审核" },
  { key: "approvedBy", word: "审批" },
] as const;

export const pay17OneHand = defineRule({
  id: "PAY-17",
  name: "审批为同一人",
  area: "付款",
  severity: "warn",
  description: "付款单的经办人同时是审核人或审批人。",
  basis: "行政事业单位内部控制规范：不相容岗位相互分离",
  reads: ["payment"],
  params: {},
  check: (_facts, _params, { payments }) =>
    payments.flatMap((payment) => {
      const { row } = payment;
      const handler = row.handledBy.trim();
      const same = duties.filter(({ key }) => handler !== "" && row[key].trim() === handler);
      if (same.length === 0) return [];
      return {
        subjects: [ofPayment(payment)],
        figures: { handledBy: handler, reviewedBy: row.reviewedBy, approvedBy: row.approvedBy },
        message: `经办与${same.map(({ word }) => word).join("、")}为同一人（${handler}），不相容岗位未分离。`,
        remedy: "请由另一人审核、审批。",
      };
    }),
});
