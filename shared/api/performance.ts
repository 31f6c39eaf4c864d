import { z } from "zod";
import type { MonitoringTemplate, SelfEvaluationTemplate } from "../forms/templates/performance.ts";
import type { Evaluated } from "../indicators/evaluation.ts";
import type { Offer } from "../indicators/known/offers.ts";
import type { Monitored } from "../indicators/monitored.ts";
import type { IsoDate } from "../kernel/dates.ts";
import * as field from "../model/fields.ts";
import type { Indicator, IndicatorActual } from "../model/project.ts";
import { indicator, monitoring, selfEvaluation } from "../model/project.ts";
import { storeOnly } from "./fields.ts";
import { route } from "./route.ts";

/** What an indicator came to on a day, and what the ledger knows of it. */
export type ActualCell = Readonly<{
  periodTo: IsoDate;
  actual: IndicatorActual | null;
  offers: readonly Offer[];
}>;

export type IndicatorActuals = Readonly<{ indicator: Indicator; cells: readonly ActualCell[] }>;

/** 完成情况: indicators by their number, with a cell for each day asked for. */
export type ActualsView = Readonly<{ periods: readonly IsoDate[]; rows: readonly IndicatorActuals[] }>;

/** 绩效运行监控 up to the end of a month; `offers` by indicator. */
export type MonitoringView = Monitored &
  Readonly<{
    month: number;
    offers: Readonly<Record<string, readonly Offer[]>>;
    /** The project's sheet: its words for outlook and reasons. */
    sheet: MonitoringTemplate;
  }>;

export type EvaluationView = Evaluated &
  Readonly<{
    fiscalYear: number;
    grade: string;
    /** An execution below it asks for the reason; 0 where the office set no limit. */
    reasonBelowBp: number;
    offers: MonitoringView["offers"];
    sheet: SelfEvaluationTemplate;
  }>;

const ofIndicator = indicator.omit({ ...storeOnly, projectId: true });
/** A new indicator whole; of an old one what changes. */
const indicatorChange = z.union([
  ofIndicator.extend({ id: z.null() }),
  ofIndicator.partial().extend({ id: field.id }),
]);

const actualPatch = z.strictObject({
  indicatorId: field.id,
  periodTo: field.date,
  valueText: field.text.optional(),
  source: field.text.optional(),
  outlook: field.text.optional(),
  reason: field.text.optional(),
  expectedText: field.text.optional(),
  /** 偏差原因的类别, as the office's template names them. */
  hindrances: z.array(field.name).optional(),
  /** 自评得分 of the officer's own; null for the one that is worked out. */
  score: field.decimal.nullable().optional(),
});

export const performanceRoutes = {
  "performance.actuals": route<ActualsView>()(
    z.strictObject({ projectId: field.id, periods: z.array(field.date).min(1).max(12).optional() }),
  ),
  "performance.monitoring": route<MonitoringView>()(
    z.strictObject({ projectId: field.id, month: z.int().min(1).max(11).nullable().default(null) }),
  ),
  "performance.evaluation": route<EvaluationView>()(z.strictObject({ projectId: field.id })),
  /** What is left out stays as it was; all in one step. */
  "performance.saveActuals": route<null>()(
    z.strictObject({ projectId: field.id, actuals: z.array(actualPatch).min(1).max(1_000) }),
  ),
  "performance.saveMonitoring": route<null>()(monitoring.omit({ id: true })),
  "performance.saveEvaluation": route<null>()(selfEvaluation.omit({ id: true })),
  /** Several indicators in one step: a list that was pasted, new points, another order. What is left out stays as it was. */
  "performance.saveIndicators": route<null>()(
    z.strictObject({ projectId: field.id, indicators: z.array(indicatorChange).min(1).max(500) }),
  ),
} as const;
