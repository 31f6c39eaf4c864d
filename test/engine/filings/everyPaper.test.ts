import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { Context } from "#engine/context.ts";
import { exportForm } from "#engine/filings/exportForm.ts";
import type { FormRequest } from "#engine/filings/findSubject.ts";
import { updateRow } from "#engine/store/rows.ts";
import { formFigures } from "#shared/forms/figures.ts";
import type { Form } from "#shared/forms/form.ts";
import { formIds, formKindOf } from "#shared/forms/formKinds.ts";
import { cellName, placeCells } from "#shared/forms/grid.ts";
import { evaluateSums } from "#shared/forms/sums.ts";
import { templates } from "#shared/forms/templates/templates.ts";
import { printValue } from "#shared/forms/values.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { type OpenSheet, openWorkbook } from "#test/engine/excel/openWorkbook.ts";
import { openPdf } from "#test/engine/pdf/openPdf.ts";
import { testFolder } from "#test/engine/store/testLedger.ts";
import { sampleDesk } from "#test/engine/support/sampleDesk.ts";
import { openWord } from "#test/engine/word/openWord.ts";
import { previewSheet } from "./previewSheet.ts";

const asOf = isoDate("2022-07-08");
const sheetIds = formIds.filter((form) => form !== "narrative");

/** What each paper is printed of in the sample: its project, its year, its payment of two months on one invoice. */
async function requestFor(context: Context, form: (typeof formIds)[number]): Promise<FormRequest> {
  const { rows, payments } = await context.facts(asOf);
  switch (formKindOf(form).about) {
    case "project":
      return { form, subject: { projectCode: "SQZL-2022" }, asOf };
    case "year":
      return { form, subject: { fiscalYear: rows.project[0]?.fiscalYear ?? 0, projectId: null }, asOf };
    case "payment": {
      const payment = payments.find(({ row }) => row.paymentNo === "FK-2022-0004");
      if (payment === undefined) throw new Error("the sample has no such payment");
      return { form, subject: { paymentId: payment.row.id }, asOf };
    }
  }
}

/** Every cell of a workbook read back holds what the form has there: text as text, figures as numbers. */
function expectCells(form: Form, sheet: OpenSheet | undefined): void {
  for (const { row, column, cell } of placeCells(form).flat()) {
    const name = cellName(row, column);
    const found = sheet?.cells.get(name);
    const { value } = cell;
    if (value.kind === "amount" || value.kind === "sum") {
      expect([name, Math.round(Number(found?.text) * 100)]).toEqual([name, value.cents]);
      expect([name, found?.formula !== undefined]).toEqual([name, value.kind === "sum"]);
    } else if (value.kind === "text") expect([name, found?.text]).toEqual([name, value.text]);
    else if (value.kind === "number" || value.kind === "price")
      expect([name, Number(found?.text)]).toEqual([name, Number(value.value)]);
    else if (value.kind === "percent") expect([name, Number(found?.text)]).toEqual([name, value.bp / 10_000]);
  }
}

function expectPrinted(sheet: Form, bytes: Buffer, count: number | null): void {
  const { pages } = openPdf(bytes);
  expect(count).toBe(pages.length);
  const shown = new Set(pages.flatMap(({ items }) => items.map(({ text }) => text)));
  for (const { printed } of formFigures(sheet)) expect(shown).toContain(printed);
  // A narrow column or a page break tears text into lines: of each line its beginning is looked for.
  const all = pages.map(({ text }) => text.replace(/\s/g, "")).join("");
  for (const { cell } of placeCells(sheet).flat()) {
    for (const line of printValue(cell.value).split("\n")) {
      const start = line.replace(/\s/g, "").slice(0, 8);
      expect([line, all.includes(start)]).toEqual([line, true]);
    }
  }
}

const expectSame = {
  xlsx: (sheet: Form, bytes: Buffer) => {
    const [found] = openWorkbook(bytes).sheets;
    expect(found?.name).toBe(sheet.title);
    expectCells(sheet, found);
  },
  pdf: expectPrinted,
  docx: (sheet: Form, bytes: Buffer) => {
    const { tables } = openWord(bytes);
    const { repeat } = sheet.page;
    const printed = sheet.rows.map(({ cells }) =>
      cells.map(({ value }) => printValue(value).replace(/\r\n|\r/g, "\n")),
    );
    // Where a heading in the middle repeats, the sheet is two tables: labels that reach below it are parted there.
    const heading = repeat === null || repeat.fromRow === 0 ? undefined : repeat;
    expect(tables).toHaveLength(heading === undefined ? 1 : 2);
    const parted =
      heading === undefined
        ? []
        : sheet.rows
            .slice(heading.fromRow, heading.toRow + 1)
            .flatMap(({ cells }, row) =>
              cells.filter(({ rowSpan = 1 }) => heading.fromRow + row + rowSpan > heading.toRow + 1),
            )
            .map(() => "");
    expect(tables.flat()).toEqual(
      printed.map((cells, row) => (row - 1 === heading?.toRow ? [...parted, ...cells] : cells)),
    );
  },
} as const;

describe.each(templates.map(({ id }) => id))("every sheet on %s", (template) => {
  /** The sample with its project on this template. */
  async function office(): Promise<Context> {
    const desk = await sampleDesk();
    const context = await desk.context();
    const [project] = (await context.facts()).rows.project;
    if (project === undefined) throw new Error("the sample has no project");
    await context.write("换表式", (tx) => updateRow(tx, "project", project.id, { template }));
    return desk.context();
  }

  it.each(sheetIds)("%s says in every format what the preview says, and adds up", async (form) => {
    const context = await office();
    const request = await requestFor(context, form);
    const { form: sheet } = await previewSheet(context, request);
    expect(sheet.template).toBe(template);
    for (const { writtenCents, computedCents } of evaluateSums(sheet))
      expect(writtenCents).toBe(computedCents);
    for (const format of formKindOf(form).formats) {
      const file = path.join(testFolder(), `${form}.${format}`);
      const { pages } = await exportForm(context, { ...request, format, path: file });
      expectSame[format](sheet, readFileSync(file), pages);
    }
  });
});
