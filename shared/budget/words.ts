import type { BudgetLine } from "../model/project.ts";

export const payModeNames: Readonly<Record<BudgetLine["payMode"], string>> = {
  quarterly: "按季",
  monthly: "按月",
  oneOff: "一次性",
  asNeeded: "据实",
};

export const procurementNames: Readonly<Record<BudgetLine["procurementType"], string>> = {
  goods: "货物",
  works: "工程",
  services: "服务",
  none: "非采购",
};

/** What happens when a line is exceeded. */
export const controlNames: Readonly<Record<BudgetLine["control"], string>> = {
  block: "阻断",
  warn: "警告",
  ignore: "不控制",
};
