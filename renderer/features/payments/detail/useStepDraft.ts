import { useState } from "react";
import type { ApiParsed } from "#shared/api/contract.ts";
import type { IsoDate } from "#shared/kernel/dates.ts";
import type { FlowAction } from "#shared/payments/flow.ts";
import { useOfficer, useToday } from "../../../app/status.ts";

type StepInput = Omit<ApiParsed<"payments.step">, "id">;

export type StepDraft = Readonly<{
  input: StepInput;
  isReady: boolean;
  change: (changes: Readonly<{ by?: string; opinion?: string; paidOn?: IsoDate | null }>) => void;
}>;

/** What is written about a step before it is taken. The name is that of who is at the desk, save for an approval. */
export function useStepDraft(action: FlowAction): StepDraft {
  const officer = useOfficer();
  const today = useToday();
  const [draft, setDraft] = useState({
    by: action === "approve" || action === "review" ? "" : officer,
    opinion: "",
    paidOn: action === "pay" ? today : null,
  });
  const input = { action, by: draft.by.trim(), opinion: draft.opinion.trim(), paidOn: draft.paidOn };
  const isReady =
    input.by !== "" &&
    (action !== "pay" || input.paidOn !== null) &&
    (action !== "return" || input.opinion.length >= 2);
  return { input, isReady, change: (changes) => setDraft((now) => ({ ...now, ...changes })) };
}
