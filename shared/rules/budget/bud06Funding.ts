import { fundingAmount, fundingParts } from "../../budget/funding.ts";
import { subtractCents } from "../../kernel/cents.ts";
import { defineRule } from "../rule.ts";
import { ofProject, yuan } from "../words.ts";

const scopes = [
  { scope: "total", sum: "项目资金总额", parts: "财政资金与其他资金" },
  { scope: "annual", sum: "年度资金申请总额", parts: "当年财政拨款、上年结转资金与其他资金" },
] as const;

export const bud06Funding = defineRule({
  id: "BUD-06",
  name: "资金勾稽",
  area: "预算",
  severity: "block",
  description:
    "项目资金总额不等于财政资金加其他资金，或年度资金申请总额不等于当年财政拨款、上年结转和其他资金之和。",
  basis: "财政项目支出绩效目标申报表填报要求",
  reads: ["project", "fundingSource"],
  params: {},
  check: ({ budget }, _params, { projects }) =>
    projects.flatMap((project) =>
      scopes.flatMap(({ scope, sum, parts }) => {
        const sources = budget.fundingOf(project.id);
        const stated = fundingAmount(sources, scope, "sum");
        const added = fundingParts(sources, scope);
        if (stated === undefined || stated === added) return [];
        return {
          subjects: [ofProject(project)],
          figures: {
            scope,
            sumCents: stated,
            partsCents: added,
            differenceCents: subtractCents(stated, added),
          },
          message: `项目资金构成合计不符：${sum}${yuan(stated)}，${parts}合计${yuan(added)}。`,
          remedy: "请在项目的资金来源中改正总额或各项来源。",
          aspect: scope,
        };
      }),
    ),
});
