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
    "writes $title as one table with every cell of the form",
    async (form) => {
      const { tables, xml } = openWord(await writeForm(form, options));
      expect(tables).toHaveLength(1);
      expect(tables[0]).toEqual(
        form.rows.map(({ cells }) => cells.map(({ value }) => printValue(value).replace(/\r\n|\r/g, "\n"))),
      );
      const { repeat } = form.page;
      // Word repeats rows from the top of a table only.
      const repeated = repeat?.fromRow === 0 ? repeat.toRow + 1 : 0;
      expect(xml.match(/<w:tblHeader\/>/g) ?? []).toHaveLength(repeated);
      expect(xml.includes('w:orient="landscape"')).toBe(form.page.orientation === "landscape");
    },
  );
});
