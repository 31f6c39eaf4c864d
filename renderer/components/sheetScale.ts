import type { Form } from "#shared/forms/form.ts";

const a4 = { short: 210, long: 297 } as const;
const pointsPerMillimetre = 72 / 25.4;
/** What a column's character is wide at full size, as in Excel. */
const pointsPerCharacter = 5.25;
/** Letters no smaller than this part of their size: below it text breaks more often instead. */
const smallest = 0.62;

export type SheetScale = Readonly<{
  /** Millimetres. */
  paperWidth: number;
  paperHeight: number;
  /** Each column's part of the table, in percent. */
  columnPercents: readonly number[];
  /** Letters shrink by this where the columns are wider than the paper, as with Excel's fit to width. */
  letters: number;
}>;

/** How a form sits on its paper: the same proportions as in print. */
export function sheetScale({ page, columns }: Pick<Form, "page" | "columns">): SheetScale {
  const landscape = page.orientation === "landscape";
  const paperWidth = landscape ? a4.long : a4.short;
  const characters = columns.reduce((sum, { width }) => sum + width, 0);
  const content = (paperWidth - page.margins.left - page.margins.right) * pointsPerMillimetre;
  return {
    paperWidth,
    paperHeight: landscape ? a4.short : a4.long,
    columnPercents: columns.map(({ width }) => (width / characters) * 100),
    letters: Math.min(1, Math.max(smallest, content / characters / pointsPerCharacter)),
  };
}
