import { buffer } from "node:stream/consumers";
import type { Form } from "#shared/forms/form.ts";
import { placeCells } from "#shared/forms/grid.ts";
import { rowHeights } from "#shared/forms/heights.ts";
import { pause } from "../pause.ts";
import { drawContinued, drawFooter, drawPage } from "./drawPage.ts";
import { type Fonts, loadFonts } from "./fonts.ts";
import { layPages } from "./layPage.ts";
import { type MissingGlyph, missingError, missingGlyphs } from "./missingGlyphs.ts";
import { newDocument } from "./newDocument.ts";
import { paginate } from "./paginate.ts";
import { pdfMeasure, sheetOf } from "./pdfMeasure.ts";

export type RenderOptions = Readonly<{
  /** ISO instant that goes into the file; the same form at the same instant gives the same bytes. */
  writtenAt: string;
  author: string;
  fonts?: Fonts;
  /** Print 〓 for characters the font lacks, instead of refusing. */
  allowMissing?: boolean;
  signal?: AbortSignal;
  onProgress?: (done: number, total: number) => void;
}>;

export type Rendered = Readonly<{ bytes: Buffer; pages: number; missing: readonly MissingGlyph[] }>;

/**
 * Draws a form as a PDF with its fonts embedded. Throws a `UserError` (`refused`) naming the cells when the font lacks a
 * character and that is not allowed, and the signal's reason when it is aborted.
 */
export async function renderForm(form: Form, options: RenderOptions): Promise<Rendered> {
  const fonts = options.fonts ?? (await loadFonts());
  const missing = missingGlyphs(form, fonts);
  if (missing.length > 0 && options.allowMissing !== true) throw missingError(form.title, missing);
  const grid = placeCells(form);
  const measure = pdfMeasure(form, fonts);
  const sheet = sheetOf(form.page);
  // Of a long list each of these takes a second: a cancel is heard between them.
  await pause(options.signal);
  const heights = rowHeights(form, grid, measure);
  await pause(options.signal);
  const pages = paginate({ form, grid, heights, measure, pageHeight: sheet.contentHeight });
  const pdf = newDocument(form.title, options, fonts);
  const written = buffer(pdf);
  let page = 0;
  for (const boxes of layPages(pages, grid, measure)) {
    page += 1;
    pdf.addPage({ size: [sheet.width, sheet.height], margin: 0 });
    drawPage(pdf, boxes, sheet, measure, fonts);
    if (page > 1 && form.page.continued !== undefined) {
      drawContinued(pdf, form.page.continued, sheet, fonts);
    }
    drawFooter(pdf, page, pages.length, sheet, fonts);
    options.onProgress?.(page, pages.length);
    await pause(options.signal);
  }
  pdf.end();
  return { bytes: await written, pages: pages.length, missing };
}
