import type { PlainRow } from "../../excel/plainCell.ts";
import { fieldTitle } from "../fieldTitles.ts";
import type { InvoiceField } from "../headerSynonyms.ts";
import type { ColumnInspection, RememberedSource } from "../inspection.ts";
import { fieldOfTitle, type Header, missingColumns } from "../matchHeader.ts";
import type { SaidSheet } from "../said.ts";
import { claimsOf, takeRemembered, takeSaid, takeTitled } from "./byTitle.ts";
import { takeByValues } from "./byValues.ts";
import { type OwnParties, profileColumns } from "./columnProfile.ts";
import { type Mapping, startMapping } from "./mapping.ts";
import { takeAmounts } from "./takeAmounts.ts";
import { isTitle, titledColumns, titlesOf } from "./titles.ts";
import { kindsOf } from "./valueKinds.ts";

/** What is known beside the rows themselves. */
export type Hints = Readonly<{
  said: SaidSheet | undefined;
  /** An earlier list with these titles. */
  recall: (titles: readonly string[]) => RememberedSource | undefined;
  own: OwnParties;
  date1904: boolean;
  isText: boolean;
}>;

/** The header of a sheet, and what each of its columns is taken for. */
export type SheetHead = Readonly<{
  header: Header;
  headerRows: 1 | 2;
  /** As they stand there, without those that are empty: what the list is known again by. */
  titles: readonly string[];
  columns: readonly ColumnInspection[];
  missing: readonly string[];
  remembered: RememberedSource | undefined;
}>;

/** How far down a header may stand: a title, the period and the unit go before it. */
export const headerScan = 15;
/** Rows that are looked at to tell columns by their values. */
export const sampleRows = 200;

type Place = Readonly<{ at: number; headerRows: 1 | 2; titles: ReadonlyMap<number, string> }>;

/**
 * Finds the header among the first rows of a sheet and what its columns are. What a person says counts first, then what
 * was said of such a list before, then titles, then values. `undefined` when nothing looks like a list of invoices.
 */
export function sheetHead(rows: readonly PlainRow[], hints: Hints): SheetHead | undefined {
  const headAt = (place: Place, remembered?: RememberedSource): SheetHead =>
    mapColumns(rows, place, remembered, hints);
  const { said } = hints;
  if (said !== undefined && said.headerRow !== null) {
    const place = saidPlace(rows, said.headerRow, said.headerRows);
    return headAt(place, hints.recall([...place.titles.values()]));
  }
  const places = [...rows.slice(0, headerScan).keys()].flatMap((at) => placesAt(rows, at));
  for (const place of places) {
    const remembered = hints.recall([...place.titles.values()]);
    if (remembered !== undefined) return headAt(place, remembered);
  }
  const byTitles = bestTitled(places);
  const titled = byTitles && headAt(byTitles);
  if (titled?.missing.length === 0) return titled;
  const above = aboveData(rows, hints.date1904);
  const valued = above && headAt(above);
  if (valued === undefined || (titled !== undefined && valued.missing.length > 0)) return titled;
  return valued.missing.length === 0 || Object.keys(valued.header.at).length >= 2 ? valued : titled;
}

/** A row as a header, alone and together with the row above it. */
function placesAt(rows: readonly PlainRow[], at: number): readonly Place[] {
  const single: Place = { at, headerRows: 1, titles: titlesOf(rows[at], undefined) };
  const upper = rows[at - 1];
  if (upper === undefined || upper.rowNo + 1 !== rows[at]?.rowNo) return [single];
  const isGroup = isTitleRow(upper, 2) && isTitleRow(rows[at], 2);
  return isGroup ? [single, { at, headerRows: 2, titles: titlesOf(rows[at], upper) }] : [single];
}

const isTitleRow = (row: PlainRow | undefined, least: number): boolean => {
  const cells = (row?.cells ?? []).filter((cell) => cell !== undefined);
  return cells.length >= least && cells.every(({ kind, text }) => kind === "text" && isTitle(text.trim()));
};

const fieldCount = ({ titles }: Place): number =>
  new Set(
    [...titles.values()].map((title) => fieldOfTitle(title)?.field).filter((field) => field !== undefined),
  ).size;

/** The row whose titles name most; of two alike one row before two, and the upper one. */
function bestTitled(places: readonly Place[]): Place | undefined {
  const counted = places
    .map((place) => ({ place, count: fieldCount(place) }))
    .filter(({ count }) => count >= 2);
  return counted.reduce<(typeof counted)[number] | undefined>(
    (best, one) => (best !== undefined && best.count >= one.count ? best : one),
    undefined,
  )?.place;
}

function saidPlace(rows: readonly PlainRow[], headerRow: number, headerRows: 1 | 2 | null): Place {
  const at = rows.findIndex(({ rowNo }) => rowNo === headerRow);
  if (at < 0) {
    const next = rows.findIndex(({ rowNo }) => rowNo > headerRow);
    return { at: (next < 0 ? rows.length : next) - 1, headerRows: 1, titles: new Map() };
  }
  const upper = rows[at - 1]?.rowNo === headerRow - 1 ? rows[at - 1] : undefined;
  const two: Place = { at, headerRows: 2, titles: titlesOf(rows[at], upper) };
  const one: Place = { at, headerRows: 1, titles: titlesOf(rows[at], undefined) };
  if (headerRows !== null) return headerRows === 2 ? two : one;
  return upper !== undefined && isTitleRow(upper, 2) && fieldCount(two) > fieldCount(one) ? two : one;
}

/** Where invoices begin, though no title is known: below the row above the first one, or from the top. */
function aboveData(rows: readonly PlainRow[], date1904: boolean): Place | undefined {
  const first = rows.slice(0, headerScan + 1).findIndex((row) => looksLikeInvoice(row, date1904));
  if (first < 0) return undefined;
  const above = rows[first - 1];
  if (above === undefined || !isTitleRow(above, 2))
    return { at: first - 1, headerRows: 1, titles: new Map() };
  const places = placesAt(rows, first - 1);
  return bestTitled(places) ?? places[0];
}

function looksLikeInvoice({ cells }: PlainRow, date1904: boolean): boolean {
  const kinds = cells.map((cell) => (cell === undefined ? [] : kindsOf(cell, cell.text.trim(), date1904)));
  const has = (kind: (typeof kinds)[number][number]): boolean => kinds.some((found) => found.includes(kind));
  return (has("digital") || has("dashed") || (has("code") && has("paper"))) && has("date") && has("money");
}

function mapColumns(
  rows: readonly PlainRow[],
  { at, headerRows, titles }: Place,
  remembered: RememberedSource | undefined,
  { said, own, date1904, isText }: Hints,
): SheetHead {
  const sample = rows.slice(at + 1, at + 1 + sampleRows);
  const profiles = profileColumns(sample, own, date1904);
  const mapping = startMapping(titledColumns(titles, profiles, isText), profiles);
  takeSaid(mapping, said);
  takeRemembered(mapping, remembered);
  const claims = claimsOf(mapping);
  takeTitled(mapping, claims);
  takeAmounts(mapping, claims, notesAbove(rows, at));
  takeByValues(mapping, own);
  const columns = mapping.columns.map((column) => inspectionOf(mapping, column.index));
  const header: Header = {
    rowNo: said?.headerRow ?? rows[at]?.rowNo ?? 0,
    columns: columns.map(({ index, title, field }) => ({ index, title, field })),
    at: Object.fromEntries(mapping.taken) satisfies Partial<Record<InvoiceField, number>>,
    doubled: [...mapping.doubled],
  };
  return {
    header,
    headerRows,
    titles: [...titles.values()],
    columns,
    missing: missingColumns(header),
    remembered,
  };
}

/** What stands above the header: the title of the list, its period, its unit. */
const notesAbove = (rows: readonly PlainRow[], at: number): readonly string[] =>
  rows
    .slice(0, Math.max(0, at))
    .flatMap(({ cells }) =>
      cells.flatMap((cell) => (cell?.kind === "text" && !cell.merged ? [cell.text] : [])),
    );

function inspectionOf({ columns, profiles, decisions }: Mapping, index: number): ColumnInspection {
  const column = columns.find((one) => one.index === index);
  const decided = decisions.get(index);
  const field = decided?.field ?? null;
  return {
    index,
    letter: column?.letter ?? "",
    title: column?.shown ?? "",
    field,
    fieldTitle: field === null ? null : fieldTitle(field),
    by: decided?.by ?? "none",
    why: decided?.why ?? "发票用不到这一列，或没有认出来。",
    samples: profiles.get(index)?.samples ?? [],
    doubt: decided?.doubt ?? null,
  };
}
