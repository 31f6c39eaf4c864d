import { describe, expect, it } from "vitest";
import { buildBudget } from "#shared/forms/builders/budget.ts";
import { buildMonitoring } from "#shared/forms/builders/monitoring.ts";
import { buildNarrative } from "#shared/forms/builders/narrative.ts";
import { buildSelfEvaluation } from "#shared/forms/builders/selfEvaluation.ts";
import { buildTargets } from "#shared/forms/builders/targets.ts";
import { isProse, type Printable } from "#shared/forms/prose.ts";
import { type FieldSource, sourceKey } from "#shared/forms/source.ts";
import { templates } from "#shared/forms/templates/templates.ts";
import { withoutSources } from "#shared/forms/withoutSources.ts";
import { asId } from "#shared/kernel/id.ts";
import { budgetLine, indicator, project } from "#shared/model/project.ts";
import { paper } from "#test/shared/forms/samplePaper.ts";
import { evaluated, monitored } from "#test/shared/forms/samplePerformance.ts";
import { placeName } from "../../../../renderer/features/filings/edit/placeNames.ts";

const sections = ["项目概述", "实施周期"].map((heading, index) => ({
  id: asId(`section-${index}`),
  projectId: paper.project.id,
  seq: index + 1,
  heading,
  body: index === 0 ? "甲\n乙" : "",
}));

const sourcesOf = (printed: Printable): readonly FieldSource[] =>
  (isProse(printed) ? printed.blocks : printed.rows.flatMap(({ cells }) => cells)).flatMap(
    ({ source }) => source ?? [],
  );

const columns: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  project: project.shape,
  budgetLine: budgetLine.shape,
  indicator: indicator.shape,
};

/** What the sheets of 运行监控 and 自评 have a cell for. */
const filledIn = ["valueText", "expectedText", "hindrances", "reason", "outlook", "score"];

describe.each(templates.map((template) => [template.id, template] as const))(
  "places of papers on %s",
  (_, template) => {
    const papers = {
      narrative: buildNarrative({ project: paper.project, sections }, template),
      budget: buildBudget(paper, template),
      targets: buildTargets(paper, template),
      monitoring: buildMonitoring(paper, monitored, template),
      selfEvaluation: buildSelfEvaluation(paper, evaluated, template),
    };

    it("lead to a field that there is, and are called by its name", () => {
      for (const source of Object.values(papers).flatMap(sourcesOf)) {
        expect([sourceKey(source), placeName(source)]).not.toEqual([sourceKey(source), "这一项"]);
        const known = columns[source.entity];
        if (known !== undefined) expect(Object.keys(known)).toContain(source.field);
        if (source.entity === "actual") expect(filledIn).toContain(source.field);
      }
    });

    it("are all that an officer fills in: each field of the head, each amount, goal, indicator and line", () => {
      const keys = new Set(sourcesOf(papers.targets).map(sourceKey));
      const { head, goals } = template.targets;
      const own = [
        ...head.flat().map(({ field }) => field.replace(/Name$/, "UnitId")),
        ...goals.goals.map(({ field }) => field),
      ];
      for (const field of own) expect(keys).toContain(`project ${paper.project.id} ${field}`);
      for (const kind of ["annual.currentAppropriation", "annual.carryOver", "total.fiscal"])
        expect(keys).toContain(`funding ${paper.project.id} ${kind}`);
      for (const { id } of paper.indicators) {
        expect(keys).toContain(`indicator ${id} name`);
        expect(keys).toContain(`indicator ${id} valueText`);
      }
      const lines = new Set(sourcesOf(papers.budget).map(sourceKey));
      for (const { id } of paper.budgetLines) expect(lines).toContain(`budgetLine ${id} amountCents`);
      const evaluation = new Set(sourcesOf(papers.selfEvaluation).map(sourceKey));
      for (const { id } of paper.indicators) expect(evaluation).toContain(`actual ${id} reason`);
    });

    it("lead from a heading too, whose text may still be blank", () => {
      expect(sourcesOf(papers.narrative).map(sourceKey)).toEqual([
        `project ${paper.project.id} name`,
        "narrativeSection section-0 body",
        "narrativeSection section-0 body",
        "narrativeSection section-0 body",
        "narrativeSection section-1 body",
      ]);
    });

    it("are no part of what is handed in", () => {
      for (const printed of Object.values(papers)) {
        const kept = withoutSources(printed);
        expect(JSON.stringify(kept)).not.toContain('"source"');
        expect(sourcesOf(printed).length).toBeGreaterThan(0);
      }
    });
  },
);
