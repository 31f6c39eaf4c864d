import { UserError } from "#shared/kernel/errors.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Contract, Instalment, Supplement } from "#shared/model/contract.ts";
import {
  findContract,
  listInstalments,
  rentalSegmentsOf,
  rentalsOf,
  supplementsOf,
} from "../store/contracts.ts";
import type { ReadableLedger } from "../store/types.ts";
import type { RentalWithSegments } from "./planDrafts.ts";

export type ContractParts = Readonly<{
  contract: Contract;
  supplements: readonly Supplement[];
  rentals: readonly RentalWithSegments[];
  instalments: readonly Instalment[];
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
    rentals: rentals.map((rental) => ({
      rental,
      segments: segments.filter((segment) => segment.rentalId === rental.id),
    })),
    instalments: await listInstalments(ledger, contractId),
  };
}

export const noSuchContract = (): UserError =>
  new UserError({ code: "not-found", message: "找不到这份合同。", hint: "它可能已作废，请刷新后再试。" });
