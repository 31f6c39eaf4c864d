import type { rollOverRoutes } from "#shared/api/rollOver.ts";
import type { Desk } from "../desk.ts";
import { getProject } from "../projects/getProject.ts";
import { previewRollOver, reportRollOver, rollOver } from "../projects/rollOver/rollOver.ts";
import { type Group, onLedger, thenShow } from "./group.ts";

export function rollOverHandlers(desk: Desk): Group<typeof rollOverRoutes> {
  const on = onLedger(desk);
  return {
    "projects.rollOverPreview": on(previewRollOver),
    "projects.rollOver": on(thenShow(rollOver, getProject)),
    "projects.rollOverReport": on(reportRollOver),
  };
}
