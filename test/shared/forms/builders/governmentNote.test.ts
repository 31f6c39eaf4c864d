import { describe, expect, it } from "vitest";
import { governmentCodeOf } from "#shared/budget/governmentCodes.ts";
import { buildBudget } from "#shared/forms/builders/budget.ts";
import type { BudgetTemplate } from "#shared/forms/templates/template.ts";
import { templateOf } from "#shared/forms/templates/templates.ts";
import { budgetLines, paper } from "#test/shared/forms/samplePaper.ts";
import { cellTexts } from "#test/shared/forms/textGrid.ts";

const template = templateOf("sh-2026");
const withGovernment: BudgetTemplate = {
  ...template.budget,
  columns: [...template.budget.columns, { key: "governmentCode", heading: "政府经济分类", width: 10 }],
};
const notesOf = (changes: Partial<typeof paper>, budget = withGovernment) =>
  cellTexts(buildBudget({ ...paper, ...changes }, { ...template, budget })).filter((text) =>
    text.includes("未经确认"),
  );

describe("pairs of economic codes", () => {
  it.each([
    ["30201", "agency", "50201", true],
    ["30214", "agency", "50201", true],
    ["30215", "agency", "50202", true],
    ["30224", "agency", "50204", true],
    ["30227", "agency", "50205", false],
    ["30299", "agency", "50299", false],
    ["31002", "agency", "50306", false],
    ["30227", "institution", "50502", false],
    ["31002", "institution", "50601", false],
  ] as const)("%s of an %s is %s, confirmed: %s", (code, nature, government, confirmed) => {
    expect(governmentCodeOf(code, nature)).toMatchObject({ code: government, confirmed });
  });

  it("are said to be unconfirmed under the budget that shows them, and nowhere else", () => {
    expect(notesOf({})).toEqual([
      "注：政府经济分类 50205 委托业务费 按通常的对应关系填列，未经确认，请按本区口径核对。",
    ]);
    expect(notesOf({ unitNature: "institution" })[0]).toContain("50502 商品和服务支出");
    const confirmed = budgetLines.filter(({ economicCode }) => economicCode !== "30227");
    expect(notesOf({ budgetLines: confirmed })).toEqual([]);
    expect(notesOf({}, template.budget)).toEqual([]);
  });
});
