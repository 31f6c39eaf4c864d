import type { Id } from "#shared/kernel/id.ts";
import type { Row } from "#shared/model/ledger.ts";
import type { ReadableLedger } from "./types.ts";

export const milestonesOf = (ledger: ReadableLedger, contractId: Id): Promise<readonly Row<"milestone">[]> =>
  ledger.read
    .selectFrom("milestone")
    .selectAll()
    .where("contractId", "=", contractId)
    .orderBy("seq")
    .orderBy("id")
    .execute();

/** 约定单价 by name, the earlier before the later. */
export const pricesOf = (ledger: ReadableLedger, contractId: Id): Promise<readonly Row<"contractPrice">[]> =>
  ledger.read
    .selectFrom("contractPrice")
    .selectAll()
    .where("contractId", "=", contractId)
    .orderBy("name")
    .orderBy("validFrom")
    .orderBy("id")
    .execute();

/** 据实计量 of the live instalments of a contract. */
export const measuredItemsOf = (
  ledger: ReadableLedger,
  contractId: Id,
): Promise<readonly Row<"measuredItem">[]> =>
  ledger.read
    .selectFrom("measuredItem")
    .innerJoin("instalment", "instalment.id", "measuredItem.instalmentId")
    .selectAll("measuredItem")
    .where("instalment.contractId", "=", contractId)
    .where("instalment.voidedAt", "is", null)
    .orderBy("measuredItem.instalmentId")
    .orderBy("measuredItem.id")
    .execute();

/** 履约保证金 in the order of its movements. */
export const bondMovementsOf = (
  ledger: ReadableLedger,
  contractId: Id,
): Promise<readonly Row<"bondMovement">[]> =>
  ledger.read
    .selectFrom("bondMovement")
    .selectAll()
    .where("contractId", "=", contractId)
    .where("voidedAt", "is", null)
    .orderBy("movedOn")
    .orderBy("id")
    .execute();

/** Contracts that name this one as their framework or predecessor. */
export const childrenOf = (ledger: ReadableLedger, contractId: Id): Promise<readonly Row<"contract">[]> =>
  ledger.read
    .selectFrom("contract")
    .selectAll()
    .where("parentContractId", "=", contractId)
    .where("voidedAt", "is", null)
    .orderBy("contractNo")
    .orderBy("id")
    .execute();
