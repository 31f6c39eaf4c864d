import type { CellLock, RentalCell, RentalMatrix, RentalMatrixRow } from "#shared/api/rentals.ts";
import { cents, zeroCents } from "#shared/kernel/cents.ts";
import { addMonths, monthOf, type YearMonth, yearMonth } from "#shared/kernel/dates.ts";
import type { Device, Rental } from "#shared/model/contract.ts";
import { inServiceOn } from "#shared/rentals/devices.ts";
import type { ContractFact, InstalmentFact, RentalFact } from "#shared/rules/contractFacts.ts";
import type { Facts } from "#shared/rules/facts.ts";
import { type Groups, groupBy } from "#shared/rules/indexing.ts";
import { rentalMonth } from "#shared/schedule/rentalMonth.ts";
import type { Context } from "../context.ts";
import { standingOf } from "../contracts/standing.ts";
import { type ProjectScope, projectsInScope } from "../scope.ts";
import { cellLocks } from "./cellLocks.ts";
import { differencesIn } from "./deviceRegister.ts";

type Sources = Readonly<{
  facts: Facts;
  months: readonly YearMonth[];
  devices: Groups<Rental["id"], Device>;
  lockOf: (instalment: InstalmentFact) => CellLock | null;
}>;

/** Device by month: what is due, invoiced and paid in each month of the budget year. */
export const rentalMatrix = async (context: Context, scope: YearScope): Promise<RentalMatrix> =>
  rentalMatrixOf(await context.facts(), scope);

type YearScope = ProjectScope & Readonly<{ fiscalYear: number }>;

/** The same for who has the facts already. */
export function rentalMatrixOf(facts: Facts, scope: YearScope): RentalMatrix {
  const projects = projectsInScope(facts, scope);
  const january = yearMonth(`${scope.fiscalYear}-01`);
  const months = Array.from({ length: 12 }, (_, index) => addMonths(january, index));
  const devices = groupBy(facts.rows.device, (row) => row.rentalId);
  const sources = { facts, months, devices, lockOf: cellLocks(facts) };
  const rows = facts.contracts
    .filter((contract) => projects.has(contract.row.projectId))
    .flatMap((contract) => matrixRows(sources, contract));
  return { months, rows };
}

function matrixRows(sources: Sources, contract: ContractFact): readonly RentalMatrixRow[] {
  const instalments = groupBy(contract.instalments, ({ row }) => row.rentalId);
  return contract.rentals.map((rental) =>
    matrixRow(sources, contract, rental, instalments.of(rental.row.id)),
  );
}

function matrixRow(
  { facts, months, devices, lockOf }: Sources,
  contract: ContractFact,
  rental: RentalFact,
  instalments: readonly InstalmentFact[],
): RentalMatrixRow {
  const { row, segments } = rental;
  const term = { from: contract.row.startDate, to: contract.endDate };
  const register = devices.of(row.id);
  const year = facts.years.get(facts.projects.get(contract.row.projectId)?.fiscalYear ?? 0);
  return {
    rental: row,
    contractId: contract.row.id,
    contractNo: contract.row.contractNo,
    vendorName: contract.vendor?.name ?? "",
    segments,
    term,
    devicesInService: register.length === 0 ? null : inServiceOn(register, facts.asOf),
    differences: differencesIn(contract, rental, register, months),
    cells: months.map((month) => {
      const instalment = instalments.find((candidate) => monthOf(candidate.row.periodFrom) === month);
      const part = rentalMonth(row, segments, month, term)?.parts.at(-1);
      const inTerm = month >= monthOf(term.from) && month <= monthOf(term.to);
      return {
        month,
        quantity: part?.quantity ?? null,
        unitPrice: part?.unitPrice ?? null,
        free: part?.free ?? false,
        ...(instalment === undefined ? emptyCell : filledCell(facts, instalment)),
        lock:
          year?.state === "closed"
            ? "closed"
            : inTerm
              ? ((instalment && lockOf(instalment)) ?? null)
              : "outside",
      };
    }),
  };
}

type CellFigures = Omit<RentalCell, "month" | "quantity" | "unitPrice" | "free" | "lock">;

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
