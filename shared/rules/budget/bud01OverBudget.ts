import { addCents, type Cents, subtractCents } from "../../kernel/cents.ts";
import type { Facts } from "../facts.ts";
import type { PaymentFact } from "../paymentFacts.ts";
import { defineRule, type Hit } from "../rule.ts";
import { tallySum } from "../tally.ts";
import { ofLine, ofPayment, ofProject, yuan } from "../words.ts";

export const bud01OverBudget = defineRule({
  id: "BUD-01",
  name: "超预算/无预算",
  area: "预算",
  severity: "block",
  description:
    "连同本次，付款超过预算明细（含调剂）或项目年度资金申请总额；项目有预算明细而付款未对应任何一项。",
  basis: "预算法：不得超预算、无预算支出",
  reads: ["payment", "contract", "budgetLine", "budgetAdjustment", "fundingSource", "project"],
  params: {},
  check: (facts, _params, { payments }) =>
    payments
      .filter((payment) => payment.row.amountCents > 0)
      .flatMap((payment) => [...onLine(facts, payment), ...onProject(facts, payment)]),
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
  const allocated = facts.budget.allocatedCents(lineUse.of);
  const used = tallySum(facts.budget.lineUsedBefore(payment));
  if (addCents(used, lineUse.cents) <= allocated) return [];
  return [
    {
      ...over(payment, lineUse.of.name, allocated, used),
      subjects: [ofPayment(payment), ofLine(lineUse.of)],
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
