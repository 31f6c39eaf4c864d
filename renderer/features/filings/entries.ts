import type { ComponentType } from "react";
import type { FormId } from "#shared/forms/formKinds.ts";
import type { EntryProps } from "./entryProps.ts";
import { EvaluationEntry } from "./evaluation/EvaluationEntry.tsx";
import { MonitoringEntry } from "./monitoring/MonitoringEntry.tsx";

type Entry = ComponentType<EntryProps>;

const entries: Readonly<Partial<Record<FormId, Entry>>> = {
  monitoring: MonitoringEntry,
  selfEvaluation: EvaluationEntry,
};

/** Where a paper is filled in, for those that are filled in beside their preview. */
export const entryOf = (form: FormId): Entry | undefined => entries[form];
