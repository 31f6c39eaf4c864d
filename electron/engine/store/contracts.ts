import type { Id } from "#shared/kernel/id.ts";
import type { Row } from "#shared/model/ledger.ts";
import type { ReadableLedger } from "./types.ts";

type Filter = Readonly<{ projectId?: Id; withVoided?: boolean }>;

/** Contracts by number, of one project or of all. */
export async function listContracts(
  ledger: ReadableLedger,
  { projectId, withVoided = false }: Filter = {},
): Promise<readonly Row<"contract">[]> {
  let query = ledger.read.selectFrom("contract").selectAll();
  if (!withVoided) query = query.where("voidedAt", "is", null);
  if (projectId !== undefined) query = query.where("projectId", "=", projectId);
  return query.orderBy("contractNo").orderBy("id").execute();
}

/** Also finds a contract that was voided. */
export const findContract = (ledger: ReadableLedger, id: Id): Promise<Row<"contract"> | undefined> =>
  ledger.read.selectFrom("contract").selectAll().where("id", "=", id).executeTakeFirst();

export const findContractByNo = (
  ledger: ReadableLedger,
  contractNo: string,
): Promise<Row<"contract"> | undefined> =>
  ledger.read
    .selectFrom("contract")
    .selectAll()
    .where("contractNo", "=", contractNo)
    .where("voidedAt", "is", null)
    .executeTakeFirst();

/** Supplements in the order in which they came into force. */
export const supplementsOf = (
  ledger: ReadableLedger,
  contractId: Id,
): Promise<readonly Row<"supplement">[]> =>
  ledger.read
    .selectFrom("supplement")
    .selectAll()
    .where("contractId", "=", contractId)
    .where("voidedAt", "is", null)
    .orderBy("effectiveOn")
    .orderBy("id")
    .execute();

export const rentalsOf = (ledger: ReadableLedger, contractId: Id): Promise<readonly Row<"rental">[]> =>
  ledger.read
    .selectFrom("rental")
    .selectAll()
    .where("contractId", "=", contractId)
    .where("voidedAt", "is", null)
    .orderBy("name")
    .orderBy("id")
    .execute();

/** Segments of all rentals of a contract, the earlier before the later. */
export const rentalSegmentsOf = (
  ledger: ReadableLedger,
  contractId: Id,
): Promise<readonly Row<"rentalSegment">[]> =>
  ledger.read
    .selectFrom("rentalSegment")
    .innerJoin("rental", "rental.id", "rentalSegment.rentalId")
    .selectAll("rentalSegment")
    .where("rental.contractId", "=", contractId)
    .where("rental.voidedAt", "is", null)
    .orderBy("rentalSegment.rentalId")
    .orderBy("rentalSegment.validFrom")
    .orderBy("rentalSegment.id")
    .execute();

/** 付款期次, of one contract or of all. */
export async function listInstalments(
  ledger: ReadableLedger,
  contractId?: Id,
): Promise<readonly Row<"instalment">[]> {
  let query = ledger.read.selectFrom("instalment").selectAll().where("voidedAt", "is", null);
  if (contractId !== undefined) query = query.where("contractId", "=", contractId);
  return query.orderBy("contractId").orderBy("seq").orderBy("id").execute();
}

export async function listAcceptances(
  ledger: ReadableLedger,
  contractId?: Id,
): Promise<readonly Row<"acceptance">[]> {
  let query = ledger.read.selectFrom("acceptance").selectAll().where("voidedAt", "is", null);
  if (contractId !== undefined) query = query.where("contractId", "=", contractId);
  return query.orderBy("acceptedOn").orderBy("id").execute();
}
