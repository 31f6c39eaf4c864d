import { type Cents, subtractCents } from "../kernel/cents.ts";
import { compareText } from "../kernel/compareText.ts";
import type { IsoDate } from "../kernel/dates.ts";
import type {
  Acceptance,
  Approval,
  Contract,
  Instalment,
  Rental,
  RentalSegment,
  Supplement,
  Vendor,
} from "../model/contract.ts";
import { effectiveDeduction } from "../schedule/acceptanceState.ts";
import { contractEnd, contractSum } from "../schedule/contractTerm.ts";
import { isCallOff } from "../schedule/family.ts";
import type { FactRows } from "./factRows.ts";
import { groupBy, indexBy } from "./indexing.ts";

export type InstalmentFact = Readonly<{
  row: Instalment;
  contract: ContractFact;
  deductionCents: Cents;
  /** amount − deduction */
  payableCents: Cents;
}>;

export type RentalFact = Readonly<{ row: Rental; segments: readonly RentalSegment[] }>;

export type ContractFact = Readonly<{
  row: Contract;
  vendor: Vendor | undefined;
  /** All that were signed, in force or not yet. */
  supplements: readonly Supplement[];
  /** The sum with the supplements in force; `null` without a sum. */
  sumCents: Cents | null;
  /** The last day with the supplements in force. */
  endDate: IsoDate;
  /** By rental, then by period. */
  instalments: readonly InstalmentFact[];
  rentals: readonly RentalFact[];
  acceptances: readonly Acceptance[];
  approvals: readonly Approval[];
  /** Called off from a framework contract. */
  isCallOff: boolean;
  /** What was called off from this framework, and what renews this contract; drafts too. */
  callOffs: readonly ContractFact[];
  renewals: readonly ContractFact[];
}>;

const byPeriod = (a: Instalment, b: Instalment): number =>
  compareText(a.periodFrom, b.periodFrom) ||
  compareText(a.periodTo, b.periodTo) ||
  a.seq - b.seq ||
  compareText(a.id, b.id);

/** Every contract with what belongs to it, as it was known on `asOf`. */
export function contractFactsOf(rows: FactRows, asOf: IsoDate): readonly ContractFact[] {
  const vendors = indexBy(rows.vendor, (row) => row.id);
  const known = rows.supplement.filter((row) => row.signedOn <= asOf || row.effectiveOn <= asOf);
  const supplements = groupBy(known, (row) => row.contractId);
  const rentals = groupBy(rows.rental, (row) => row.contractId);
  const segments = groupBy(rows.rentalSegment, (row) => row.rentalId);
  const instalments = groupBy(rows.instalment, (row) => row.contractId);
  const acceptances = groupBy(
    rows.acceptance.filter((row) => row.acceptedOn <= asOf),
    (row) => row.contractId,
  );
  const approvals = groupBy(
    rows.approval.filter((row) => row.approvedOn <= asOf),
    (row) => row.contractId,
  );
  const contracts = indexBy(rows.contract, (row) => row.id);
  const families = new Map(rows.contract.map((row) => [row.id, noFamily()]));
  return rows.contract.map((row) => {
    const instalmentFacts: InstalmentFact[] = [];
    const parent = row.parentContractId === null ? undefined : contracts.get(row.parentContractId);
    const fact: ContractFact = {
      row,
      vendor: vendors.get(row.vendorId),
      supplements: supplements.of(row.id),
      sumCents: contractSum(row, supplements.of(row.id), asOf),
      endDate: contractEnd(row, supplements.of(row.id), asOf),
      instalments: instalmentFacts,
      rentals: rentals.of(row.id).map((rental) => ({ row: rental, segments: segments.of(rental.id) })),
      acceptances: acceptances.of(row.id),
      approvals: approvals.of(row.id),
      isCallOff: isCallOff(row, parent),
      ...(families.get(row.id) ?? noFamily()),
    };
    if (parent !== undefined && parent !== row)
      families.get(parent.id)?.[fact.isCallOff ? "callOffs" : "renewals"].push(fact);
    for (const instalment of instalments.of(row.id).toSorted(byPeriod))
      instalmentFacts.push(instalmentFact(instalment, fact));
    return fact;
  });
}

type Family = Readonly<Record<"callOffs" | "renewals", ContractFact[]>>;

const noFamily = (): Family => ({ callOffs: [], renewals: [] });

function instalmentFact(row: Instalment, contract: ContractFact): InstalmentFact {
  const deductionCents = effectiveDeduction(row, contract.acceptances);
  const payableCents = subtractCents(row.amountCents, deductionCents);
  return { row, contract, deductionCents, payableCents };
}
