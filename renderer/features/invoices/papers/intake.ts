import { createContext, useContext } from "react";
import type { PickedFile } from "#shared/api/shell.ts";

/** What to do with files that were dropped or chosen: finds out what they are, and keeps or imports them. */
export type PaperIntake = (files: readonly PickedFile[]) => void;

export const PaperIntakeContext = createContext<PaperIntake>(() => undefined);

export const usePaperIntake = (): PaperIntake => useContext(PaperIntakeContext);

/** How a list comes to the page that imports it: with the step in the router's history that leads there. */
export type Arrival = Readonly<{ importFile: PickedFile }>;

export const arrivalOf = (state: unknown): PickedFile | null =>
  typeof state === "object" && state !== null && "importFile" in state ? (state as Arrival).importFile : null;
