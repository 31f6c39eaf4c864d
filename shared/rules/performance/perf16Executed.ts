import { subtractCents } from "../../kernel/cents.ts";
import { defineRule } from "../rule.ts";
import { absoluteCents, ofProject, yuan } from "../words.ts";

export const perf16Executed = defineRule({
  id: "PERF-16",
  name: "自评执行数≠台账",
  area: "绩效",
  severity: "warn",
  description: "绩效自评填写的全年执行数与账本中项目已付款的合计不同，误差一分以内不计。",
  basis: "绩效自评数据应当真实、准确",
  reads: ["selfEvaluation", "payment"],
  params: {},
  check: (facts, _params, { projects }) =>
    projects.flatMap((project) => {
      const executed = facts.texts.evaluationOf(project.id)?.executedCents ?? null;
      if (executed === null) return [];
      const paid = facts.budget.projectPaidCents(project.id);
      const difference = absoluteCents(subtractCents(executed, paid));
      if (difference <= 1) return [];
      return {
        subjects: [ofProject(project)],
        figures: { executedCents: executed, paidCents: paid, differenceCents: subtractCents(executed, paid) },
        message: `全年执行数${yuan(executed)}，支付台账${yuan(paid)}，相差${yuan(difference)}。`,
        remedy: "请核对全年执行数，或补登漏记的付款。",
      };
    }),
});
