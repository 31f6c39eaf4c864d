import { useState } from "react";
import type { ApiParsed } from "#shared/api/contract.ts";
import type { IsoDate } from "#shared/kernel/dates.ts";
import type { FlowAction } from "#shared/payments/flow.ts";
import { useOfficer, useToday } from "../../../app/status.ts";
import { signerWords } from "../paymentSteps.ts";

type StepInput = Omit<ApiParsed<"payments.step">, "id">;

export type StepFault = Readonly<{ id: string; text: string }>;

export type StepDraft = Readonly<{
  input: StepInput;
  /** What keeps it from being taken: the field, by its id, and what is wrong with it. */
  fault: StepFault | null;
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
  return { input, fault: faultOf(input), change: (changes) => setDraft((now) => ({ ...now, ...changes })) };
}

export const stepFields = { by: "jf-step-name", paidOn: "jf-step-day", opinion: "jf-step-opinion" } as const;

function faultOf({ action, by, paidOn, opinion }: StepInput): StepFault | null {
  if (by === "") return { id: stepFields.by, text: `请填写${signerWords[action]}。` };
  if (action === "pay" && paidOn === null) return { id: stepFields.paidOn, text: "请填写日期。" };
  if (action === "return" && (opinion ?? "").length < 2)
    return { id: stepFields.opinion, text: "请写明要改正什么，至少两个字。" };
  return null;
}

/** Puts the keys where something is wrong. */
export const focusOn = ({ id }: StepFault): void => document.getElementById(id)?.focus();
