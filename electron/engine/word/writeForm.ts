import {
  AlignmentType,
  BorderStyle,
  Footer,
  Header,
  HeightRule,
  type ISectionOptions,
  type ITableCellOptions,
  PageNumber,
  PageOrientation,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from "docx";
import { type FormFonts, officialFonts } from "#shared/forms/fonts.ts";
import type { Form } from "#shared/forms/form.ts";
import { fitToWidth } from "#shared/forms/heights.ts";
import { inks, type Look, looks, shade } from "#shared/forms/styles.ts";
import { printValue } from "#shared/forms/values.ts";
import { fontNamed, halfPoints, twips, type WordOptions, wordFile } from "./wordFile.ts";
import { type WordCell, type WordRow, wordParts } from "./wordParts.ts";

const alignments = {
  left: AlignmentType.LEFT,
  centre: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const;

const none = { style: BorderStyle.NONE, size: 0, color: "auto" } as const;
const thin = { style: BorderStyle.SINGLE, size: 4, color: "000000" } as const;
const around = (line: typeof none | typeof thin) => ({ top: line, right: line, bottom: line, left: line });

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

/** A table has a paragraph after it whether one wants it or not: too low to make a page of its own. */
const lastLine = (): Paragraph =>
  new Paragraph({ spacing: { line: 20, lineRule: "exact" }, children: [new TextRun({ size: 2 })] });

function tables(form: Form, fonts: FormFonts): readonly (Table | Paragraph)[] {
  const { margins, orientation } = form.page;
  const paper = orientation === "portrait" ? 210 : 297;
  const room = twips(paper - margins.left - margins.right);
  const characters = form.columns.reduce((sum, { width }) => sum + width, 0);
  const columnWidths = form.columns.map(({ width }) => Math.floor((room * width) / characters));
  const type = { fonts, scale: fitToWidth(room / 20 / characters) };
  return wordParts(form).flatMap(({ rows, headings }, index) => {
    const table = new Table({
      layout: TableLayoutType.FIXED,
      width: { size: columnWidths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
      columnWidths,
      borders: { ...around(none), insideHorizontal: none, insideVertical: none },
      margins: { left: 70, right: 70, top: 30, bottom: 30, marginUnitType: WidthType.DXA },
      rows: rows.map((row, at) => tableRow(row, type, at < headings)),
    });
    // Without a line between them Word would make one table of two.
    return index === 0 ? [table] : [lastLine(), table];
  });
}

type Type = Readonly<{ fonts: FormFonts; scale: number }>;

const tableRow = (row: WordRow, type: Type, isHeading: boolean): TableRow =>
  new TableRow({
    tableHeader: isHeading,
    cantSplit: row.keepWithNext === true,
    ...(row.minHeight === undefined
      ? {}
      : { height: { value: Math.round(row.minHeight * 20), rule: HeightRule.ATLEAST } }),
    children: row.cells.map((cell) => tableCell(cell, row.keepWithNext === true, type)),
  });

function tableCell(cell: WordCell, keepNext: boolean, type: Type): TableCell {
  const { value, style, colSpan = 1, rowSpan = 1 } = cell;
  const look = looks[style];
  const options: ITableCellOptions = {
    columnSpan: colSpan,
    rowSpan,
    verticalAlign: VerticalAlign.CENTER,
    borders: { ...around(look.bordered ? thin : none), ...openSides(cell.open) },
    ...(look.shaded ? { shading: { type: ShadingType.CLEAR, color: "auto", fill: shade } } : {}),
    children: printValue(value)
      .split(/\r\n|\r|\n/)
      .map((line) => cellLine(line, look, keepNext, type)),
  };
  return new TableCell(options);
}

const openSides = (side: WordCell["open"]) =>
  side === undefined ? {} : side === "top" ? { top: none } : { bottom: none };

const cellLine = (line: string, look: Look, keepNext: boolean, { fonts, scale }: Type): Paragraph =>
  new Paragraph({
    alignment: alignments[look.align],
    keepNext,
    children: [
      new TextRun({
        text: line,
        font: fontNamed(fonts[look.font]),
        size: halfPoints(look.size * scale),
        bold: look.bold,
        color: inks[look.ink],
      }),
    ],
  });
