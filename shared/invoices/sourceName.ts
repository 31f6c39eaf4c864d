import { normaliseHeader } from "../excel/headerText.ts";
import type { SheetHead } from "./recognise/sheetHead.ts";
import { sourceOf } from "./sheetSource.ts";

/** What a list is called when nobody says: as it was called before, else by its titles. */
export const sourceNameOf = (sheets: readonly Readonly<{ head?: SheetHead | undefined }>[]): string => {
  const heads = sheets.flatMap(({ head }) => head ?? []);
  const known = heads.find(({ remembered }) => remembered !== undefined)?.remembered;
  return known?.name ?? sourceOf(new Set(heads.flatMap(({ titles }) => titles.map(normaliseHeader))));
};
