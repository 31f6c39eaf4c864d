import { useCallback, useRef } from "react";
import type { Id } from "#shared/kernel/id.ts";
import { useApiMutation } from "../../../app/useApi.ts";
import { type AutoSave, useAutoSave } from "../../../components/autosave/useAutoSave.ts";
import type { BudgetLineFields } from "./budgetLineFields.ts";

const hasName = (line: BudgetLineFields): boolean => line.name.trim() !== "";

/** Saves a line as one goes; a new one from the moment it has a name. */
export function useLineSave(line: BudgetLineFields, onCreated: (id: Id) => void): AutoSave<BudgetLineFields> {
  const { mutateAsync } = useApiMutation("projects.saveBudgetLine", { quiet: true });
  /** The new id, until it comes back with the line itself. */
  const stored = useRef<Id | null>(line.id);
  const save = useCallback(
    async (fields: BudgetLineFields) => {
      const id = fields.id ?? stored.current;
      const { budgetLines } = await mutateAsync({ ...fields, id });
      if (id !== null) return;
      const made = budgetLines.findLast((other) => other.seq === fields.seq);
      if (made === undefined) return;
      stored.current = made.id;
      onCreated(made.id);
    },
    [mutateAsync, onCreated],
  );
  return useAutoSave(line, save, hasName);
}
