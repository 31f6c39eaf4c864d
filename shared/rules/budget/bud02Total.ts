import { fundingTotal } from "../../budget/funding.ts";
import { subtractCents, sumCents } from "../../kernel/cents.ts";
import { defineRule } from "../rule.ts";
import { absoluteCents, ofProject, yuan } from "../words.ts";

export const bud02Total = defineRule({
  id: "BUD-02",
  name: "明细≠申请总额",
  area: "预算",
  severity: "block",
  description: "申报的预算明细（原预算，不含年内调剂）合计不等于年度资金申请总额；预算明细表列的也是原预算。",
  basis: "预算申报要求：项目支出预算明细与绩效目标申报表的资金应当一致",
  reads: ["project", "budgetLine", "fundingSource"],
  params: {},
  check: ({ budget }, _params, { projects }) =>
    projects.flatMap((project) => {
      const lines = budget.linesOf(project.id);
      const applied = fundingTotal(budget.fundingOf(project.id), "annual");
      const planned = sumCents(lines.map((line) => line.amountCents));
      // What was handed in was the budget before any 调剂; those only move money between lines.
      if (applied === planned) return [];
      return {
        subjects: [ofProject(project)],
        figures: {
          linesCents: planned,
          annualCents: applied,
          differenceCents: subtractCents(planned, applied),
        },
        message: `预算明细（原预算）合计${yuan(planned)}与年度资金申请总额${yuan(applied)}不一致。`,
        remedy: `请修改预算明细或年度资金申请总额，消除相差的${yuan(absoluteCents(subtractCents(planned, applied)))}。`,
      };
    }),
});
