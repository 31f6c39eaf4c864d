import { expect, it } from "vitest";
import { buildTargets } from "#shared/forms/builders/targets.ts";
import { formFigures } from "#shared/forms/figures.ts";
import { templateOf } from "#shared/forms/templates/templates.ts";
import { paper } from "#test/shared/forms/samplePaper.ts";

it("names every figure with its cell, as it is printed", () => {
  const figures = formFigures(buildTargets(paper, templateOf("sh-2022")));
  expect(figures.map(({ cell, printed }) => `${cell} ${printed}`)).toEqual([
    "C5 2022-01-01",
    "F5 2022-12-31",
    "D6 430,000.00",
    "G6 430,000.00",
    "D7 430,000.00",
    "G7 430,000.00",
    "G8 0.00",
    "D9 0.00",
    "G9 0.00",
  ]);
});
