import type { historyRoutes } from "#shared/api/history.ts";
import type { Desk } from "../desk.ts";
import { historyOfRecord, latestHistory } from "../history/getHistory.ts";
import { previewUndo, undoStep } from "../history/undo.ts";
import { type Group, onLedger } from "./group.ts";

export function historyHandlers(desk: Desk): Group<typeof historyRoutes> {
  const on = onLedger(desk);
  return {
    "history.ofRecord": on(historyOfRecord),
    "history.latest": on(latestHistory),
    "history.preview": on(previewUndo),
    "history.undo": on(undoStep),
  };
}
