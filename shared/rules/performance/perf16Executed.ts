import { type Cents, subtractCents } from "../../kernel/cents.ts";
import type { Project } from "../../model/project.ts";
import type { Facts } from "../facts.ts";
import { defineRule } from "../rule.ts";
import { absoluteCents, ofProject, yuan } from "../words.ts";

export const perf16Executed = defineRule({
  id: "PERF-16",
  name: "自评执行数≠台账",
  area: "绩效",
  severity: "warn",
  description:
    "绩效自评填写的、或已定稿的自评表上的全年执行数，与账本中项目已付款的合计不同，误差一分以内不计。",
  basis: "绩效自评数据应当真实、准确",
  reads: ["selfEvaluation", "payment", "filing", "filingVersion"],
  params: {},
  check: (facts, _params, { projects }) =>
    projects.flatMap((project) => {
      const own = facts.texts.evaluationOf(project.id)?.executedCents ?? null;
      const handedIn = facts.texts.evaluationsHandedInOf(project.id).flatMap(({ name, executedCents }) => {
        // What a paper says as the ledger does was found there.
        if (executedCents === own) return [];
        return hitOf(facts, project, executedCents).map((hit) => ({
          ...hit,
          figures: { ...hit.figures, paper: name },
          message: `${name}的${hit.message}`,
          remedy: "定稿以后付款有变动：请核对，需要的重新定稿、报送。",
          texts: [
            { paper: name, place: "全年执行数", text: yuan(hit.figures.executedCents) },
            { paper: "绩效自评表", place: "全年执行数", text: yuan(hit.figures.paidCents) },
          ],
          aspect: name,
        }));
      });
      return [...hitOf(facts, project, own), ...handedIn];
    }),
});

function hitOf(facts: Facts, project: Project, executed: Cents | null) {
  if (executed === null) return [];
  const paid = facts.budget.projectPaidCents(project.id);
  const differenceCents = subtractCents(executed, paid);
  const difference = absoluteCents(differenceCents);
  if (difference <= 1) return [];
  return [
    {
      subjects: [ofProject(project)],
      figures: { executedCents: executed, paidCents: paid, differenceCents },
      message: `全年执行数${yuan(executed)}，支付台账${yuan(paid)}，相差${yuan(difference)}。`,
      remedy: "请核对全年执行数，或补登漏记的付款。",
    },
  ];
}
