import { fundingTotal } from "../../budget/funding.ts";
import { subtractCents, sumCents } from "../../kernel/cents.ts";
import { defineRule } from "../rule.ts";
import { absoluteCents, ofProject, yuan } from "../words.ts";

export const bud02Total = defineRule({
  id: "BUD-02",
  name: "明细≠申请总额",
  area: "预算",
  severity: "block",
  description: "预算明细合计不等于年度资金申请总额。",
  basis: "预算申报要求：项目支出预算明细与绩效目标申报表的资金应当一致",
  reads: ["project", "budgetLine", "budgetAdjustment", "fundingSource"],
  params: {},
  check: ({ budget }, _params, { projects }) =>
    projects.flatMap((project) => {
      const lines = budget.linesOf(project.id);
      const applied = fundingTotal(budget.fundingOf(project.id), "annual");
      const planned = sumCents(lines.map((line) => line.amountCents));
      // Money added during the year is in the adjustments; either reading may be the one that was handed in.
      if (applied === planned || applied === sumCents(lines.map(budget.allocatedCents))) return [];
      return {
        subjects: [ofProject(project)],
        figures: {
          linesCents: planned,
          annualCents: applied,
          differenceCents: subtractCents(planned, applied),
        },
        message: `预算明细${yuan(planned)}与年度资金申请总额${yuan(applied)}不一致。`,
        remedy: `请修改预算明细或年度资金申请总额，消除相差的${yuan(absoluteCents(subtractCents(planned, applied)))}。`,
      };
    }),
});
