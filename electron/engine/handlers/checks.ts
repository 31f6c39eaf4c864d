import type { checkRoutes } from "#shared/api/checks.ts";
import { acceptMany, decide } from "../checks/decisions.ts";
import { mend, mendMany } from "../checks/mend.ts";
import { listRules, saveRule } from "../checks/rules.ts";
import { runCheck } from "../checks/runCheck.ts";
import type { Desk } from "../desk.ts";
import { type Group, onLedger, thenShow } from "./group.ts";

export function checkHandlers(desk: Desk): Group<typeof checkRoutes> {
  const on = onLedger(desk);
  return {
    "checks.run": on(runCheck),
    "checks.decide": on(thenShow(decide, async () => null)),
    "checks.acceptMany": on(thenShow(acceptMany, async () => null)),
    "checks.mend": on(thenShow(mend, async () => null)),
    "checks.mendMany": on(thenShow(mendMany, async () => null)),
    "checks.rules": on(listRules),
    "checks.saveRule": on(thenShow(saveRule, listRules)),
  };
}
