import type { ApprovalOwner } from "#shared/api/approvals.ts";
import type { ApiInput } from "#shared/api/contract.ts";
import type { IsoDate } from "#shared/kernel/dates.ts";
import type { Approval } from "#shared/model/contract.ts";

export const approvalKindWords: Readonly<Record<Approval["kind"], string>> = {
  minutes: "会议纪要",
  approvalForm: "审批单",
};

/** What stands in the form; the day may be missing while it is typed. */
export type ApprovalDraft = Omit<ApiInput<"approvals.save">, "approvedOn"> &
  Readonly<{ approvedOn: IsoDate | null }>;

export const newApproval = (owner: ApprovalOwner, today: IsoDate): ApprovalDraft => ({
  id: null,
  // Payments are approved on a form, what they rest on at a meeting.
  kind: "paymentId" in owner ? "approvalForm" : "minutes",
  documentNo: "",
  title: "",
  approvedOn: today,
  projectId: null,
  contractId: null,
  paymentId: null,
  ...owner,
  content: "",
});

export function draftOfApproval({ voidedAt: _at, voidReason: _reason, ...draft }: Approval): ApprovalDraft {
  return draft;
}
