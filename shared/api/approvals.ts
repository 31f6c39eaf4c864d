import { z } from "zod";
import type { Approval } from "../model/contract.ts";
import { approval } from "../model/contract.ts";
import * as field from "../model/fields.ts";
import { newOrOld, storeOnly, voiding } from "./fields.ts";
import { route } from "./route.ts";

/** What was decided on: a project, a contract or a payment. */
export const approvalOwner = z.union(
  [
    z.strictObject({ projectId: field.id }),
    z.strictObject({ contractId: field.id }),
    z.strictObject({ paymentId: field.id }),
  ],
  { error: '应为一条记录，例如 {"contractId": "…"}' },
);
export type ApprovalOwner = z.infer<typeof approvalOwner>;

export const approvalRoutes = {
  /** By their day. */
  "approvals.list": route<readonly Approval[]>()(z.strictObject({ owner: approvalOwner })),
  "approvals.save": route<Approval>()(approval.omit(storeOnly).extend(newOrOld)),
  "approvals.void": route<null>()(voiding),
} as const;
