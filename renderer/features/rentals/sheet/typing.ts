import type { RentalCell, RentalMatrix } from "#shared/api/rentals.ts";
import { formatMonthText } from "#shared/kernel/dates.ts";
import type { MonthTerms } from "#shared/rentals/editSegments.ts";
import type { Place } from "../../../components/sheet/places.ts";
import { cellsByMonth } from "../matrix.ts";
import { type Base, cellText, lockWords, type PlainNumber, readCell } from "./cellText.ts";
import { storedTerms, type TypedMonth } from "./edits.ts";
import { fillTarget, placesIn, type Range } from "./range.ts";

/** What was typed into cells: the months it makes, and why some of it was not taken. */
export type Typing = Readonly<{ typed: readonly TypedMonth[]; problems: readonly string[] }>;

const nothing: Typing = { typed: [], problems: [] };

/** `matrix` is the one on the screen, with what is typed already. */
export function cellOf(matrix: RentalMatrix, { row, column }: Place): RentalCell | null {
  const line = matrix.rows[row];
  return line === undefined ? null : (cellsByMonth(line, matrix.months)[column] ?? null);
}

/** An empty month goes on at the price of the one before it, or of the next one. */
function baseOf(matrix: RentalMatrix, place: Place): Base {
  const cell = cellOf(matrix, place);
  if (cell !== null && cell.unitPrice !== null) return cell;
  const line = matrix.rows[place.row];
  const cells = line === undefined ? [] : cellsByMonth(line, matrix.months);
  const priced = (one: RentalCell | null | undefined): boolean => one?.unitPrice != null;
  const near = cells.slice(0, place.column).findLast(priced) ?? cells.slice(place.column).find(priced);
  return { quantity: null, unitPrice: near?.unitPrice ?? null };
}

const nameOf = (matrix: RentalMatrix, { row, column }: Place): string => {
  const month = matrix.months[column];
  return `${matrix.rows[row]?.rental.name ?? ""}${month === undefined ? "" : formatMonthText(month)}`;
};

function put(matrix: RentalMatrix, place: Place, terms: MonthTerms | null): Typing {
  const [row, month, cell] = [matrix.rows[place.row], matrix.months[place.column], cellOf(matrix, place)];
  if (row === undefined || month === undefined || cell === null) return nothing;
  if (cell.lock !== null) return { typed: [], problems: [`${nameOf(matrix, place)}${lockWords[cell.lock]}`] };
  return { typed: [{ rentalId: row.rental.id, month, terms }], problems: [] };
}

/** A text typed into one cell. */
export function typeInto(matrix: RentalMatrix, place: Place, text: string, plain: PlainNumber): Typing {
  const read = readCell(text, baseOf(matrix, place), plain);
  switch (read.kind) {
    case "terms":
      return put(matrix, place, read.terms);
    case "none":
      return put(matrix, place, null);
    case "wrong":
      return { typed: [], problems: [`${nameOf(matrix, place)}：${read.problem}`] };
  }
}

const all = (typings: readonly Typing[]): Typing => ({
  typed: typings.flatMap(({ typed }) => typed),
  problems: typings.flatMap(({ problems }) => problems),
});

export const clearRange = (matrix: RentalMatrix, range: Range): Typing =>
  all(placesIn(range).map((place) => put(matrix, place, null)));

/** 向右填充: each row goes on as its first cell of the range. */
export const fillRight = (matrix: RentalMatrix, range: Range): Typing =>
  all(
    placesIn(fillTarget(range, matrix.months.length - 1))
      .filter(({ column }) => column > range.left)
      .map((place) => {
        const first = cellOf(matrix, { row: place.row, column: range.left });
        // Filling over locked months to an open one beyond is what is meant: those stay without a word.
        const isLocked = (cellOf(matrix, place)?.lock ?? null) !== null;
        return isLocked ? nothing : put(matrix, place, first === null ? null : storedTerms(first));
      }),
  );

/** A block copied from a worksheet, laid over the matrix from one cell on; one cell alone fills the whole range. */
export function pasteInto(
  matrix: RentalMatrix,
  range: Range,
  block: readonly (readonly string[])[],
  plain: PlainNumber,
): Typing {
  const [only] = block.length === 1 && block[0]?.length === 1 ? block[0] : [];
  if (only !== undefined) return all(placesIn(range).map((place) => typeInto(matrix, place, only, plain)));
  const cells = block
    .flatMap((texts, row) =>
      texts.map((text, column) => ({ text, row: range.top + row, column: range.left + column })),
    )
    .filter(({ text }) => text.trim() !== "");
  const inside = cells.filter((place) => cellOf(matrix, place) !== null);
  const typed = all(inside.map(({ text, ...place }) => typeInto(matrix, place, text, plain)));
  const beyond = cells.length - inside.length;
  return beyond === 0
    ? typed
    : { ...typed, problems: [...typed.problems, `有 ${beyond} 格超出了表格，没有粘贴。`] };
}

/** The range as a worksheet takes it: tabs between months, a line for each rental. */
export function copyText(matrix: RentalMatrix, { top, left, bottom, right }: Range): string {
  const lines = matrix.rows.slice(top, bottom + 1).map((row) =>
    cellsByMonth(row, matrix.months)
      .slice(left, right + 1)
      .map((cell) => (cell === null ? "" : cellText(storedTerms(cell)))),
  );
  return lines.map((line) => line.join("\t")).join("\n");
}
