import { UserError } from "#shared/kernel/errors.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Row } from "#shared/model/ledger.ts";
import type { ReadableLedger } from "./types.ts";

/** A rental that is not void, or `not-found`. */
export async function liveRental(ledger: ReadableLedger, id: Id): Promise<Row<"rental">> {
  const row = await ledger.read
    .selectFrom("rental")
    .selectAll()
    .where("id", "=", id)
    .where("voidedAt", "is", null)
    .executeTakeFirst();
  if (row !== undefined) return row;
  throw new UserError({
    code: "not-found",
    message: "找不到这项月租。",
    hint: "它可能已作废，请刷新后再试。",
  });
}

/** Segments of one rental, the earlier before the later. */
export const segmentsOf = (ledger: ReadableLedger, rentalId: Id): Promise<readonly Row<"rentalSegment">[]> =>
  ledger.read
    .selectFrom("rentalSegment")
    .selectAll()
    .where("rentalId", "=", rentalId)
    .orderBy("validFrom")
    .orderBy("id")
    .execute();

/** 设备 of one rental by number. */
export const devicesOf = (ledger: ReadableLedger, rentalId: Id): Promise<readonly Row<"device">[]> =>
  ledger.read
    .selectFrom("device")
    .selectAll()
    .where("rentalId", "=", rentalId)
    .where("voidedAt", "is", null)
    .orderBy("deviceNo")
    .orderBy("id")
    .execute();
