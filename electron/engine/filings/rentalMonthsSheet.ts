import type { RentalCell, RentalMatrixRow } from "#shared/api/rentals.ts";
import type { RentalMonthsSheet, RentedMonth } from "#shared/forms/builders/rentalMonths.ts";
import { printValue } from "#shared/forms/values.ts";
import { type RentalPart, rentalMonth } from "#shared/schedule/rentalMonth.ts";
import { rentalMatrixOf } from "../rentals/rentalMatrix.ts";
import type { YearSource } from "./sources.ts";

/** The matrix of the screen with the terms of every part of a month. */
export const rentalMonthsSheet = ({ facts, scope, sheet }: YearSource): RentalMonthsSheet => ({
  scope: sheet,
  groups: rentalMatrixOf(facts, scope).rows.map((row) => ({
    name: row.rental.unitName === "" ? row.rental.name : `${row.rental.name}（${row.rental.unitName}）`,
    contractNo: row.contractNo,
    vendorName: row.vendorName,
    months: row.cells.map((cell) => rentedMonth(row, cell)),
  })),
});

function rentedMonth({ rental, segments, term }: RentalMatrixRow, cell: RentalCell): RentedMonth {
  const parts = rentalMonth(rental, segments, cell.month, term)?.parts ?? [];
  const planned = cell.instalmentId !== null;
  return {
    terms: [...new Set(parts.map(termsText))],
    dueCents: planned ? cell.dueCents : null,
    paidCents: planned ? cell.paidCents : null,
  };
}

/** "26×85"; a free month says so. */
const termsText = ({ quantity, unitPrice, free }: RentalPart): string =>
  free ? `${number(quantity)}×免租` : `${number(quantity)}×${number(unitPrice)}`;

const number = (value: RentalPart["quantity"]): string => printValue({ kind: "number", value });
