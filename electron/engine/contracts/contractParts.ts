import { UserError } from "#shared/kernel/errors.ts";
import type { Id } from "#shared/kernel/id.ts";
import type {
  Contract,
  Instalment,
  MeasuredItem,
  Milestone,
  Rental,
  RentalSegment,
  Supplement,
} from "#shared/model/contract.ts";
import { calendarOf, type WorkCalendar } from "#shared/schedule/workingDays.ts";
import { measuredItemsOf, milestonesOf } from "../store/agreements.ts";
import {
  findContract,
  listInstalments,
  rentalSegmentsOf,
  rentalsOf,
  supplementsOf,
} from "../store/contracts.ts";
import type { ReadableLedger } from "../store/types.ts";

export type RentalWithSegments = Readonly<{ rental: Rental; segments: readonly RentalSegment[] }>;

export type ContractParts = Readonly<{
  contract: Contract;
  supplements: readonly Supplement[];
  milestones: readonly Milestone[];
  rentals: readonly RentalWithSegments[];
  instalments: readonly Instalment[];
  measured: readonly MeasuredItem[];
  calendar: WorkCalendar;
}>;

/** A live contract with what its plan is made from. */
export async function contractParts(ledger: ReadableLedger, contractId: Id): Promise<ContractParts> {
  const contract = await findContract(ledger, contractId);
  if (contract === undefined || contract.voidedAt !== null) {
    throw noSuchContract();
  }
  const segments = await rentalSegmentsOf(ledger, contractId);
  const rentals = await rentalsOf(ledger, contractId);
  return {
    contract,
    supplements: await supplementsOf(ledger, contractId),
    milestones: await milestonesOf(ledger, contractId),
    rentals: rentals.map((rental) => ({
      rental,
      segments: segments.filter((segment) => segment.rentalId === rental.id),
    })),
    instalments: await listInstalments(ledger, contractId),
    measured: await measuredItemsOf(ledger, contractId),
    calendar: calendarOf(await ledger.read.selectFrom("holiday").select(["onDate", "kind"]).execute()),
  };
}

export const noSuchContract = (): UserError =>
  new UserError({ code: "not-found", message: "找不到这份合同。", hint: "它可能已作废，请刷新后再试。" });
