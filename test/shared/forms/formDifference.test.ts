import { describe, expect, it } from "vitest";
import { buildBudget } from "#shared/forms/builders/budget.ts";
import { buildNarrative } from "#shared/forms/builders/narrative.ts";
import { buildTargets } from "#shared/forms/builders/targets.ts";
import { differenceText } from "#shared/forms/differenceText.ts";
import { formDifference } from "#shared/forms/formDifference.ts";
import { formEntries } from "#shared/forms/formEntries.ts";
import { templateOf, templates } from "#shared/forms/templates/templates.ts";
import { textDifference } from "#shared/forms/textDifference.ts";
import { printValue } from "#shared/forms/values.ts";
import { cents } from "#shared/kernel/cents.ts";
import { asId } from "#shared/kernel/id.ts";
import { paper } from "./samplePaper.ts";

const template = templateOf("sh-2022");
const read = (before: string, after: string) => {
  const parts = textDifference(before, after);
  const of = (...kinds: string[]) =>
    parts
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ text }) => text)
      .join("");
  return { parts, before: of("same", "removed"), after: of("same", "added") };
};

describe("textDifference", () => {
  it.each([
    ["", ""],
    ["一样", "一样"],
    ["", "全新"],
    ["按季度支付。按月支付。", "按月支付。按季度支付。"],
    ["共30套，每套1,180.00元", "共32套，每套1,180.00元"],
    ["第一段。\n第二段。", "第一段。\n插入的。\n第二段。"],
  ])("tells both texts whole: %s → %s", (before, after) => {
    expect(read(before, after)).toMatchObject({ before, after });
  });

  it("takes a figure as one word", () => {
    expect(read("预算430,000.00元", "预算442,900.00元").parts).toEqual([
      { kind: "same", text: "预算" },
      { kind: "removed", text: "430,000.00" },
      { kind: "added", text: "442,900.00" },
      { kind: "same", text: "元" },
    ]);
  });

  it("keeps whole sentences that stand in both, in a text of 10,000 characters, and is quick", () => {
    const sentences = Array.from(
      { length: 500 },
      (_, index) => `第${index}项工作按计划有步骤地推进实施到位。`,
    );
    const changed = sentences.map((text, index) => (index % 100 === 7 ? text.replace("推进", "完成") : text));
    const started = performance.now();
    const { parts } = read(sentences.join(""), changed.join(""));
    expect(parts.filter(({ kind }) => kind === "removed").map(({ text }) => text)).toEqual(
      Array.from({ length: 5 }, () => "推进"),
    );
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});

describe("formDifference", () => {
  it.each(templates)("loses no value of a paper of $id: each stands in one entry", (one) => {
    for (const form of [buildTargets(paper, one), buildBudget(paper, one)]) {
      const said = formEntries(form).flatMap(({ name, cells }) => [name, ...cells.map(({ text }) => text)]);
      const written = form.rows
        .flatMap(({ cells }) => cells)
        .filter(({ style }) => style !== "label" && style !== "heading")
        .map(({ value }) => printValue(value))
        .filter((text) => text !== "" && !/^\d{1,2}$/.test(text));
      for (const text of written) expect(said).toContain(text.replace(/\n/g, text.length < 20 ? "" : "\n"));
    }
  });

  it("finds nothing between equal papers, and says when only the look differs", () => {
    const form = buildBudget(paper, template);
    expect(formDifference(form, form)).toMatchObject({ entries: [], layoutOnly: false });
    const wider = { ...form, columns: form.columns.map(({ width }) => ({ width: width + 1 })) };
    expect(formDifference(form, wider)).toMatchObject({ entries: [], layoutOnly: true });
    expect(differenceText(formDifference(form, wider))).toContain("只有版式不同");
  });

  it("matches budget lines by their names when their order changes, and shows figures before and after", () => {
    const [first, second, ...rest] = paper.budgetLines;
    if (first === undefined || second === undefined) throw new Error("the paper has lines");
    const raised = { ...second, seq: 1, amountCents: cents(second.amountCents + 120_00) };
    const swapped = { ...paper, budgetLines: [raised, { ...first, seq: 2 }, ...rest] };
    const { entries } = formDifference(buildBudget(paper, template), buildBudget(swapped, template));
    const lines = entries.filter(({ name }) => paper.budgetLines.some((line) => line.name === name));
    expect(lines.map(({ name, kind }) => [name, kind])).toEqual([[second.name, "changed"]]);
    const [change] = lines[0]?.cells.filter(({ deltaCents }) => deltaCents !== null) ?? [];
    expect(change).toMatchObject({ deltaCents: 12_000 });
  });

  it("says which indicators came, went, were renamed and got another value, each under its level", () => {
    const [first, second, third, ...rest] = paper.indicators;
    if (first === undefined || second === undefined || third === undefined)
      throw new Error("three indicators");
    const renamed = { ...first, name: `${first.name}（改）` };
    const valued = { ...second, valueText: "=97%" };
    const added = { ...third, id: asId("new"), name: "与众不同的新要求" };
    const after = { ...paper, indicators: [renamed, valued, added, ...rest] };
    const { entries } = formDifference(buildTargets(paper, template), buildTargets(after, template));
    const kinds = entries.map(({ kind, name, nameBefore }) => [kind, name, nameBefore]);
    expect(kinds).toContainEqual(["changed", renamed.name, first.name]);
    expect(kinds).toContainEqual(["changed", second.name, null]);
    expect(kinds).toContainEqual(["added", "与众不同的新要求", null]);
    expect(kinds).toContainEqual(["removed", third.name, null]);
    expect(entries.find(({ name }) => name === second.name)?.section).toContain(second.level2);
  });

  it("compares a statement section by section, by words", () => {
    const section = {
      id: asId("s"),
      projectId: paper.project.id,
      seq: 1,
      heading: "实施方案",
      body: "按季度支付费用。",
    };
    const of = (body: string) =>
      buildNarrative({ project: paper.project, sections: [{ ...section, body }] }, template);
    const { entries } = formDifference(of(section.body), of("按月支付费用。"));
    expect(entries.map(({ name }) => name)).toEqual(["实施方案"]);
    expect(differenceText(formDifference(of(section.body), of("按月支付费用。")))).toContain(
      "按［－季度］［＋月］支付费用。",
    );
  });
});
