import type { agreementRoutes } from "#shared/api/agreements.ts";
import { getContract } from "../contracts/getContract.ts";
import { proposeNext } from "../contracts/nextContract.ts";
import { renewContract, showRenewed } from "../contracts/renewContract.ts";
import { saveBond, voidBond } from "../contracts/saveBond.ts";
import { previewSave, saveAndPlan } from "../contracts/saveContract.ts";
import { saveMeasurement, voidMeasurement } from "../contracts/saveMeasurement.ts";
import { previewMilestones, saveMilestones } from "../contracts/saveMilestones.ts";
import { removePrice, savePrice } from "../contracts/savePrice.ts";
import {
  previewSupplement,
  previewVoidSupplement,
  saveSupplement,
  voidSupplement,
} from "../contracts/saveSupplement.ts";
import type { Desk } from "../desk.ts";
import { type Group, onLedger, thenShow } from "./group.ts";

export function agreementHandlers(desk: Desk): Group<typeof agreementRoutes> {
  const on = onLedger(desk);
  return {
    "contracts.previewSave": on(previewSave),
    "contracts.saveAndPlan": on(thenShow(saveAndPlan, getContract)),
    "contracts.previewSupplement": on(previewSupplement),
    "contracts.saveSupplement": on(thenShow(saveSupplement, getContract)),
    "contracts.previewVoidSupplement": on(previewVoidSupplement),
    "contracts.voidSupplement": on(thenShow(voidSupplement, getContract)),
    "contracts.previewMilestones": on(previewMilestones),
    "contracts.saveMilestones": on(thenShow(saveMilestones, getContract)),
    "contracts.savePrice": on(thenShow(savePrice, getContract)),
    "contracts.removePrice": on(thenShow(removePrice, getContract)),
    "contracts.saveMeasurement": on(thenShow(saveMeasurement, getContract)),
    "contracts.voidMeasurement": on(thenShow(voidMeasurement, getContract)),
    "contracts.saveBond": on(thenShow(saveBond, getContract)),
    "contracts.voidBond": on(thenShow(voidBond, getContract)),
    "contracts.proposeNext": on(proposeNext),
    "contracts.renew": on(thenShow(renewContract, showRenewed)),
  };
}
