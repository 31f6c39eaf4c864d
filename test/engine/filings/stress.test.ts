import { beforeAll, describe, expect, it } from "vitest";
import { writeWorkbook } from "#engine/excel/writeForm.ts";
import { type Fonts, loadFonts } from "#engine/pdf/fonts.ts";
import { renderForm } from "#engine/pdf/renderForm.ts";
import { renderProse } from "#engine/pdf/renderProse.ts";
import { writeForm } from "#engine/word/writeForm.ts";
import { writeProse } from "#engine/word/writeProse.ts";
import { type FormId, formIds, formKindOf } from "#shared/forms/formKinds.ts";
import { isProse, type Printable } from "#shared/forms/prose.ts";
import { proseSheet } from "#shared/forms/proseSheet.ts";
import { evaluateSums } from "#shared/forms/sums.ts";
import { templates } from "#shared/forms/templates/templates.ts";
import { printValue } from "#shared/forms/values.ts";
import { openWorkbook } from "#test/engine/excel/openWorkbook.ts";
import { openPdf } from "#test/engine/pdf/openPdf.ts";
import { openWord } from "#test/engine/word/openWord.ts";
import { stressPapers } from "#test/shared/forms/stressPapers.ts";

/** Papers as full as an office could make them: nothing is cut off in any format, and every page says what it belongs to. */

const options = { writtenAt: "2022-07-08T01:00:00.000Z", author: "王经办" } as const;
let fonts: Fonts;
beforeAll(async () => {
  fonts = await loadFonts();
});

/** Everything a paper says, line by line, without blanks. */
const linesOf = (paper: Printable): readonly string[] =>
  (isProse(paper)
    ? paper.blocks.map(({ text }) => text)
    : paper.rows.flatMap(({ cells }) => cells.map(({ value }) => printValue(value)))
  )
    .flatMap((text) => text.split(/\r\n|\r|\n/))
    .map(plain)
    .filter((text) => text !== "");

const plain = (text: string): string => text.replace(/\s/g, "");

/** How often each character stands there: a page that repeats its heading has more, none has fewer. */
function charactersIn(texts: Iterable<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) for (const char of text) counts.set(char, (counts.get(char) ?? 0) + 1);
  return counts;
}

function expectNothingLost(paper: Printable, found: readonly string[]): void {
  const counts = charactersIn(found.map(plain));
  const lost = [...charactersIn(linesOf(paper))].filter(([char, count]) => (counts.get(char) ?? 0) < count);
  expect(lost).toEqual([]);
}

const cases = templates.flatMap((template) => formIds.map((form) => [template.id, form, template] as const));

describe.each(cases)("%s %s at its fullest", (_, form: FormId, template) => {
  const paper = stressPapers(template)[form];

  it("loses no character in a PDF, and heads every page", async () => {
    const { bytes, pages: count } = isProse(paper)
      ? await renderProse(paper, { ...options, fonts })
      : await renderForm(paper, { ...options, fonts });
    const { pages } = openPdf(bytes);
    expect([pages.length, count > 3]).toEqual([count, true]);
    expectNothingLost(
      paper,
      pages.map(({ text }) => text),
    );
    if (isProse(paper)) return;
    for (const { writtenCents, computedCents } of evaluateSums(paper))
      expect(writtenCents).toBe(computedCents);
    expect(paper.page.continued).toBe(`${paper.title}（续表）`);
    expect(pages.map(({ text }) => plain(text).includes(`${paper.title}（续表）`))).toEqual(
      pages.map((__, page) => page > 0),
    );
    const { repeat } = paper.page;
    if (repeat === null) throw new Error("a long sheet repeats its heading");
    const heading = paper.rows
      .slice(repeat.fromRow, repeat.toRow + 1)
      .flatMap(({ cells }) => cells.map(({ value }) => plain(printValue(value))))
      .filter((text) => text.length > 3);
    const headed = pages.filter(({ text }) => heading.every((label) => plain(text).includes(label)));
    expect(headed.length).toBeGreaterThan(2);
  });

  it("loses nothing in a workbook", async () => {
    const sheet = isProse(paper) ? proseSheet(paper) : paper;
    const [found] = openWorkbook(await writeWorkbook([sheet], options)).sheets;
    const texts = new Set([...(found?.cells.values() ?? [])].map(({ text }) => plain(text)));
    for (const { cells } of sheet.rows)
      for (const { value } of cells) if (value.kind === "text") expect(texts).toContain(plain(value.text));
  });

  it.runIf(formKindOf(form).formats.some((format) => format === "docx"))(
    "loses nothing in Word, whose rows all fill its grid",
    async () => {
      const { xml, tables, paragraphs } = openWord(
        await (isProse(paper) ? writeProse(paper, options) : writeForm(paper, options)),
      );
      if (isProse(paper)) {
        expect(paragraphs.map(({ text }) => text)).toEqual(paper.blocks.map(({ text }) => text));
        return;
      }
      expectNothingLost(paper, tables.flat(2));
      const spans = [...xml.matchAll(/<w:tr[ >].*?<\/w:tr>/gs)].map(([row]) =>
        [...row.matchAll(/<w:gridSpan w:val="(\d+)"/g)].reduce((sum, [, span]) => sum + Number(span), 0),
      );
      expect(new Set(spans)).toEqual(new Set([paper.columns.length]));
    },
  );
});
