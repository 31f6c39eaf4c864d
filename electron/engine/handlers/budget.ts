import type { budgetRoutes } from "#shared/api/budget.ts";
import { getExecution, getLinePapers } from "../budget/getExecution.ts";
import { listAdjustments } from "../budget/listAdjustments.ts";
import { savePlans } from "../budget/savePlans.ts";
import { getBudgetSettings, saveBudgetSettings } from "../budget/settings.ts";
import { voidAdjustment } from "../budget/voidAdjustment.ts";
import type { Desk } from "../desk.ts";
import { type Group, onLedger, thenShow } from "./group.ts";

const nothingMore = async (): Promise<null> => null;

export function budgetHandlers(desk: Desk): Group<typeof budgetRoutes> {
  const on = onLedger(desk);
  return {
    "budget.execution": on(getExecution),
    "budget.line": on(getLinePapers),
    "budget.savePlans": on(thenShow(savePlans, nothingMore)),
    "budget.adjustments": on(listAdjustments),
    "budget.voidAdjustment": on(thenShow(voidAdjustment, nothingMore)),
    "budget.settings": on(getBudgetSettings),
    "budget.saveSettings": on(thenShow(saveBudgetSettings, getBudgetSettings)),
  };
}
