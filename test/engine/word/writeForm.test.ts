import { describe, expect, it } from "vitest";
import { writeForm } from "#engine/word/writeForm.ts";
import { buildBudget } from "#shared/forms/builders/budget.ts";
import { buildTargets } from "#shared/forms/builders/targets.ts";
import { templates } from "#shared/forms/templates/templates.ts";
import { printValue } from "#shared/forms/values.ts";
import { paper } from "#test/shared/forms/samplePaper.ts";
import { openWord } from "./openWord.ts";

const options = { writtenAt: "2022-07-08T01:00:00.000Z", author: "王经办" } as const;

describe.each(templates.map((template) => [template.id, template] as const))("with %s", (_id, template) => {
  it.each([buildTargets(paper, template), buildBudget(paper, template)])(
    "writes $title with every cell of the form, and repeats its headings on every page",
    async (form) => {
      const { tables, xml } = openWord(await writeForm(form, options));
      const { repeat } = form.page;
      const from = repeat?.fromRow ?? 0;
      // Word repeats rows from the top of a table only: where they stand in the middle a second one begins.
      expect(tables).toHaveLength(from === 0 ? 1 : 2);
      const printed = form.rows.map(({ cells }) =>
        cells.map(({ value }) => printValue(value).replace(/\r\n|\r/g, "\n")),
      );
      // A label that reaches down from the heading is parted: below it the cell is empty.
      const parted = from === 0 ? [] : [""];
      const heading = repeat === null ? -1 : repeat.toRow;
      expect(tables.flat()).toEqual(
        printed.map((cells, row) => (row === heading + 1 ? [...parted, ...cells] : cells)),
      );
      const repeated = repeat === null ? 0 : repeat.toRow - repeat.fromRow + 1;
      expect(xml.match(/<w:tblHeader\/>/g) ?? []).toHaveLength(repeated);
      expect(xml.includes('w:orient="landscape"')).toBe(form.page.orientation === "landscape");
    },
  );
});
