import type { Approval, Contract, Supplement } from "#shared/model/contract.ts";

export const supplementKindWords: Readonly<Record<Supplement["kind"], string>> = {
  amount: "金额变更",
  price: "价格变更",
  term: "期限变更",
  suspend: "中止",
  resume: "恢复",
  terminate: "终止",
};

export const approvalKindWords: Readonly<Record<Approval["kind"], string>> = {
  minutes: "会议纪要",
  approvalForm: "审批单",
};

export const dayKindWords: Readonly<Record<Contract["dayKind"], string>> = {
  calendar: "天（日历日）",
  working: "个工作日",
};
