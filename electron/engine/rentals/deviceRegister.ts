import type { DeviceRegister } from "#shared/api/rentals.ts";
import { monthsBetween, type YearMonth } from "#shared/kernel/dates.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Device } from "#shared/model/contract.ts";
import { inServiceOn } from "#shared/rentals/devices.ts";
import { type ServiceDifference, serviceDifference } from "#shared/rentals/serviceDifference.ts";
import type { ContractFact, RentalFact } from "#shared/rules/contractFacts.ts";
import type { Context } from "../context.ts";
import { devicesOf, liveRental } from "../store/rentals.ts";

/** 设备台账 of a rental, and the months in which its segments let another number than is in service. */
export async function deviceRegister(context: Context, rentalId: Id): Promise<DeviceRegister> {
  const rental = await liveRental(context.ledger, rentalId);
  const devices = await devicesOf(context.ledger, rentalId);
  const { contracts, asOf } = await context.facts();
  const contract = contracts.find(({ row }) => row.id === rental.contractId);
  const fact = contract?.rentals.find(({ row }) => row.id === rentalId);
  return {
    rental,
    contractNo: contract?.row.contractNo ?? "",
    vendorName: contract?.vendor?.name ?? "",
    devices,
    inServiceToday: inServiceOn(devices, asOf),
    isPriced: (fact?.segments.length ?? 0) > 0,
    differences:
      contract === undefined || fact === undefined
        ? []
        : differencesIn(contract, fact, devices, monthsBetween(contract.row.startDate, contract.endDate)),
  };
}

/** A rental without a register is not checked: its devices are counted in groups. */
export function differencesIn(
  contract: ContractFact,
  { row, segments }: RentalFact,
  devices: readonly Device[],
  months: readonly YearMonth[],
): readonly ServiceDifference[] {
  if (devices.length === 0) return [];
  const term = { from: contract.row.startDate, to: contract.endDate };
  return months.flatMap((month) => serviceDifference(row, segments, devices, month, term) ?? []);
}
