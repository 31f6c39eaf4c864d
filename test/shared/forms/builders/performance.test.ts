import { describe, expect, it } from "vitest";
import { buildMonitoring } from "#shared/forms/builders/monitoring.ts";
import { buildSelfEvaluation } from "#shared/forms/builders/selfEvaluation.ts";
import { evaluateSums } from "#shared/forms/sums.ts";
import { templates } from "#shared/forms/templates/templates.ts";
import { cents } from "#shared/kernel/cents.ts";
import { paper } from "#test/shared/forms/samplePaper.ts";
import { evaluated, monitored } from "#test/shared/forms/samplePerformance.ts";
import { cellTexts, textGrid } from "#test/shared/forms/textGrid.ts";

describe.each(templates.map((template) => [template.id, template] as const))("in %s", (_id, template) => {
  it("the monitoring sheet says the month, the money and a tick for each reason", () => {
    const form = buildMonitoring(paper, monitored, template);
    const texts = cellTexts(form);
    expect(texts).toEqual(expect.arrayContaining(["（2022年1-7月）", "1-7月执行数", "90.00%", "387,000.00"]));
    const short = monitored.indicators.filter((_, index) => index % 5 === 0).length;
    expect(texts.filter((text) => text === "√")).toHaveLength(short);
    expect(texts.filter((text) => text === "有可能")).toHaveLength(short);
    for (const { writtenCents, computedCents } of evaluateSums(form))
      expect(writtenCents).toBe(computedCents);
    expect(evaluateSums(form)).toHaveLength(3);
    const values = texts.filter((text) => text.startsWith("98"));
    expect(values[0]).toBe(template.targets.valueStyle.percent === "plain" ? "98%" : "98.00(%)");
  });

  it("the self-evaluation adds up its points to what it says", () => {
    const form = buildSelfEvaluation(paper, evaluated, template);
    const texts = cellTexts(form);
    expect(texts).toEqual(
      expect.arrayContaining(["总分", "100", "9.00", "评价等级：优", "新增点位较多，下半年补足人员"]),
    );
    const at = template.selfEvaluation.indicators.columns.findIndex(({ key }) => key === "score") + 1;
    const scores = form.rows.flatMap(({ cells }) => {
      const last = cells.at(-(template.selfEvaluation.indicators.columns.length + 1 - at));
      return last?.value.kind === "price" ? [Number(last.value.value)] : [];
    });
    const total = scores.pop();
    expect(scores.reduce((sum, score) => sum + Math.round(score * 100), 0) + 900).toBe(
      Math.round((total ?? 0) * 100),
    );
    expect(Number(evaluated.total)).toBe(total);
    expect(textGrid(form).some((row) => row.includes("—"))).toBe(true);
  });
});

it("shows a total that is not the sum of its parts as it was stated", () => {
  const [template] = templates;
  if (template === undefined) throw new Error("no template");
  const off = { ...evaluated, budgetCents: cents(43_000_001) };
  const form = buildSelfEvaluation(paper, off, template);
  expect(cellTexts(form)).toContain("430,000.01");
  expect(evaluateSums(form)).toHaveLength(1);
});

it("says how many have no score yet in place of a grade", () => {
  const [template] = templates;
  if (template === undefined) throw new Error("no template");
  expect(cellTexts(buildSelfEvaluation(paper, { ...evaluated, unscored: 2 }, template))).toContain(
    "还有 2 项没有得分",
  );
});
