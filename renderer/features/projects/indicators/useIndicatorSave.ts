import { useCallback, useRef } from "react";
import type { Id } from "#shared/kernel/id.ts";
import { useApiMutation } from "../../../app/useApi.ts";
import { type AutoSave, useAutoSave } from "../../../components/autosave/useAutoSave.ts";
import { changedFields, type IndicatorFields } from "./indicatorFields.ts";

const hasName = (indicator: IndicatorFields): boolean => indicator.name.trim() !== "";

/** Saves an indicator as one goes, and of it what was typed; a new one from the moment it has a name. */
export function useIndicatorSave(
  indicator: IndicatorFields,
  onCreated: (id: Id) => void,
): AutoSave<IndicatorFields> {
  const create = useApiMutation("projects.saveIndicator", { quiet: true }).mutateAsync;
  const change = useApiMutation("performance.saveIndicators", { quiet: true }).mutateAsync;
  /** The new id, until it comes back with the indicator itself. */
  const stored = useRef<Id | null>(indicator.id);
  const save = useCallback(
    async (fields: IndicatorFields) => {
      const id = indicator.id ?? stored.current;
      if (id !== null) {
        const { projectId } = fields;
        return void (await change({ projectId, indicators: [{ ...changedFields(indicator, fields), id }] }));
      }
      const { indicators } = await create(fields);
      const made = indicators.findLast((other) => other.seq === fields.seq);
      if (made === undefined) return;
      stored.current = made.id;
      onCreated(made.id);
    },
    [indicator, create, change, onCreated],
  );
  return useAutoSave(indicator, save, hasName);
}
