import type { ApprovalOwner } from "#shared/api/approvals.ts";
import type { ApiParsed } from "#shared/api/contract.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Approval } from "#shared/model/contract.ts";
import type { Context } from "../context.ts";
import { saveRow } from "../saveRow.ts";
import { approvalsOf, findApproval } from "../store/approvals.ts";
import { found } from "../store/found.ts";
import { voidRow } from "../store/rows.ts";

type Draft = ApiParsed<"approvals.save">;

export const listApprovals = ({ ledger }: Context, owner: ApprovalOwner): Promise<readonly Approval[]> =>
  approvalsOf(ledger, owner);

/** Saves 会议纪要 or an 审批单 of a day that has come, about at least one thing. */
export const saveApproval = (context: Context, draft: Draft): Promise<Approval> => {
  const today = context.clock.today();
  if (draft.approvedOn > today) {
    throw new UserError({
      code: "bad-request",
      message: `审批日期 ${draft.approvedOn} 晚于今天（${today}）。`,
      hint: "请改正审批日期；还没有审批的，请在审批之后登记。",
    });
  }
  if (draft.projectId === null && draft.contractId === null && draft.paymentId === null) {
    throw new UserError({
      code: "bad-request",
      message: "没有写明审批的是哪个项目、合同或付款。",
      hint: "请至少选一个。",
    });
  }
  const what = draft.kind === "minutes" ? "会议纪要" : "审批单";
  return context.write(`${draft.id === null ? "登记" : "修改"}${what}`, async (tx) => {
    const id = await saveRow(tx, "approval", draft);
    return found(await findApproval(tx, id), "approval", id);
  });
};

export async function voidApproval(context: Context, input: ApiParsed<"approvals.void">): Promise<void> {
  await context.write("作废审批", (tx) => voidRow(tx, "approval", input.id, input.reason));
}
