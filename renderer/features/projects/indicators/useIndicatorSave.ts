import { useCallback, useRef } from "react";
import type { Id } from "#shared/kernel/id.ts";
import { useApiMutation } from "../../../app/useApi.ts";
import { type AutoSave, useAutoSave } from "../../../components/autosave/useAutoSave.ts";
import type { IndicatorFields } from "./indicatorFields.ts";

const hasName = (indicator: IndicatorFields): boolean => indicator.name.trim() !== "";

/** Saves an indicator as one goes; a new one from the moment it has a name. */
export function useIndicatorSave(
  indicator: IndicatorFields,
  onCreated: (id: Id) => void,
): AutoSave<IndicatorFields> {
  const { mutateAsync } = useApiMutation("projects.saveIndicator", { quiet: true });
  /** The new id, until it comes back with the indicator itself. */
  const stored = useRef<Id | null>(indicator.id);
  const save = useCallback(
    async (fields: IndicatorFields) => {
      const id = fields.id ?? stored.current;
      const { indicators } = await mutateAsync({ ...fields, id });
      if (id !== null) return;
      const made = indicators.findLast((other) => other.seq === fields.seq);
      if (made === undefined) return;
      stored.current = made.id;
      onCreated(made.id);
    },
    [mutateAsync, onCreated],
  );
  return useAutoSave(indicator, save, hasName);
}
