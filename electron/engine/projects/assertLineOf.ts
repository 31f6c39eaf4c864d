import { UserError } from "#shared/kernel/errors.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { ReadableLedger } from "../store/types.ts";

/** Refuses a 预算明细 of another project: its money would count in one project and its line in the other. */
export async function assertLineOf(
  ledger: ReadableLedger,
  projectId: Id,
  budgetLineId: Id | null,
): Promise<void> {
  if (budgetLineId === null) return;
  const line = await ledger.read
    .selectFrom("budgetLine")
    .select(["name", "projectId"])
    .where("id", "=", budgetLineId)
    .executeTakeFirst();
  if (line === undefined || line.projectId === projectId) return;
  throw new UserError({
    code: "refused",
    message: `预算明细“${line.name}”不属于所选的项目。`,
    hint: "请改选该项目的预算明细，或改选项目。",
  });
}
