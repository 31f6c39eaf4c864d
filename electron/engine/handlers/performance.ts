import type { performanceRoutes } from "#shared/api/performance.ts";
import type { Desk } from "../desk.ts";
import { getActuals, saveActuals } from "../projects/actuals.ts";
import { getEvaluation, saveEvaluation } from "../projects/evaluation.ts";
import { saveIndicators } from "../projects/indicators.ts";
import { getMonitoring, saveMonitoring } from "../projects/monitoring.ts";
import { type Group, onLedger } from "./group.ts";

export function performanceHandlers(desk: Desk): Group<typeof performanceRoutes> {
  const on = onLedger(desk);
  return {
    "performance.actuals": on(getActuals),
    "performance.monitoring": on(getMonitoring),
    "performance.evaluation": on(getEvaluation),
    "performance.saveActuals": on(saveActuals),
    "performance.saveMonitoring": on(saveMonitoring),
    "performance.saveEvaluation": on(saveEvaluation),
    "performance.saveIndicators": on(saveIndicators),
  };
}
