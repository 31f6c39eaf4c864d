import type { RentalCell, RentalMatrix, RentalMatrixRow } from "#shared/api/rentals.ts";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate, monthsBetween, yearMonth } from "#shared/kernel/dates.ts";
import { decimal } from "#shared/kernel/decimal.ts";
import { asId } from "#shared/kernel/id.ts";
import { rentalMonth } from "#shared/schedule/rentalMonth.ts";
import { segmentOf } from "#test/shared/schedule/samples.ts";

export const months = ["2022-01", "2022-02", "2022-03"].map(yearMonth);

export const cell = (index: number, changes: Partial<RentalCell> = {}): RentalCell => ({
  month: months[index] ?? yearMonth("2022-01"),
  instalmentId: `i-${index}`,
  quantity: decimal("26"),
  unitPrice: decimal("85"),
  free: false,
  dueCents: cents(221_000),
  invoicedCents: cents(0),
  paidCents: cents(0),
  differenceCents: cents(0),
  status: "notDue",
  lock: null,
  ...changes,
});

const term = { from: isoDate("2022-01-01"), to: isoDate("2022-12-31") };

export const row = (name: string, cells: readonly RentalCell[]): RentalMatrixRow => ({
  rental: {
    id: asId(name),
    contractId: asId("c"),
    name,
    unitName: "台",
    proration: "wholeMonth",
    note: "",
    voidedAt: null,
    voidReason: null,
  },
  contractId: "c",
  contractNo: "HT-1",
  vendorName: "示例公司",
  segments: [],
  term,
  cells,
  devicesInService: null,
  differences: [],
});

/** Rentals let the whole year at one quantity and price, the first months of each closed. */
export function yearMatrix(
  rentals: Readonly<Record<string, readonly [quantity: string, unitPrice: string]>>,
  closedMonths = 2,
): RentalMatrix {
  const all = monthsBetween(term.from, term.to);
  const rows = Object.entries(rentals).map(([name, [quantity, unitPrice]]) => {
    const base = row(name, []);
    const segments = [segmentOf("2022-01-01", null, quantity, unitPrice)];
    const cells = all.map((month, index) =>
      cell(0, {
        month,
        quantity: decimal(quantity),
        unitPrice: decimal(unitPrice),
        dueCents: rentalMonth(base.rental, segments, month, term)?.amountCents ?? cents(0),
        lock: index < closedMonths ? "invoiced" : null,
      }),
    );
    return { ...base, segments, cells };
  });
  return { months: all, rows };
}
