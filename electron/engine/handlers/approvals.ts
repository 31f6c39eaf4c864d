import type { approvalRoutes } from "#shared/api/approvals.ts";
import { listApprovals, saveApproval, voidApproval } from "../approvals/approvals.ts";
import type { Desk } from "../desk.ts";
import { type Group, onLedger, thenShow } from "./group.ts";

export function approvalHandlers(desk: Desk): Group<typeof approvalRoutes> {
  const on = onLedger(desk);
  return {
    "approvals.list": on((context, { owner }) => listApprovals(context, owner)),
    "approvals.save": on(saveApproval),
    "approvals.void": on(thenShow(voidApproval, async () => null)),
  };
}
