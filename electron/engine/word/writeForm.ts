import {
  AlignmentType,
  Footer,
  Header,
  HeightRule,
  type ISectionOptions,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import { type FormFonts, officialFonts } from "#shared/forms/fonts.ts";
import type { Form } from "#shared/forms/form.ts";
import { placeCells } from "#shared/forms/grid.ts";
import { fitToWidth, rowHeights } from "#shared/forms/heights.ts";
import { around, cellPadding, none, tableCell, wordMeasure } from "./wordCell.ts";
import { fontNamed, halfPoints, twips, type WordOptions, wordFile } from "./wordFile.ts";
import { wordParts } from "./wordParts.ts";

/**
 * A sheet as a Word file: a table as wide as the page. Word repeats rows from the top of a table only, so where those that
 * repeat stand in the middle of a sheet a second table begins with them.
 */
export function writeForm(form: Form, options: WordOptions): Promise<Buffer> {
  const fonts = form.fonts ?? officialFonts;
  return wordFile({
    ...options,
    title: form.title,
    fonts,
    sections: [section(form, fonts)],
    mirrored: false,
  });
}

function section(form: Form, fonts: FormFonts): ISectionOptions {
  const { margins, orientation } = form.page;
  return {
    properties: {
      titlePage: true,
      page: {
        // Word turns the page itself: width and height are those of the page upright.
        size: {
          width: twips(210),
          height: twips(297),
          orientation: orientation === "portrait" ? PageOrientation.PORTRAIT : PageOrientation.LANDSCAPE,
        },
        margin: {
          top: twips(margins.top),
          right: twips(margins.right),
          bottom: twips(margins.bottom),
          left: twips(margins.left),
          header: twips(margins.top / 2),
          footer: twips(margins.bottom / 2),
        },
      },
    },
    footers: { default: pageFooter(fonts), first: pageFooter(fonts) },
    headers: { default: pageHeader(form, fonts), first: new Header({ children: [lastLine()] }) },
    children: [...tables(form, fonts), lastLine()],
  };
}

/** Says on every page but the first that the table goes on. */
const pageHeader = ({ page }: Form, fonts: FormFonts): Header =>
  new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        children: [
          new TextRun({ font: fontNamed(fonts.song), size: halfPoints(9), text: page.continued ?? "" }),
        ],
      }),
    ],
  });

const pageFooter = (fonts: FormFonts): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({
            font: fontNamed(fonts.song),
            size: halfPoints(9),
            children: ["第 ", PageNumber.CURRENT, " 页，共 ", PageNumber.TOTAL_PAGES, " 页"],
          }),
        ],
      }),
    ],
  });

/** How high a row comes out is not known before Word lays it out: those that may come near a whole page are let go on. */
const mostOfPage = 0.6;

/** A table has a paragraph after it whether one wants it or not: too low to make a page of its own. */
const lastLine = (): Paragraph =>
  new Paragraph({ spacing: { line: 20, lineRule: "exact" }, children: [new TextRun({ size: 2 })] });

function tables(form: Form, fonts: FormFonts): readonly (Table | Paragraph)[] {
  const { margins, orientation } = form.page;
  const paper = orientation === "portrait" ? 210 : 297;
  const room = twips(paper - margins.left - margins.right);
  const characters = form.columns.reduce((sum, { width }) => sum + width, 0);
  const columnWidths = form.columns.map(({ width }) => Math.floor((room * width) / characters));
  const scale = fitToWidth(room / 20 / characters);
  const measure = wordMeasure(columnWidths, scale);
  const high = (orientation === "portrait" ? 297 : 210) - margins.top - margins.bottom;
  return wordParts(form).flatMap(({ rows, headings }, index) => {
    const part = { ...form, rows };
    const grid = placeCells(part);
    const heights = rowHeights(part, grid, measure);
    const table = new Table({
      layout: TableLayoutType.FIXED,
      width: { size: columnWidths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
      columnWidths,
      borders: { ...around(none), insideHorizontal: none, insideVertical: none },
      margins: { left: cellPadding, right: cellPadding, top: 30, bottom: 30, marginUnitType: WidthType.DXA },
      rows: rows.map(
        ({ minHeight, keepWithNext = false }, at) =>
          new TableRow({
            tableHeader: at < headings,
            // A row higher than a page must go on on the next; any other is kept whole.
            cantSplit: (heights[at] ?? 0) < (mostOfPage * twips(high)) / 20,
            ...(minHeight === undefined
              ? {}
              : { height: { value: Math.round(minHeight * 20), rule: HeightRule.ATLEAST } }),
            children: (grid[at] ?? []).map((placed) => tableCell(placed, keepWithNext, fonts, measure)),
          }),
      ),
    });
    // Without a line between them Word would make one table of two.
    return index === 0 ? [table] : [lastLine(), table];
  });
}
