import type { CellStyle, Form } from "./form.ts";
import type { Prose, ProseBlock } from "./prose.ts";

/**
 * Column A of the bureau's sheet 项目经费情况说明 is as wide as the paper between its margins. Here four columns are,
 * merged: a program that draws characters wider scales several columns to the page, but cuts one off. In characters.
 */
const columns = Array.from({ length: 4 }, () => ({ width: 34 }));
/** Millimetres: 0.75 inch at the sides, 1 inch above and below, as that sheet has them. */
const margins = { top: 25.4, right: 19.05, bottom: 25.4, left: 19.05 } as const;

/**
 * Running text as a sheet, one row for each paragraph, so that nothing is cut off: the bureau hands out a workbook whose
 * last sheet is 项目经费情况说明, on A4 landscape.
 */
export const proseSheet = ({ id, template, title, fonts, blocks }: Prose): Form => ({
  id,
  template,
  title,
  fonts,
  page: { size: "A4", orientation: "landscape", margins, repeat: null },
  columns,
  rows: blocks.map((block) => ({
    cells: [{ value: { kind: "text", text: textOf(block) }, style: styleOf(block), colSpan: columns.length }],
    ...(block.kind === "paragraph" ? {} : { keepWithNext: true }),
  })),
});

/** The first line of a paragraph is set in by two characters, and so is a heading. */
const textOf = (block: ProseBlock): string => (block.kind === "title" ? block.text : `　　${block.text}`);

export function styleOf(block: ProseBlock): CellStyle {
  switch (block.kind) {
    case "title":
      return "proseTitle";
    case "heading":
      return block.level === 1 ? "proseHeading" : "proseSubheading";
    case "paragraph":
      return "proseText";
  }
}
