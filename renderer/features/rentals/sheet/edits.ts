import type { ApiInput } from "#shared/api/contract.ts";
import type { RentalCell, RentalMatrix, RentalMatrixRow } from "#shared/api/rentals.ts";
import { cents } from "#shared/kernel/cents.ts";
import type { YearMonth } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import type { RentalSegment } from "#shared/model/contract.ts";
import { editSegments, type MonthEdit, type MonthTerms } from "#shared/rentals/editSegments.ts";
import { rentalMonth } from "#shared/schedule/rentalMonth.ts";

/** Months typed and not saved yet, by rental and month. */
export type Edits = ReadonlyMap<string, ReadonlyMap<YearMonth, MonthTerms | null>>;

export const noEdits: Edits = new Map();

export const countEdits = (edits: Edits): number =>
  [...edits.values()].reduce((sum, months) => sum + months.size, 0);

/** What a month is let for, as it is stored. */
export const storedTerms = ({ quantity, unitPrice, free }: RentalCell): MonthTerms | null =>
  quantity === null || unitPrice === null ? null : { quantity, unitPrice, free };

export const sameTerms = (a: MonthTerms | null, b: MonthTerms | null): boolean =>
  a === null || b === null
    ? a === b
    : a.quantity === b.quantity && a.unitPrice === b.unitPrice && a.free === b.free;

export type TypedMonth = Readonly<{ rentalId: string; month: YearMonth; terms: MonthTerms | null }>;

/** With these months typed too. A month typed as it is stored is no edit any more. */
export function withTyped(matrix: RentalMatrix, edits: Edits, typed: readonly TypedMonth[]): Edits {
  const next = new Map([...edits].map(([rentalId, months]) => [rentalId, new Map(months)]));
  for (const { rentalId, month, terms } of typed) {
    const cell = cellAt(matrix, rentalId, month);
    if (cell === undefined || cell.lock !== null) continue;
    const months = next.get(rentalId) ?? new Map<YearMonth, MonthTerms | null>();
    if (sameTerms(storedTerms(cell), terms)) months.delete(month);
    else months.set(month, terms);
    if (months.size === 0) next.delete(rentalId);
    else next.set(rentalId, months);
  }
  return next;
}

const cellAt = (matrix: RentalMatrix, rentalId: string, month: YearMonth): RentalCell | undefined =>
  matrix.rows.find((row) => row.rental.id === rentalId)?.cells.find((cell) => cell.month === month);

export const isEdited = (edits: Edits, rentalId: string, month: YearMonth): boolean =>
  edits.get(rentalId)?.has(month) ?? false;

/** What the engine is asked to show, and then to save. */
export const toMonthsInput = (edits: Edits): ApiInput<"rentals.saveMonths"> => ({
  rentals: [...edits].map(([rentalId, months]) => ({
    rentalId: asId(rentalId),
    months: [...months].map(([month, terms]) => ({ month, terms })),
  })),
});

/** The matrix as it will be: what is typed, and what the months come to with it. */
export const withEdits = (matrix: RentalMatrix, edits: Edits): RentalMatrix =>
  edits.size === 0 ? matrix : { ...matrix, rows: matrix.rows.map((row) => editedRow(row, edits)) };

function editedRow(row: RentalMatrixRow, edits: Edits): RentalMatrixRow {
  const months = edits.get(row.rental.id);
  if (months === undefined) return row;
  const typed: readonly MonthEdit[] = [...months].map(([month, terms]) => ({ month, terms }));
  const after: readonly RentalSegment[] = editSegments(row.segments, typed, row.term).map((draft, index) => ({
    ...draft,
    id: asId(`typed-${index}`),
    rentalId: row.rental.id,
  }));
  const costOf = (segments: readonly RentalSegment[], month: YearMonth): number =>
    rentalMonth(row.rental, segments, month, row.term)?.amountCents ?? 0;
  const cells = row.cells.map((cell) => {
    const terms = months.get(cell.month);
    if (terms === undefined) return cell;
    const more = costOf(after, cell.month) - costOf(row.segments, cell.month);
    return {
      ...cell,
      quantity: terms?.quantity ?? null,
      unitPrice: terms?.unitPrice ?? null,
      free: terms?.free ?? false,
      dueCents: cents(cell.dueCents + more),
    };
  });
  return { ...row, cells };
}
