import type { BondMovement, Contract, Supplement } from "#shared/model/contract.ts";
import type { LockReason } from "#shared/schedule/reconcilePlan.ts";

export const supplementKindWords: Readonly<Record<Supplement["kind"], string>> = {
  amount: "金额变更",
  price: "价格变更",
  term: "期限变更",
  suspend: "中止",
  resume: "恢复",
  terminate: "终止",
};

export const dayKindWords: Readonly<Record<Contract["dayKind"], string>> = {
  calendar: "天（日历日）",
  working: "个工作日",
};

export const advanceOffsetWords: Readonly<Record<Contract["advanceOffset"], string>> = {
  even: "各期平均冲抵",
  first: "从第一期起冲抵",
  last: "从最后一期起冲抵",
};

export const bondKindWords: Readonly<Record<BondMovement["kind"], string>> = {
  receive: "收取",
  release: "退还",
  forfeit: "不予退还",
};

export const bondInstrumentWords: Readonly<Record<BondMovement["instrument"], string>> = {
  cash: "现金缴纳",
  guarantee: "保函",
};

/** What is paid as needed has no sum, at most a limit. */
export const sumWord = (kind: Contract["kind"]): string =>
  kind === "asNeeded" || kind === "framework" ? "上限" : "合同金额";

/** Why an instalment is not touched. */
export const lockWords: Readonly<Record<LockReason, string>> = {
  payment: "已有付款",
  invoice: "已开票",
  acceptance: "已验收",
  measurement: "据实计量",
  deduction: "将小于考核扣款",
};
