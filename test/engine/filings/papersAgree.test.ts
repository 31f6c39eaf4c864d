import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { executionSheet } from "#engine/filings/executionSheet.ts";
import { payPlanSheet } from "#engine/filings/payPlanSheet.ts";
import { projectPaper } from "#engine/filings/projectPaper.ts";
import { sampleToday } from "#engine/sample/office.ts";
import { buildBudget } from "#shared/forms/builders/budget.ts";
import { buildExecution } from "#shared/forms/builders/execution.ts";
import { buildMonitoring } from "#shared/forms/builders/monitoring.ts";
import { buildPayPlan } from "#shared/forms/builders/payPlan.ts";
import { buildSelfEvaluation } from "#shared/forms/builders/selfEvaluation.ts";
import { buildTargets, buildTargetsFill } from "#shared/forms/builders/targets.ts";
import type { FormId } from "#shared/forms/formKinds.ts";
import { templates } from "#shared/forms/templates/templates.ts";
import { printValue } from "#shared/forms/values.ts";
import { evaluateProject } from "#shared/indicators/evaluation.ts";
import { monitorProject } from "#shared/indicators/monitored.ts";
import { cents, sumCents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import { narrativeOffers } from "#shared/narrative/offers.ts";
import type { FactRows } from "#shared/rules/factRows.ts";
import { buildFacts, type Facts } from "#shared/rules/facts.ts";
import { amountsIn } from "#shared/text/amounts.ts";
import { sampleDesk } from "#test/engine/support/sampleDesk.ts";
import { lineOf, paymentOf, projectOf, rightRows } from "#test/shared/rules/sampleRows.ts";
import { previewSheet } from "./previewSheet.ts";
import { amountsBeside, totalIn } from "./sheetTotals.ts";

const cutoff = isoDate("2022-07-31");

/** Every amount that several papers of a project state, by what it is and where it stands. */
function statedBy(facts: Facts, template: (typeof templates)[number]) {
  const project = facts.rows.project[0] ?? projectOf();
  const paper = projectPaper(facts, project);
  const scope = { fiscalYear: 2022, projectId: null };
  const sheet = { fiscalYear: 2022, project: null, unitName: "", asOf: facts.asOf };
  const targets = buildTargets(paper, template);
  const fill = buildTargetsFill(paper, template);
  const budget = buildBudget(paper, template);
  const execution = buildExecution(executionSheet({ facts, scope, sheet }), template);
  const plan = buildPayPlan(payPlanSheet({ facts, scope, sheet }), template);
  const monitoring = buildMonitoring(paper, monitorProject(facts, project, cutoff), template);
  const evaluation = buildSelfEvaluation(paper, evaluateProject(facts, project, 10), template);
  const narrative = narrativeOffers(facts, project).find(({ heading }) => heading.endsWith("年度预算安排"));
  const fundTotal = amountsBeside(execution, "合计", 1);
  const { columns } = template.execution;
  return {
    annual: {
      narrative: amountsIn(narrative?.text ?? "")[0]?.cents,
      targets: amountsBeside(targets, "年度资金申请总额")[0],
      fill: amountsBeside(fill, "年度资金申请总额")[0],
      budget: amountsBeside(budget, "年度资金申请总额")[0],
      lines: amountsBeside(budget, "合计")[0],
      executionLines: totalIn(execution, columns, "original"),
      executionFunds: fundTotal[0],
      monitoring: amountsBeside(monitoring, "年度资金总额")[0],
      evaluationInitial: amountsBeside(evaluation, "年度资金总额")[0],
      evaluationBudget: amountsBeside(evaluation, "年度资金总额")[1],
    },
    paid: {
      executionLines: totalIn(execution, columns, "paid"),
      executionFunds: fundTotal[1],
      plan: totalIn(plan, template.payPlan.columns, "paid"),
      monitoring: amountsBeside(monitoring, "年度资金总额")[1],
      evaluation: amountsBeside(evaluation, "年度资金总额")[2],
    },
    bySource: {
      monitoring: ["其中：当年财政拨款", "上年结转资金"].map((label) => amountsBeside(monitoring, label)[1]),
      evaluation: ["其中：当年财政拨款", "上年结转资金"].map((label) => amountsBeside(evaluation, label)[2]),
    },
  };
}

const aPayment = fc.record({
  line: fc.integer({ min: 0, max: 4 }),
  amountCents: fc.integer({ min: 1, max: 5_000_000 }),
  month: fc.integer({ min: 1, max: 6 }),
  contract: fc.constantFrom<string | null>("contract-1", "contract-2", null),
  isPaid: fc.boolean(),
});

/** An office with any lines, sources and payments, whose lines come to what it applies for. */
const anOffice = fc
  .record({
    amounts: fc.array(fc.integer({ min: 1, max: 90_000_000 }), { minLength: 1, maxLength: 5 }),
    carried: fc.integer({ min: 0, max: 100 }),
    payments: fc.array(aPayment, { maxLength: 12 }),
    moved: fc.integer({ min: 0, max: 1000 }),
  })
  .map(({ amounts, carried, payments, moved }): FactRows => {
    const total = sumCents(amounts.map(cents));
    const carryOver = Math.trunc((total * carried) / 100);
    const sums = { sum: total, currentAppropriation: total - carryOver, carryOver } as const;
    const adjustment = (line: number, deltaCents: number) => ({
      id: asId(`adjustment-${line}`),
      groupId: asId("group"),
      budgetLineId: asId(`line-${line}`),
      adjustedOn: isoDate("2022-03-01"),
      deltaCents: cents(deltaCents),
      reason: "调剂",
      documentNo: "",
      voidedAt: null,
      voidReason: null,
    });
    return {
      ...rightRows,
      allocation: [],
      fundingSource: (["total", "annual"] as const).flatMap((scope) =>
        Object.entries(sums).map(([kind, amountCents]) => ({
          id: asId(`${scope}-${kind}`),
          projectId: asId("project-1"),
          scope,
          kind: kind as keyof typeof sums,
          amountCents: cents(amountCents),
        })),
      ),
      budgetLine: amounts.map((amountCents, index) =>
        lineOf({ id: asId(`line-${index + 1}`), seq: index + 1, amountCents: cents(amountCents) }),
      ),
      budgetAdjustment: amounts.length > 1 ? [adjustment(1, -moved), adjustment(2, moved)] : [],
      payment: payments.map(({ line, amountCents, month, contract, isPaid }, index) =>
        paymentOf({
          id: asId(`payment-${index + 1}`),
          paymentNo: `FK-2022-${String(index + 1).padStart(3, "0")}`,
          budgetLineId: line < amounts.length ? asId(`line-${line + 1}`) : null,
          contractId: contract === null ? null : asId(contract),
          amountCents: cents(amountCents),
          requestedOn: isoDate(`2022-0${month}-01`),
          state: isPaid ? "paid" : "pending",
          paidOn: isPaid ? isoDate(`2022-0${month}-15`) : null,
        }),
      ),
    };
  });

describe.each(templates.map((template) => [template.id, template] as const))(
  "papers on %s",
  (_, template) => {
    it("never contradict each other, whatever the office", () => {
      fc.assert(
        fc.property(anOffice, (rows) => {
          const { annual, paid, bySource } = statedBy(buildFacts(rows, cutoff), template);
          const wanted = rows.fundingSource[0]?.amountCents;
          const spent = sumCents(
            rows.payment.filter(({ state }) => state === "paid").map(({ amountCents }) => amountCents),
          );
          expect(annual).toEqual(Object.fromEntries(Object.keys(annual).map((place) => [place, wanted])));
          expect(paid).toEqual(Object.fromEntries(Object.keys(paid).map((place) => [place, spent])));
          expect(bySource.monitoring).toEqual(bySource.evaluation);
        }),
        { numRuns: 60 },
      );
    });
  },
);

describe("papers of the sample", () => {
  const asOf = sampleToday;
  const [template] = templates;
  if (template === undefined) throw new Error("there is no template");

  async function papers() {
    const context = await (await sampleDesk()).context();
    const sheet = async (form: FormId, subject = { fiscalYear: 2022, projectId: null } as object) =>
      (await previewSheet(context, { form, subject, asOf } as Parameters<typeof previewSheet>[1])).form;
    return { context, sheet };
  }

  it("state one budget and one execution, by whichever paper one reads them", async () => {
    const { context } = await papers();
    const { annual, paid, bySource } = statedBy(await context.facts(asOf), template);
    expect(new Set(Object.values(annual))).toEqual(new Set([43_000_000]));
    expect(new Set(Object.values(paid)).size).toBe(1);
    expect(bySource.monitoring).toEqual(bySource.evaluation);
  });

  it("state one rent paid: the sheet of months and the plan of the same contracts", async () => {
    const { context, sheet } = await papers();
    const rents = await sheet("rentalMonths");
    const plan = payPlanSheet({
      facts: await context.facts(asOf),
      scope: { fiscalYear: 2022, projectId: null },
      sheet: { fiscalYear: 2022, project: null, unitName: "", asOf },
    });
    const numbers = new Set(
      rents.rows.flatMap(({ cells }) => cells.map(({ value }) => printValue(value).split("\n")[0])),
    );
    const ofRents = plan.groups.filter(({ heading }) => numbers.has(heading[0]?.replace("合同 ", "")));
    expect(ofRents.length).toBeGreaterThan(2);
    const paid = sumCents(ofRents.flatMap(({ lines }) => lines.map((line) => line.paidCents)));
    const paidRows = rents.rows.filter(({ cells }) =>
      cells.some(({ value }) => printValue(value) === "已付"),
    );
    expect(amountsBeside(rents, "已付", paidRows.length - 1).at(-1)).toBe(paid);
  });

  it("state one amount of a payment: its slips, the check and the register of its contract", async () => {
    const { context, sheet } = await papers();
    const facts = await context.facts(asOf);
    const check = await sheet("paymentCheck");
    const contracts = await sheet("contracts");
    for (const { row, contract } of facts.payments.slice(0, 6)) {
      const subject = { paymentId: row.id };
      const [approval, voucher] = [await sheet("approvalSlip", subject), await sheet("voucherSlip", subject)];
      expect(amountsBeside(approval, "小写")[0]).toBe(row.amountCents);
      expect(amountsBeside(voucher, "小写（元）")[0]).toBe(row.amountCents);
      expect(amountsBeside(check, row.paymentNo)[0]).toBe(row.amountCents);
      if (contract === undefined || contract.row.amountCents === null) continue;
      expect(amountsBeside(approval, "合同金额")[0]).toBe(
        amountsBeside(contracts, contract.row.contractNo)[0],
      );
    }
  });
});
