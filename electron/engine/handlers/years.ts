import type { yearRoutes } from "#shared/api/years.ts";
import type { Desk } from "../desk.ts";
import { addYear, closeYear, reopenYear, setCutoff } from "../years/changeYears.ts";
import { closeReport } from "../years/closeReport.ts";
import { listYears } from "../years/listYears.ts";
import { type Group, onLedger, thenShow } from "./group.ts";

export function yearHandlers(desk: Desk): Group<typeof yearRoutes> {
  const on = onLedger(desk);
  return {
    "years.list": on(listYears),
    "years.add": on(thenShow(addYear, listYears)),
    "years.setCutoff": on(thenShow(setCutoff, listYears)),
    "years.checkClose": on(closeReport),
    "years.close": on(thenShow(closeYear, listYears)),
    "years.reopen": on(thenShow(reopenYear, listYears)),
  };
}
