import type { RentalCell, RentalMatrix, RentalMatrixRow } from "#shared/api/rentals.ts";
import { type Cents, cents, formatYuan } from "#shared/kernel/cents.ts";
import type { YearMonth } from "#shared/kernel/dates.ts";
import type { StatusTone } from "../../components/StatusTag.tsx";
import { instalmentTones } from "../../components/statusTones.ts";

/** The four figures of a month, of a rental's year, or of all rentals together. */
export type Figures = Readonly<{
  dueCents: Cents;
  invoicedCents: Cents;
  paidCents: Cents;
  differenceCents: Cents;
}>;

export const figureWords = {
  dueCents: "应付",
  invoicedCents: "已开票",
  paidCents: "已付",
  differenceCents: "差额",
} as const satisfies Readonly<Record<keyof Figures, string>>;

export const figureKeys = Object.keys(figureWords) as readonly (keyof Figures)[];

export type MatrixSums = Readonly<{
  /** In the order of the matrix' rows. */
  rows: readonly Figures[];
  /** In the order of the matrix' months. */
  months: readonly Figures[];
  all: Figures;
}>;

/** Adds up exactly: 分, and a month without anything let counts nothing. */
export function sumFigures(items: readonly Figures[]): Figures {
  let [due, invoiced, paid, difference] = [0, 0, 0, 0];
  for (const item of items) {
    due += item.dueCents;
    invoiced += item.invoicedCents;
    paid += item.paidCents;
    difference += item.differenceCents;
  }
  return {
    dueCents: cents(due),
    invoicedCents: cents(invoiced),
    paidCents: cents(paid),
    differenceCents: cents(difference),
  };
}

/** The cell of each month of the matrix; a rental need not have one for every month. */
export function cellsByMonth(
  row: RentalMatrixRow,
  months: readonly YearMonth[],
): readonly (RentalCell | null)[] {
  const byMonth = new Map(row.cells.map((cell) => [cell.month, cell]));
  return months.map((month) => byMonth.get(month) ?? null);
}

export function sumsOf(matrix: RentalMatrix): MatrixSums {
  const cells = matrix.rows.map((row) => cellsByMonth(row, matrix.months));
  const rows = cells.map((row) => sumFigures(row.filter((cell) => cell !== null)));
  const months = matrix.months.map((_, index) => sumFigures(cells.flatMap((row) => row[index] ?? [])));
  return { rows, months, all: sumFigures(rows) };
}

/** A cell is coloured only where something is wrong: late, kept back, or an invoice that differs from what is due. */
export function cellTone(cell: RentalCell): Extract<StatusTone, "block" | "warn"> | null {
  const tone = cell.status === null ? "plain" : instalmentTones[cell.status];
  if (tone === "block") return "block";
  return tone === "warn" || cell.differenceCents !== 0 ? "warn" : null;
}

/** Whether a month is let with another quantity or price than the month before, so that the figures jump. */
export function changesHere(cells: readonly (RentalCell | null)[], index: number): boolean {
  const [cell, before] = [cells[index], cells[index - 1]];
  if (cell === null || cell === undefined) return false;
  if (before === null || before === undefined) return true;
  return cell.quantity !== before.quantity || cell.unitPrice !== before.unitPrice;
}

/** Nothing of a month is expected yet, so that its zeros say nothing. */
export const isAhead = (cell: Pick<RentalCell, "status" | "invoicedCents" | "paidCents">): boolean =>
  (cell.status === null || cell.status === "notDue" || cell.status === "dueSoon") &&
  cell.invoicedCents === 0 &&
  cell.paidCents === 0;

const pixelsPerDigit = 6.3;
const padding = 11;

const widthOf = (figures: readonly Figures[], least: number): number => {
  const longest = figures.flatMap((figure) => figureKeys.map((key) => formatYuan(figure[key]).length));
  return Math.max(least, Math.ceil(longest.reduce((a, b) => Math.max(a, b), 0) * pixelsPerDigit) + padding);
};

/** How wide the columns must be for the longest amount, in pixels. */
export const columnWidths = ({
  months,
  rows,
  all,
}: MatrixSums): Readonly<{ month: number; sum: number }> => ({
  month: widthOf(months, 68),
  sum: widthOf([...rows, all], 78),
});
