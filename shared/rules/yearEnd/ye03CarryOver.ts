import { fundingAmount } from "../../budget/funding.ts";
import { fundUse } from "../../budget/fundUse.ts";
import { type Cents, minCents, zeroCents } from "../../kernel/cents.ts";
import { formatDateText, type IsoDate, isoDate } from "../../kernel/dates.ts";
import type { Project } from "../../model/project.ts";
import type { Facts } from "../facts.ts";
import { defineRule } from "../rule.ts";
import { ofProject, yuan } from "../words.ts";

/** Carry-over that is to be used last is looked for when the year is over. */
const monthEnds = { first: ["06-30", "09-30", "12-31"], last: ["12-31"] } as const;

export const ye03CarryOver = defineRule({
  id: "YE-03",
  name: "结转资金未用",
  area: "年末",
  severity: "warn",
  description:
    "到6月、9月、12月末，上年结转资金仍未用完（设置为“结转后用”的只在12月末查）；同名项目上一年的结转也没有用完的，说明已连续两年。",
  basis: "预算法及盘活财政存量资金的规定：连续两年未用完的结转资金作为结余资金收回",
  reads: ["project", "fundingSource", "payment", "setting"],
  params: {},
  check: (facts, _params, { projects }) =>
    projects.flatMap((project) => {
      const left = leftOf(facts, project);
      if (left === undefined || left.cents <= 0) return [];
      const checkedOn = lastMonthEnd(project, left.order, facts.asOf);
      if (checkedOn === undefined) return [];
      const old = minCents(left.cents, leftFromYearBefore(facts, project));
      const twoYears = old > 0 ? `，其中${yuan(old)}已连续两年未用完` : "";
      return {
        subjects: [ofProject(project)],
        figures: { carryOverCents: left.carryOver, leftCents: left.cents, twoYearsCents: old, checkedOn },
        message: `到${formatDateText(checkedOn)}，结转资金${yuan(left.carryOver)}中${yuan(left.cents)}仍未使用${twoYears}。`,
        remedy:
          old > 0
            ? "连续两年未用完的结转资金应按规定交回财政；请与财政部门核对。"
            : "请优先安排使用结转资金；确定用不完的，及时申请调整或交回。",
      };
    }),
});

type Left = Readonly<{ carryOver: Cents; cents: Cents; order: "first" | "last" }>;

function leftOf(facts: Facts, project: Project): Left | undefined {
  const carryOver = fundingAmount(facts.budget.fundingOf(project.id), "annual", "carryOver") ?? zeroCents;
  if (carryOver <= 0) return undefined;
  const { sources, order } = fundUse(facts, project.id);
  const source = sources.find(({ kind }) => kind === "carryOver");
  return { carryOver, cents: source?.leftCents ?? zeroCents, order };
}

/** The last of the month ends of the project's year that is over; the year's last one for ever after. */
function lastMonthEnd({ fiscalYear }: Project, order: Left["order"], asOf: IsoDate): IsoDate | undefined {
  return monthEnds[order].map((end) => isoDate(`${fiscalYear}-${end}`)).findLast((end) => end <= asOf);
}

const leftFromYearBefore = (facts: Facts, { name, fiscalYear }: Project): Cents => {
  const before = facts.rows.project.find((row) => row.name === name && row.fiscalYear === fiscalYear - 1);
  return (before && leftOf(facts, before)?.cents) ?? zeroCents;
};
