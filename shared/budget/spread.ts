import { type Cents, cents, minCents, subtractCents, sumCents, zeroCents } from "../kernel/cents.ts";
import { yearOf } from "../kernel/dates.ts";
import type { BudgetLine, Project, QuarterPlan } from "../model/project.ts";
import type { Facts } from "../rules/facts.ts";
import { isSigned } from "./commitments.ts";
import {
  type ByQuarter,
  evenByMonth,
  evenByQuarter,
  type Quarter,
  quarters,
  quarterWithin,
  sumByQuarter,
  termWithin,
} from "./quarters.ts";

/** How a line's budget came to its quarters. */
export const spreadRules = ["written", "byQuarter", "byMonth", "byInstalments", "atStart"] as const;
export type SpreadRule = (typeof spreadRules)[number];

export const spreadNames: Readonly<Record<SpreadRule, string>> = {
  written: "用款计划",
  byQuarter: "按季平均",
  byMonth: "按月平均",
  byInstalments: "按合同期次",
  atStart: "从开始起可用",
};

/** The rule in a sentence, as the screen and the exported sheet state it. */
export const spreadWords: Readonly<Record<SpreadRule, string>> = {
  written: "按填写的用款计划；填写后又调剂的，差额计入调剂当季，不够减的依次减以后各季、再减以前各季。",
  byQuarter: "没有用款计划，支付方式为按季：按项目年内的季度平均，尾差归最后一季。",
  byMonth: "没有用款计划，支付方式为按月：按项目年内的月份平均再按季相加，尾差归最后一月。",
  byInstalments:
    "没有用款计划，支付方式为一次性或据实：按已签合同各付款期次所属期的截止日归季，其余从项目开始的季度起可用。",
  atStart: "没有用款计划，支付方式为一次性或据实，也没有已签合同的付款期次：全部从项目开始的季度起可用。",
};

export type Spread = Readonly<{ rule: SpreadRule; cents: ByQuarter }>;

/**
 * The line's budget, with 调剂 so far, by quarter; the four always add up to it. As written in the 用款计划, else by the
 * way of payment: `spreadWords` states the rules. A quarter's rest may be spent in later ones, so what has no plan is
 * open from the start.
 */
export function spreadLine(facts: Facts, line: BudgetLine, project: Project): Spread {
  const allocated = facts.budget.allocatedCents(line);
  const written = facts.budget.linePlan(line.id);
  if (written.length > 0) return { rule: "written", cents: adjustedPlan(facts, line, project, written) };
  switch (line.payMode) {
    case "quarterly":
      return { rule: "byQuarter", cents: evenByQuarter(allocated, project) };
    case "monthly":
      return { rule: "byMonth", cents: evenByMonth(allocated, project) };
    case "oneOff":
    case "asNeeded":
      return byInstalments(facts, line, project, allocated);
  }
}

/** The plan says what was written; adjustments since then go to the quarter of the last of them. */
function adjustedPlan(
  facts: Facts,
  line: BudgetLine,
  { fiscalYear }: Project,
  written: readonly QuarterPlan[],
): ByQuarter {
  const plan = sumByQuarter(
    quarters.map((quarter) => ({
      quarter,
      cents: written.find((row) => row.quarter === quarter)?.amountCents ?? zeroCents,
    })),
  );
  const last = facts.budget.lineAdjustments(line.id).at(-1);
  const at = last === undefined ? 4 : quarterWithin(last.adjustedOn, fiscalYear);
  return moveBy(plan, subtractCents(facts.budget.allocatedCents(line), sumCents(plan)), at);
}

/** Adds to a quarter, or takes from it, then from the later ones and then from the earlier, none below zero. */
export function moveBy(plan: ByQuarter, delta: Cents, at: Quarter): ByQuarter {
  if (delta >= 0) return sumByQuarter([...amountsOf(plan), { quarter: at, cents: delta }]);
  const later = quarters.filter((quarter) => quarter >= at);
  const earlier = quarters.filter((quarter) => quarter < at).toReversed();
  const taken: Readonly<{ quarter: Quarter; cents: Cents }>[] = [];
  let left = cents(-delta);
  for (const quarter of [...later, ...earlier]) {
    const part = minCents(left, plan[quarter - 1] ?? zeroCents);
    taken.push({ quarter, cents: cents(-part) });
    left = subtractCents(left, part);
  }
  // A loaded ledger may have taken more than there is: the missing part must stay in sight somewhere.
  return sumByQuarter([...amountsOf(plan), ...taken, { quarter: at, cents: cents(-left) }]);
}

const amountsOf = (plan: ByQuarter) =>
  quarters.map((quarter) => ({ quarter, cents: plan[quarter - 1] ?? zeroCents }));

function byInstalments(facts: Facts, line: BudgetLine, project: Project, allocated: Cents): Spread {
  const instalments = facts.budget
    .lineContracts(line.id)
    .filter((contract) => isSigned(contract, facts.asOf))
    .flatMap((contract) => contract.instalments)
    .filter(({ row }) => yearOf(row.periodTo) <= project.fiscalYear)
    .toSorted((a, b) => (a.row.periodTo < b.row.periodTo ? -1 : a.row.periodTo > b.row.periodTo ? 1 : 0));
  const start = quarterWithin(termWithin(project).from, project.fiscalYear);
  const parts: Readonly<{ quarter: Quarter; cents: Cents }>[] = [];
  let left = allocated;
  for (const { row, payableCents } of instalments) {
    const part = minCents(payableCents, cents(Math.max(0, left)));
    parts.push({ quarter: quarterWithin(row.periodTo, project.fiscalYear), cents: part });
    left = subtractCents(left, part);
  }
  const rule = parts.length === 0 ? "atStart" : "byInstalments";
  return { rule, cents: sumByQuarter([...parts, { quarter: start, cents: left }]) };
}
