import type { ImportIssue, ImportPreview, PreviewEntry } from "#shared/invoices/preview.ts";
import type { PreviewPart } from "./previewEntries.ts";

/** A row of the file. */
export type RowPlace = Readonly<{ sheet: string; row: number }>;

export const isAt = (one: RowPlace, other: RowPlace): boolean =>
  one.sheet === other.sheet && one.row === other.row;

type Rows = Readonly<Pick<PreviewEntry, "sheet" | "row" | "rows">>;

/** An invoice of several lines is made of several rows. */
export const isMadeOf = ({ sheet, row, rows }: Rows, place: RowPlace): boolean =>
  place.sheet === sheet && (place.row === row || rows.includes(place.row));

/** Where an issue leads: to the row it is about, to a column of its sheet, or nowhere when it is about the whole file. */
export type IssuePlace =
  | Readonly<{ to: "row"; part: PreviewPart }>
  | Readonly<{ to: "column"; sheet: string; title: string }>
  | Readonly<{ to: "nowhere" }>;

export function placeOfIssue(
  { rejected, entries, sheets }: Pick<ImportPreview, "rejected" | "entries" | "sheets">,
  issue: RowPlace & Pick<ImportIssue, "column">,
): IssuePlace {
  if (rejected.some((row) => isAt(row, issue))) return { to: "row", part: "rejected" };
  const entry = entries.find((each) => isMadeOf(each, issue));
  if (entry !== undefined) return { to: "row", part: entry.result };
  const titles = sheets.find(({ name }) => name === issue.sheet)?.columns ?? [];
  return titles.some(({ title }) => title === issue.column)
    ? { to: "column", sheet: issue.sheet, title: issue.column }
    : { to: "nowhere" };
}

const keyOf = ({ sheet, row }: RowPlace): string => `${sheet}\n${row}`;

export type ByRow<Item> = ReadonlyMap<string, readonly Item[]>;

/** What there is for each row of the file. */
export function byRow<Item extends RowPlace>(items: readonly Item[]): ByRow<Item> {
  const found = new Map<string, Item[]>();
  for (const item of items) {
    const known = found.get(keyOf(item));
    if (known === undefined) found.set(keyOf(item), [item]);
    else known.push(item);
  }
  return found;
}

/** What there is for any of the rows that an invoice is made of. */
export function ofRows<Item>(items: ByRow<Item>, { sheet, row, rows }: Rows): readonly Item[] {
  if (items.size === 0) return [];
  const places = rows.includes(row) ? rows : [row, ...rows];
  return places.flatMap((each) => items.get(keyOf({ sheet, row: each })) ?? []);
}
