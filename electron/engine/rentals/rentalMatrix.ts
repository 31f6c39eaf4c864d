import type { RentalCell, RentalMatrix, RentalMatrixRow } from "#shared/api/rentals.ts";
import { cents, zeroCents } from "#shared/kernel/cents.ts";
import { addMonths, monthOf, type YearMonth, yearMonth } from "#shared/kernel/dates.ts";
import type { ContractFact, InstalmentFact, RentalFact } from "#shared/rules/contractFacts.ts";
import type { Facts } from "#shared/rules/facts.ts";
import { rentalMonth } from "#shared/schedule/rentalMonth.ts";
import type { Context } from "../context.ts";
import { standingOf } from "../contracts/standing.ts";
import { type ProjectScope, projectsInScope } from "../scope.ts";

/** Device by month: what is due, invoiced and paid in each month of the budget year. */
export async function rentalMatrix(
  context: Context,
  scope: ProjectScope & Readonly<{ fiscalYear: number }>,
): Promise<RentalMatrix> {
  const facts = await context.facts();
  const projects = projectsInScope(facts, scope);
  const january = yearMonth(`${scope.fiscalYear}-01`);
  const months = Array.from({ length: 12 }, (_, index) => addMonths(january, index));
  const rows = facts.contracts
    .filter((contract) => projects.has(contract.row.projectId))
    .flatMap((contract) => contract.rentals.map((rental) => matrixRow(facts, contract, rental, months)));
  return { months, rows };
}

function matrixRow(
  facts: Facts,
  contract: ContractFact,
  { row, segments }: RentalFact,
  months: readonly YearMonth[],
): RentalMatrixRow {
  const term = { from: contract.row.startDate, to: contract.endDate };
  const own = contract.instalments.filter((instalment) => instalment.row.rentalId === row.id);
  return {
    rental: row,
    contractId: contract.row.id,
    contractNo: contract.row.contractNo,
    vendorName: contract.vendor?.name ?? "",
    segments,
    cells: months.map((month) => {
      const instalment = own.find((candidate) => monthOf(candidate.row.periodFrom) === month);
      const part = rentalMonth(row, segments, month, term)?.parts.at(-1);
      return {
        month,
        quantity: part?.quantity ?? null,
        unitPrice: part?.unitPrice ?? null,
        ...(instalment === undefined ? emptyCell : filledCell(facts, instalment)),
      };
    }),
  };
}

type CellFigures = Omit<RentalCell, "month" | "quantity" | "unitPrice">;

const emptyCell: CellFigures = {
  instalmentId: null,
  dueCents: zeroCents,
  invoicedCents: zeroCents,
  paidCents: zeroCents,
  differenceCents: zeroCents,
  status: null,
};

function filledCell(facts: Facts, instalment: InstalmentFact): CellFigures {
  const { payableCents, invoicedCents, paidCents, status } = standingOf(facts, instalment);
  return {
    instalmentId: instalment.row.id,
    dueCents: payableCents,
    invoicedCents,
    paidCents,
    differenceCents: invoicedCents === 0 ? zeroCents : cents(invoicedCents - payableCents),
    status,
  };
}
