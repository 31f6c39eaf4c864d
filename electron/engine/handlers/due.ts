import type { dueRoutes } from "#shared/api/due.ts";
import type { Desk } from "../desk.ts";
import { exportDue } from "../due/exportDue.ts";
import { listDue } from "../due/listDue.ts";
import { type Group, onLedger } from "./group.ts";

export function dueHandlers(desk: Desk): Group<typeof dueRoutes> {
  const on = onLedger(desk);
  return {
    "due.list": on(listDue),
    "due.export": on((context, { file, keys, format, ...list }) =>
      exportDue(context, { list, keys, format, path: desk.pathOf(file, "write") }),
    ),
  };
}
