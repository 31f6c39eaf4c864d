import type { ApprovalOwner } from "#shared/api/approvals.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Row } from "#shared/model/ledger.ts";
import type { ReadableLedger } from "./types.ts";

/** The live approvals of one thing, by their day. */
export function approvalsOf(
  ledger: ReadableLedger,
  owner: ApprovalOwner,
): Promise<readonly Row<"approval">[]> {
  const all = ledger.read.selectFrom("approval").selectAll().where("voidedAt", "is", null);
  const of =
    "projectId" in owner
      ? all.where("projectId", "=", owner.projectId)
      : "contractId" in owner
        ? all.where("contractId", "=", owner.contractId)
        : all.where("paymentId", "=", owner.paymentId);
  return of.orderBy("approvedOn").orderBy("id").execute();
}

/** Also finds one that was voided. */
export const findApproval = (ledger: ReadableLedger, id: Id): Promise<Row<"approval"> | undefined> =>
  ledger.read.selectFrom("approval").selectAll().where("id", "=", id).executeTakeFirst();
