import type { Id } from "#shared/kernel/id.ts";
import type { Row } from "#shared/model/ledger.ts";
import { live } from "./found.ts";
import type { ReadableLedger } from "./types.ts";

/** A 其他需求 that is not void, or `not-found`. */
export const liveNeed = async (ledger: ReadableLedger, id: Id): Promise<Row<"need">> =>
  live(await ledger.read.selectFrom("need").selectAll().where("id", "=", id).executeTakeFirst(), "这项需求");

/** 发放记录 of one need, the earlier before the later. */
export const issuesOfNeed = (ledger: ReadableLedger, needId: Id): Promise<readonly Row<"needIssue">[]> =>
  ledger.read
    .selectFrom("needIssue")
    .selectAll()
    .where("needId", "=", needId)
    .where("voidedAt", "is", null)
    .orderBy("issuedOn")
    .orderBy("id")
    .execute();

/** 发放记录 that a payment pays for. */
export const issuesOfPayment = (
  ledger: ReadableLedger,
  paymentId: Id,
): Promise<readonly Row<"needIssue">[]> =>
  ledger.read
    .selectFrom("needIssue")
    .selectAll()
    .where("paymentId", "=", paymentId)
    .where("voidedAt", "is", null)
    .orderBy("id")
    .execute();

/** Everybody on the staff list, also who has left. */
export const listStaff = (ledger: ReadableLedger): Promise<readonly Row<"staff">[]> =>
  ledger.read
    .selectFrom("staff")
    .selectAll()
    .where("voidedAt", "is", null)
    .orderBy("staffNo")
    .orderBy("name")
    .orderBy("id")
    .execute();
