import { useState } from "react";
import type { LineExecution } from "#shared/budget/execution.ts";
import type { Id } from "#shared/kernel/id.ts";
import { useClosedYear } from "../../../app/closedYear.ts";
import { useApiMutation } from "../../../app/useApi.ts";
import { noDraft, type PlanDraft, readyPlans, without } from "./planDraft.ts";

export type PlanSave = Readonly<{
  draft: PlanDraft;
  closed: boolean;
  saving: boolean;
  /** Takes what was typed, and saves the lines that add up. */
  change: (draft: PlanDraft) => void;
  /** Forgets what was typed into a line. */
  forget: (id: Id) => void;
  /** Takes a plan away: the line is spread by its way of payment again. */
  clear: (id: Id) => void;
}>;

/** Keeps what does not add up yet, and saves what does. */
export function usePlanSave(lines: readonly LineExecution[]): PlanSave {
  const [draft, setDraft] = useState<PlanDraft>(noDraft);
  const closed = useClosedYear() !== null;
  const save = useApiMutation("budget.savePlans", {
    onSuccess: (_, { plans }) =>
      setDraft((now) =>
        without(
          now,
          plans.map((plan) => plan.budgetLineId as Id),
        ),
      ),
  });
  return {
    draft,
    closed,
    saving: save.isPending,
    change: (next) => {
      setDraft(next);
      const plans = readyPlans(next, lines);
      if (plans.length > 0) save.mutate({ plans: [...plans] });
    },
    forget: (id) => setDraft((now) => without(now, [id])),
    clear: (id) => save.mutate({ plans: [{ budgetLineId: id, quartersCents: null }] }),
  };
}
