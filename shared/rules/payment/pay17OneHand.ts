import type { Payment } from "../../model/payment.ts";
import { hitsIn } from "../looking.ts";
import { defineRule } from "../rule.ts";
import { ofPayment } from "../words.ts";

export const pay17OneHand = defineRule({
  id: "PAY-17",
  name: "审批为同一人",
  area: "付款",
  severity: "warn",
  description: "付款单的经办人同时是审核人或审批人，或审核人同时是审批人。",
  basis: "行政事业单位内部控制规范：不相容岗位相互分离",
  reads: ["payment"],
  params: {},
  check: (_facts, _params, { payments }) =>
    hitsIn(payments, (payment) => {
      const { handledBy, reviewedBy, approvedBy } = payment.row;
      const pairs = oneHanded(payment.row);
      if (pairs.length === 0) return undefined;
      return {
        subjects: [ofPayment(payment)],
        figures: { handledBy: handledBy.trim(), reviewedBy, approvedBy },
        message: `${pairs.join("；")}，不相容岗位未分离。`,
        remedy: "请由另一人审核、审批。",
      };
    }),
});

function oneHanded({ handledBy, reviewedBy, approvedBy }: Payment): readonly string[] {
  const [handler, reviewer, approver] = [handledBy.trim(), reviewedBy.trim(), approvedBy.trim()];
  const own = [
    ...(handler !== "" && reviewer === handler ? ["审核"] : []),
    ...(handler !== "" && approver === handler ? ["审批"] : []),
  ];
  const isReviewers = reviewer !== "" && reviewer === approver && reviewer !== handler;
  return [
    ...(own.length === 0 ? [] : [`经办与${own.join("、")}为同一人（${handler}）`]),
    ...(isReviewers ? [`审核与审批为同一人（${reviewer}）`] : []),
  ];
}
