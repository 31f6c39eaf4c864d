import type { Id } from "#shared/kernel/id.ts";
import type { Row } from "#shared/model/ledger.ts";
import { live } from "./found.ts";
import type { ReadableLedger } from "./types.ts";

/** A rental that is not void, or `not-found`. */
export const liveRental = async (ledger: ReadableLedger, id: Id): Promise<Row<"rental">> =>
  live(
    await ledger.read.selectFrom("rental").selectAll().where("id", "=", id).executeTakeFirst(),
    "这项月租",
  );

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
