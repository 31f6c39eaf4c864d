import { timeProgress, timeProgressName } from "../../budget/timeProgress.ts";
import { formatBp, ratioBp } from "../../kernel/cents.ts";
import { defineRule } from "../rule.ts";
import { ofProject } from "../words.ts";

export const bud05Progress = defineRule({
  id: "BUD-05",
  name: "执行进度偏慢/过快",
  area: "预算",
  severity: "hint",
  description: "项目执行率低于上月末序时进度较多（提示），或高出较多（警告）。",
  basis: "预算执行管理：执行进度与序时进度（月数÷12）比较；允许偏离由各单位规定",
  reads: ["project", "budgetLine", "fundingSource", "payment"],
  params: {
    slowBp: { label: "允许低于序时进度", kind: "bp", default: 1_000, confirmed: false },
    fastBp: { label: "允许高于序时进度", kind: "bp", default: 2_000, confirmed: false },
  },
  check: ({ asOf, budget }, { slowBp, fastBp }, { projects }) =>
    projects.flatMap((project) => {
      const progress = timeProgress(asOf, project.fiscalYear);
      const expected = progress.bp;
      const done = ratioBp(budget.projectPaidCents(project.id), budget.annualCents(project.id));
      if (done === undefined || expected === 0) return [];
      const isSlow = done < expected - slowBp;
      if (!isSlow && done <= expected + fastBp) return [];
      return {
        subjects: [ofProject(project)],
        figures: { ratioBp: done, timeProgressBp: expected },
        severity: isSlow ? ("hint" as const) : ("warn" as const),
        message: `执行率${formatBp(done)}，${isSlow ? "低于" : "高于"}${timeProgressName(progress)}${formatBp(expected)}。`,
        remedy: isSlow
          ? "请清理已验收未付的款项，预计用不完的及时申请调减。"
          : "请核对有无提前付款或超范围支出，并安排好后几个月的用款。",
        aspect: isSlow ? "slow" : "fast",
      };
    }),
});
