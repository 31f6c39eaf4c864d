import { pageCells } from "../text/pageCells.ts";
import type { RuledPage } from "../text/ruledPage.ts";

/**
 * What a paper that is brought in was read as: lines from the top down, each cut into the cells it has. A line of running
 * text is one cell. Nothing is left out, blank lines and blank cells neither, so that every place can be pointed at.
 */
export type SourceDocument = Readonly<{ format: SourceFormat; lines: readonly SourceLine[] }>;

export const sourceFormats = ["text", "docx", "xlsx", "pdf"] as const;
export type SourceFormat = (typeof sourceFormats)[number];

export type SourceLine = Readonly<{
  /** As the officer finds it: 第12行, 表2第3行, 工作表“绩效”第5行. */
  place: string;
  cells: readonly string[];
}>;

/** A cell; both count from 0. */
export type CellRef = Readonly<{ line: number; cell: number }>;

export const textAt = ({ lines }: SourceDocument, { line, cell }: CellRef): string =>
  lines[line]?.cells[cell] ?? "";

export const placeOf = ({ lines }: SourceDocument, { line, cell }: CellRef): string => {
  const found = lines[line];
  if (found === undefined) return "";
  return found.cells.length > 1 ? `${found.place}第${cell + 1}格` : found.place;
};

/** Within one cell a line ends so, as spreadsheets write it out. */
const lineEndInCell = "\v";

/** A text as it was pasted or saved: tabs part the cells. */
export const documentOfText = (text: string): SourceDocument => {
  const lines = text.replace(/^\ufeff/, "").split(/\r\n|\r|\n/);
  return { format: "text", lines: lines.map(lineOfText) };
};

const lineOfText = (line: string, index: number): SourceLine => ({
  place: `第${index + 1}行`,
  cells: line.split("\t").map((cell) => cell.replaceAll(lineEndInCell, "\n")),
});

/** The same document as one text; `documentOfText` gives its lines and cells again. */
export const textOfDocument = ({ lines }: Pick<SourceDocument, "lines">): string =>
  lines
    .map(({ cells }) =>
      cells.map((cell) => cell.replace(/\r\n|\r|\n/g, lineEndInCell).replaceAll("\t", " ")).join("\t"),
    )
    .join("\n");

/**
 * The lines of a PDF's pages. Where lines are drawn around them, the cells are those; on a page without a table what stands
 * apart in a line is taken for cells.
 */
export const documentOfPages = (pages: readonly RuledPage[]): SourceDocument => ({
  format: "pdf",
  lines: pageCells(pages).flatMap((lines, index) => {
    const hasTable = lines.some(({ isRow }) => isRow);
    return lines.map(({ cells }, at) => ({
      place: `第${index + 1}页第${at + 1}行`,
      cells: hasTable ? cells : cells.flatMap((cell) => cell.trim().split(/\s+/)),
    }));
  }),
});
