import { describe, expect, it } from "vitest";
import { buildBudget } from "#shared/forms/builders/budget.ts";
import { buildMonitoring } from "#shared/forms/builders/monitoring.ts";
import { buildPayPlan } from "#shared/forms/builders/payPlan.ts";
import { buildSelfEvaluation } from "#shared/forms/builders/selfEvaluation.ts";
import { buildTargets } from "#shared/forms/builders/targets.ts";
import { placeCells } from "#shared/forms/grid.ts";
import { templateOf, templates } from "#shared/forms/templates/templates.ts";
import { paper, payPlan } from "#test/shared/forms/samplePaper.ts";
import { evaluated, monitored } from "#test/shared/forms/samplePerformance.ts";

describe.each(templates.map((template) => [template.id, template] as const))(
  "template %s",
  (id, template) => {
    it("fills its grid in every row of every paper", () => {
      for (const form of [
        buildTargets(paper, template),
        buildBudget(paper, template),
        buildPayPlan(payPlan, template),
        buildMonitoring(paper, monitored, template),
        buildSelfEvaluation(paper, evaluated, template),
      ]) {
        expect(() => placeCells(form)).not.toThrow();
        expect(form.template).toBe(id);
      }
    });

    it("repeats rows that are headings", () => {
      for (const form of [
        buildTargets(paper, template),
        buildBudget(paper, template),
        buildPayPlan(payPlan, template),
        buildMonitoring(paper, monitored, template),
        buildSelfEvaluation(paper, evaluated, template),
      ]) {
        expect(form.rows[form.page.repeat?.toRow ?? -1]?.keepWithNext).toBe(true);
      }
    });

    it("is found by its name", () => {
      expect(templateOf(id)).toBe(template);
    });
  },
);

it("tells which templates there are when one is not known", () => {
  expect(() => templateOf("bj-2022")).toThrow("没有名为“bj-2022”的绩效表式");
});
