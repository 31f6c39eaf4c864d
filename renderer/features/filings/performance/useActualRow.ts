import { hindrancesOf } from "#shared/indicators/hindrances.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { IndicatorActual } from "#shared/model/project.ts";
import { useApiMutation } from "../../../app/useApi.ts";
import { type AutoSave, useAutoSave } from "../../../components/autosave/useAutoSave.ts";

export type ActualFields = Pick<
  IndicatorActual,
  "valueText" | "source" | "outlook" | "reason" | "expectedText" | "score"
> &
  Readonly<{ hindrances: readonly string[] }>;

/** What is kept of an indicator on a day; blanks where nothing was put down. */
export const actualFields = (actual: IndicatorActual | undefined): ActualFields => ({
  valueText: actual?.valueText ?? "",
  source: actual?.source ?? "",
  outlook: actual?.outlook ?? "",
  reason: actual?.reason ?? "",
  expectedText: actual?.expectedText ?? "",
  score: actual?.score ?? null,
  hindrances: hindrancesOf(actual?.hindrancesJson),
});

/** One indicator on one day, saved as one goes; only what changed is written. */
export function useActualRow(
  projectId: Id,
  indicatorId: Id,
  periodTo: string,
  stored: ActualFields,
): AutoSave<ActualFields> {
  const { mutateAsync } = useApiMutation("performance.saveActuals", { quiet: true });
  return useAutoSave(stored, ({ hindrances, ...fields }: ActualFields) =>
    mutateAsync({ projectId, actuals: [{ indicatorId, periodTo, ...fields, hindrances: [...hindrances] }] }),
  );
}
