import { z } from "zod";
import type { Cents } from "../kernel/cents.ts";
import type { IsoDate } from "../kernel/dates.ts";
import { bondMovement, contractPrice, measuredItem, milestone, supplement } from "../model/contract.ts";
import * as field from "../model/fields.ts";
import {
  type ContractDetail,
  type ContractInput,
  contractInput,
  type PlanDifference,
  type RenewedDetail,
} from "./contracts.ts";
import { byId, newOrOld, storeOnly, voiding } from "./fields.ts";
import { route } from "./route.ts";

/** What a change of the terms would do, before it is done. */
export type PlanPreview = Readonly<{
  difference: PlanDifference;
  sumBeforeCents: Cents | null;
  sumCents: Cents | null;
  endBefore: IsoDate;
  endDate: IsoDate;
  /** What the plan would then be more (or less) than the sum: what is locked could not be made up for. */
  offCents: Cents;
}>;

export type SupplementPreview = PlanPreview &
  Readonly<{
    /** As given, or, where none was given, proposed. */
    deltaCents: Cents;
    /** What all supplements together add to the original sum, in hundredths of a percent; null without a sum. */
    addedBp: number | null;
    /** What the officer should know before it is saved. */
    notes: readonly string[];
  }>;

const supplementInput = supplement.omit(storeOnly).extend(newOrOld);
const supplementQuestion = supplementInput.extend({
  /** Null: let it be proposed. */
  deltaCents: field.cents.nullable(),
  /** 价格变更: what each later period is to cost, instead of a difference. */
  partCents: field.nonNegativeCents.nullable(),
});

const milestonesInput = z.strictObject({
  contractId: field.id,
  milestones: z.array(milestone.pick({ name: true, dueOn: true, amountCents: true })),
});

const measurementInput = z.strictObject({
  /** The instalment; null for a new one. */
  id: field.id.nullable(),
  contractId: field.id,
  label: field.name,
  periodFrom: field.date,
  periodTo: field.date,
  items: z
    .array(
      // The amount follows from quantity and price; name, unit and price from the agreed price where one is named.
      measuredItem.pick({
        contractPriceId: true,
        name: true,
        unitName: true,
        quantity: true,
        unitPrice: true,
      }),
    )
    .min(1, "请至少填写一项"),
});

const changed = route<ContractDetail>();

/** What is agreed with a contract and beside it: supplements, milestones, prices, measured work, bonds, the next contract. */
export const agreementRoutes = {
  "contracts.previewSave": route<PlanPreview>()(contractInput),
  /** Saves a contract and brings its plan in line, as `contracts.previewSave` showed. */
  "contracts.saveAndPlan": changed(contractInput),
  "contracts.previewSupplement": route<SupplementPreview>()(supplementQuestion),
  /** Saves a supplement and brings the plan in line. */
  "contracts.saveSupplement": changed(supplementInput),
  "contracts.previewVoidSupplement": route<PlanPreview>()(byId),
  "contracts.voidSupplement": changed(voiding),
  "contracts.previewMilestones": route<PlanPreview>()(milestonesInput),
  "contracts.saveMilestones": changed(milestonesInput),
  "contracts.savePrice": changed(contractPrice.omit({ id: true }).extend(newOrOld)),
  "contracts.removePrice": changed(byId),
  "contracts.saveMeasurement": changed(measurementInput),
  "contracts.voidMeasurement": changed(voiding),
  "contracts.saveBond": changed(bondMovement.omit(storeOnly).extend(newOrOld)),
  "contracts.voidBond": changed(voiding),
  /** The next term's contract, or one called off from a framework, as a draft that is not saved yet. */
  "contracts.proposeNext": route<ContractInput>()(
    z.strictObject({ id: field.id, kind: z.enum(["renewal", "callOff"]) }),
  ),
  /** Saves such a draft as a new contract, with the prices, milestones and rentals of the one it renews. */
  "contracts.renew": route<RenewedDetail>()(z.strictObject({ fromId: field.id, contract: contractInput })),
} as const;
