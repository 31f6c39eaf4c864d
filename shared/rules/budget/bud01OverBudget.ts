import { cumulative, quarterWithin } from "../../budget/quarters.ts";
import { spreadLine } from "../../budget/spread.ts";
import { addCents, type Cents, subtractCents, zeroCents } from "../../kernel/cents.ts";
import type { Severity } from "../../model/check.ts";
import type { BudgetLine, Project } from "../../model/project.ts";
import type { Facts } from "../facts.ts";
import type { PaymentFact } from "../paymentFacts.ts";
import { remembering } from "../remembering.ts";
import { defineRule, type Hit } from "../rule.ts";
import { tallySum } from "../tally.ts";
import { ofLine, ofPayment, ofProject, yuan } from "../words.ts";

export const bud01OverBudget = defineRule({
  id: "BUD-01",
  name: "超预算/无预算",
  area: "预算",
  severity: "block",
  description:
    "连同本次，付款超过预算明细（含调剂）、到本季度为止的用款计划或项目年度资金申请总额；项目有预算明细而付款未对应任何一项。" +
    "超过预算明细、用款计划的，按该明细的超支控制：阻断、警告，或不控制。",
  basis: "预算法：不得超预算、无预算支出",
  reads: ["payment", "contract", "budgetLine", "budgetAdjustment", "quarterPlan", "fundingSource", "project"],
  params: {},
  check: (facts, _params, { payments }) => {
    const { budget, projects } = facts;
    // Most lines and projects are never overdrawn, and then none of their payments is.
    const isLineEnough = remembering(
      (line: BudgetLine) =>
        budget.lineStaysWithin(line.id, budget.allocatedCents(line)) && budget.linePlan(line.id).length === 0,
    );
    const isProjectEnough = remembering(
      (id: Project["id"]) => !projects.has(id) || budget.projectStaysWithin(id, budget.annualCents(id)),
    );
    const asked = payments.filter(({ row }) => row.amountCents > 0);
    return [
      ...asked
        .filter(({ lineUse }) => lineUse === undefined || !isLineEnough(lineUse.of))
        .flatMap((payment) => onLine(facts, payment)),
      ...asked
        .filter(({ row }) => !isProjectEnough(row.projectId))
        .flatMap((payment) => onProject(facts, payment)),
    ];
  },
});

function onLine(facts: Facts, payment: PaymentFact): readonly Hit[] {
  const { lineUse, row } = payment;
  if (lineUse === undefined) {
    if (facts.budget.linesOf(row.projectId).length === 0) return [];
    return [
      {
        subjects: [ofPayment(payment)],
        figures: { amountCents: row.amountCents },
        message: `付款${yuan(row.amountCents)}没有对应的预算明细，属于无预算支出。`,
        remedy: "请选择预算明细；预算中确实没有的，先办理预算调剂。",
        aspect: "line",
      },
    ];
  }
  const line = lineUse.of;
  const severity = severities[line.control];
  if (severity === undefined) return [];
  const allocated = facts.budget.allocatedCents(line);
  const used = tallySum(facts.budget.lineUsedBefore(payment));
  const subjects = [ofPayment(payment), ofLine(line)];
  if (addCents(used, lineUse.cents) > allocated) {
    return [{ ...over(payment, line.name, allocated, used), subjects, severity }];
  }
  return onQuarter(facts, payment, line, used).map((hit) => ({ ...hit, subjects, severity }));
}

/** What the line's own control makes of an excess; without control there is none. */
const severities: Readonly<Record<BudgetLine["control"], Severity | undefined>> = {
  block: "block",
  warn: "warn",
  ignore: undefined,
};

/** Against a plan that the office wrote down; how a line is spread otherwise is an estimate, and binds nobody. */
function onQuarter(
  facts: Facts,
  payment: PaymentFact,
  line: BudgetLine,
  used: Cents,
): readonly Omit<Hit, "subjects">[] {
  const project = facts.projects.get(line.projectId);
  if (project === undefined || facts.budget.linePlan(line.id).length === 0) return [];
  const quarter = quarterWithin(payment.payDate, project.fiscalYear);
  const planned = cumulative(spreadLine(facts, line, project).cents)[quarter - 1] ?? zeroCents;
  if (addCents(used, payment.row.amountCents) <= planned) return [];
  const hit = over(payment, `${line.name}到第${quarter}季度为止的用款计划`, planned, used);
  return [
    {
      ...hit,
      figures: { ...hit.figures, quarter },
      remedy: payment.isPaid ? hit.remedy : "请推迟到以后季度支付、减少付款金额，或先调整用款计划。",
      aspect: "quarter",
    },
  ];
}

function onProject(facts: Facts, payment: PaymentFact): readonly Hit[] {
  const project = facts.projects.get(payment.row.projectId);
  if (project === undefined) return [];
  const total = facts.budget.annualCents(project.id);
  const used = tallySum(facts.budget.projectUsedBefore(payment));
  if (addCents(used, payment.row.amountCents) <= total) return [];
  return [
    {
      ...over(payment, `项目${project.name}`, total, used),
      subjects: [ofPayment(payment), ofProject(project)],
    },
  ];
}

function over(payment: PaymentFact, name: string, budget: Cents, used: Cents): Omit<Hit, "subjects"> {
  const left = subtractCents(budget, used);
  const { amountCents } = payment.row;
  return {
    figures: { budgetCents: budget, usedCents: used, availableCents: left, thisCents: amountCents },
    message: `${name}余额${yuan(left)}，不足，本次${yuan(amountCents)}。`,
    remedy: payment.isPaid
      ? "请核对预算明细是否选对；确属超支的，补办预算调剂或追加手续。"
      : "请减少付款金额、改用正确的预算明细，或先办理预算调剂。",
  };
}
