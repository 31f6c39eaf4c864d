import { UserError } from "#shared/kernel/errors.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Row } from "#shared/model/ledger.ts";
import type { ReadableLedger } from "./types.ts";

/** A 其他需求 that is not void, or `not-found`. */
export async function liveNeed(ledger: ReadableLedger, id: Id): Promise<Row<"need">> {
  const row = await ledger.read
    .selectFrom("need")
    .selectAll()
    .where("id", "=", id)
    .where("voidedAt", "is", null)
    .executeTakeFirst();
  if (row !== undefined) return row;
  throw new UserError({
    code: "not-found",
    message: "找不到这项需求。",
    hint: "它可能已作废，请刷新后再试。",
  });
}

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
