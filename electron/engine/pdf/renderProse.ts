import { buffer } from "node:stream/consumers";
import { officialPage } from "#shared/forms/officialPage.ts";
import type { Prose } from "#shared/forms/prose.ts";
import { looks } from "#shared/forms/styles.ts";
import { pause } from "../pause.ts";
import { type Font, fontFor, loadFonts } from "./fonts.ts";
import { layProse, type ProseLine } from "./layProse.ts";
import { missingError, missingIn, withMarks } from "./missingGlyphs.ts";
import { newDocument } from "./newDocument.ts";
import type { Rendered, RenderOptions } from "./renderForm.ts";

const pointsPerMillimetre = 72 / 25.4;
const paper = { width: 210 * pointsPerMillimetre, height: 297 * pointsPerMillimetre } as const;
const { margins, footer, text } = officialPage;
const left = margins.left * pointsPerMillimetre;
const right = paper.width - margins.right * pointsPerMillimetre;
const top = margins.top * pointsPerMillimetre;
/** Top of a Chinese character above the baseline, in parts of the font size. */
const characterTop = 0.88;

/**
 * Draws running text as a PDF in the look of GB/T 9704 with its fonts embedded. Throws a `UserError` (`refused`) naming the
 * characters the font lacks when that is not allowed, and the signal's reason when it is aborted.
 */
export async function renderProse(prose: Prose, options: RenderOptions): Promise<Rendered> {
  const fonts = options.fonts ?? (await loadFonts());
  const fontOf = (line: Pick<ProseLine, "style">): Font => fontFor(fonts, looks[line.style]);
  const missing = missingIn(
    prose.blocks.map((block, index) => ({
      place: `第${index + 1}段`,
      text: block.text,
      has: fontOf({ style: block.kind === "title" ? "proseTitle" : "proseText" }).has,
    })),
  );
  if (missing.length > 0 && options.allowMissing !== true) throw missingError(prose.title, missing);
  const pages = layProse(prose, (style) => fontFor(fonts, looks[style]).advance, right - left);
  const pdf = newDocument(prose.title, options, fonts);
  const written = buffer(pdf);
  for (const [index, lines] of pages.entries()) {
    pdf.addPage({ size: [paper.width, paper.height], margin: 0 });
    for (const line of lines) drawLine(pdf, line, fontOf(line));
    drawNumber(pdf, index + 1, fonts.song);
    options.onProgress?.(index + 1, pages.length);
    await pause(options.signal);
  }
  pdf.end();
  return { bytes: await written, pages: pages.length, missing };
}

function drawLine(pdf: PDFKit.PDFDocument, line: ProseLine, font: Font): void {
  const baseline = top + line.y + (line.height - line.size) / 2 + characterTop * line.size;
  pdf.font(font.name).fontSize(line.size).fillColor("#000000");
  pdf.text(withMarks(line.text, font.has), left + line.x, baseline, {
    lineBreak: false,
    baseline: "alphabetic",
    characterSpacing: line.spacing,
  });
}

/** — 1 —, one character in from the edge: odd pages on the right, even ones on the left. */
function drawNumber(pdf: PDFKit.PDFDocument, page: number, font: Font): void {
  const number = `— ${page} —`;
  pdf.font(font.name).fontSize(footer.size).fillColor("#000000");
  const width = pdf.widthOfString(number);
  const x = page % 2 === 1 ? right - text.size - width : left + text.size;
  pdf.text(number, x, paper.height - footer.fromBottom * pointsPerMillimetre, {
    lineBreak: false,
    baseline: "alphabetic",
  });
}
