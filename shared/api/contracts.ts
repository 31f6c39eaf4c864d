import { z } from "zod";
import type { Cents } from "../kernel/cents.ts";
import type { IsoDate } from "../kernel/dates.ts";
import type {
  Acceptance,
  Approval,
  BondMovement,
  Contract,
  ContractPrice,
  Instalment,
  MeasuredItem,
  Milestone,
  Rental,
  RentalSegment,
  Supplement,
} from "../model/contract.ts";
import { acceptance, contract, instalment } from "../model/contract.ts";
import * as field from "../model/fields.ts";
import type { AdvanceState } from "../schedule/advance.ts";
import type { BondState } from "../schedule/bond.ts";
import type { InstalmentStanding } from "../schedule/instalmentStatus.ts";
import type { LockReason } from "../schedule/reconcilePlan.ts";
import type { InstalmentStatus } from "../schedule/status.ts";
import { byId, newOrOld, scope, storeOnly, voiding } from "./fields.ts";
import { route } from "./route.ts";

export type ContractView = Contract &
  Readonly<{
    projectName: string;
    budgetLineName: string;
    vendorName: string;
    /** With supplements; null for a contract without a sum. */
    totalCents: Cents | null;
    plannedCents: Cents;
    invoicedCents: Cents;
    paidCents: Cents;
    /** What its plan still owes; null without a plan (paid as needed), where only the cap says what may come. */
    unpaidCents: Cents | null;
    overdueCount: number;
    /** The state on the day asked for: 中止, 恢复 and 终止 by supplement are in it. */
    stateNow: Contract["state"];
    /** The last day with the supplements in force. */
    endNow: IsoDate;
  }>;

/** A 付款期次 with what happened to it, as of today. */
export type InstalmentView = Instalment &
  Readonly<{
    contractNo: string;
    contractName: string;
    vendorName: string;
    budgetLineName: string;
    /** amount − deduction */
    payableCents: Cents;
    invoicedCents: Cents;
    paidCents: Cents;
    remainingCents: Cents;
    status: InstalmentStatus;
    /** What keeps a blocked one back. */
    waitsFor: InstalmentStanding["waitsFor"];
    acceptance: Acceptance | null;
    invoiceNumbers: readonly string[];
    paymentNos: readonly string[];
  }>;

export type ContractDetail = Readonly<{
  contract: ContractView;
  instalments: readonly InstalmentView[];
  supplements: readonly Supplement[];
  acceptances: readonly Acceptance[];
  approvals: readonly Approval[];
  rentals: readonly Readonly<{ rental: Rental; segments: readonly RentalSegment[] }>[];
  prices: readonly ContractPrice[];
  milestones: readonly Milestone[];
  /** 据实计量 of its instalments. */
  measured: readonly MeasuredItem[];
  bonds: readonly BondMovement[];
  bond: BondState;
  advance: AdvanceState;
  /** The framework it was called off from, or the contract it renews. */
  parent: ContractView | null;
  /** Called off from it, or renewing it. */
  children: readonly ContractView[];
  /** What was called off from a framework contract, by the sums of those contracts. */
  calledOffCents: Cents;
}>;

/** How the new plan differs from the stored one; what is invoiced, paid or accepted is never touched. */
export type PlanDifference = Readonly<{
  keep: number;
  add: readonly PlanRow[];
  change: readonly Readonly<{ before: PlanRow; after: PlanRow }>[];
  remove: readonly PlanRow[];
  /** Would differ, but is invoiced, paid, accepted or measured already, or would be less than its deduction. */
  locked: readonly Readonly<{ before: PlanRow; after: PlanRow | null; why: readonly LockReason[] }>[];
}>;

export type PlanRow = Readonly<{
  kind: Instalment["kind"];
  label: string;
  periodFrom: IsoDate;
  periodTo: IsoDate;
  amountCents: Cents;
  earliestDate: IsoDate | null;
  dueDate: IsoDate | null;
}>;

/** As the plan is shared out now, equal parts, or the parts as shares in hundredths of a percent, or as amounts; the remainder goes to the last. */
export const planShape = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("present") }),
  z.strictObject({ kind: z.literal("equal") }),
  z.strictObject({ kind: z.literal("shares"), sharesBp: z.array(field.basisPoints).min(1) }),
  z.strictObject({ kind: z.literal("amounts"), amountsCents: z.array(field.nonNegativeCents).min(1) }),
]);
export type PlanShape = z.infer<typeof planShape>;

/** A contract that renews another, and in a sentence each what of that one it could not take over. */
export type RenewedDetail = ContractDetail & Readonly<{ leftBehind: readonly string[] }>;

export const contractInput = contract.omit(storeOnly).extend(newOrOld);
export type ContractInput = z.infer<typeof contractInput>;

const planInput = z.strictObject({ contractId: field.id, shape: planShape });
const changed = route<ContractDetail>();

export const contractRoutes = {
  "contracts.list": route<readonly ContractView[]>()(scope),
  "contracts.get": route<ContractDetail>()(byId),
  /** A new contract gets its plan at once; a changed one keeps its plan until `contracts.applyPlan`. */
  "contracts.save": changed(contractInput),
  "contracts.void": route<null>()(voiding),
  "contracts.previewPlan": route<PlanDifference>()(planInput),
  "contracts.applyPlan": changed(planInput),
  "contracts.saveInstalment": changed(
    instalment.pick({
      id: true,
      label: true,
      amountCents: true,
      deductionCents: true,
      earliestDate: true,
      dueDate: true,
    }),
  ),
  "contracts.saveAcceptance": changed(acceptance.omit(storeOnly).extend(newOrOld)),
  "contracts.voidAcceptance": changed(voiding),
  "schedule.list": route<readonly InstalmentView[]>()(scope),
} as const;
