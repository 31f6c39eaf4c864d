import { createContext, useContext } from "react";
import type { PickedFile } from "#shared/api/shell.ts";

/** What to do with files that were dropped or chosen: finds out what they are, and keeps or imports them. */
export type PaperIntake = (files: readonly PickedFile[]) => void;

export const PaperIntakeContext = createContext<PaperIntake>(() => undefined);

export const usePaperIntake = (): PaperIntake => useContext(PaperIntakeContext);

/**
 * How lists come to the page that imports them: with the step in the router's history that leads there. One goes in at a
 * time, `waiting` after it.
 */
export type Arrival = Readonly<{ importFile: PickedFile; waiting: readonly PickedFile[] }>;

export const arrivalOf = (state: unknown): Arrival | null =>
  typeof state === "object" && state !== null && "importFile" in state ? (state as Arrival) : null;
