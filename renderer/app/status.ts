import { createContext, useContext } from "react";
import type { LedgerStatus } from "#shared/api/ledger.ts";
import { type IsoDate, isoDate } from "#shared/kernel/dates.ts";

const nobody: LedgerStatus = { ledger: null, officer: "", recent: [], failure: null, today: "2000-01-01" };

/** Which ledger is open, whose name goes into it, and which day it is. */
export const StatusContext = createContext<LedgerStatus>(nobody);

export const useStatus = (): LedgerStatus => useContext(StatusContext);

/** The officer's name as it goes into decisions and the change log; empty until it is set. */
export const useOfficer = (): string => useStatus().officer;

/** The day as the engine says it: the window has no clock of its own for dates. */
export const useToday = (): IsoDate => isoDate(useStatus().today);
