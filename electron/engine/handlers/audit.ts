import type { auditRoutes } from "#shared/api/audit.ts";
import { exportEvidence } from "../audit/exportEvidence.ts";
import type { Desk } from "../desk.ts";
import { type Group, onLedger } from "./group.ts";

export const auditHandlers = (desk: Desk): Group<typeof auditRoutes> => ({
  "audit.exportPayment": onLedger(desk)((context, { id, file }) =>
    exportEvidence(context, { id, path: desk.pathOf(file, "write") }),
  ),
});
