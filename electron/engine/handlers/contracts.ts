import type { contractRoutes } from "#shared/api/contracts.ts";
import { getContract } from "../contracts/getContract.ts";
import { listContracts } from "../contracts/listContracts.ts";
import { listInstalments } from "../contracts/listInstalments.ts";
import { planDifference, reconcileContract } from "../contracts/plan.ts";
import { saveAcceptance, voidAcceptance } from "../contracts/saveAcceptance.ts";
import { applyPlan, saveContract } from "../contracts/saveContract.ts";
import { saveInstalment } from "../contracts/saveInstalment.ts";
import { voidContract } from "../contracts/voidContract.ts";
import type { Desk } from "../desk.ts";
import { type Group, onLedger, thenShow } from "./group.ts";

export function contractHandlers(desk: Desk): Group<typeof contractRoutes> {
  const on = onLedger(desk);
  return {
    "contracts.list": on((context, scope) => listContracts(context, scope)),
    "contracts.get": on((context, { id }) => getContract(context, id)),
    "contracts.save": on(thenShow(saveContract, getContract)),
    "contracts.void": on(thenShow(voidContract, async () => null)),
    "contracts.previewPlan": on(async (context, input) =>
      planDifference(await reconcileContract(context.ledger, input)),
    ),
    "contracts.applyPlan": on(thenShow(applyPlan, getContract)),
    "contracts.saveInstalment": on(thenShow(saveInstalment, getContract)),
    "contracts.saveAcceptance": on(thenShow(saveAcceptance, getContract)),
    "contracts.voidAcceptance": on(thenShow(voidAcceptance, getContract)),
    "schedule.list": on((context, scope) => listInstalments(context, scope)),
  };
}
