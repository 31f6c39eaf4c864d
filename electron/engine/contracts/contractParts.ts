import type { UserError } from "#shared/kernel/errors.ts";
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
import { live, notThere } from "../store/found.ts";
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

const thisContract = "这份合同";

export const liveContract = async (ledger: ReadableLedger, id: Id): Promise<Contract> =>
  live(await findContract(ledger, id), thisContract);

/** A live contract with what its plan is made from. */
export async function contractParts(ledger: ReadableLedger, contractId: Id): Promise<ContractParts> {
  const contract = await liveContract(ledger, contractId);
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

export const noSuchContract = (): UserError => notThere(thisContract);
