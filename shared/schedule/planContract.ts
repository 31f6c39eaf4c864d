import { type Cents, cents, formatYuan, subtractCents, zeroCents } from "../kernel/cents.ts";
import { addDays, type IsoDate } from "../kernel/dates.ts";
import { UserError } from "../kernel/errors.ts";
import type { Contract, Supplement } from "../model/contract.ts";
import { offsetShares } from "./advance.ts";
import { suspensionsOf } from "./contractState.ts";
import type { InstalmentDraft } from "./draft.ts";
import { noPapers, payDates, payDatesFrom } from "./payDates.ts";
import { type AgreedMilestone, contractPeriods, inOrderOfTime, type LabelledPeriod } from "./periods.ts";
import { planStages, type Stage, stageOfMilestones } from "./planStages.ts";
import { type PlanShape, spread } from "./spread.ts";
import { type Part, withSupplement } from "./supplementParts.ts";
import type { WorkCalendar } from "./workingDays.ts";

export type PlanOptions = Readonly<{
  /** Not for milestones, which state their amounts. */
  shape?: PlanShape;
  /** Only for contracts by milestone; without any such a contract has one instalment. */
  milestones?: readonly AgreedMilestone[];
  calendar: WorkCalendar;
  /** First days of periods on which papers hang: a supplement that cuts them off leaves them in the plan. */
  kept?: ReadonlySet<IsoDate>;
}>;

const none: ReadonlySet<IsoDate> = new Set();

const equal: PlanShape = { kind: "equal" };

/**
 * The instalments of a contract: an advance, the periods, the retention. They add up to the contract's sum with all its
 * supplements, and none is negative. `[]` for contracts without a sum or without periods (paid as needed, framework).
 * Throws a UserError when the given parts or milestones do not fit, or a supplement takes away more than there is.
 */
export function planContract(
  contract: Contract,
  supplements: readonly Supplement[],
  options: PlanOptions,
): readonly InstalmentDraft[] {
  if (contract.amountCents === null) return [];
  const { calendar, kept = none } = options;
  const milestones = contract.kind === "milestone" ? (options.milestones ?? []) : [];
  const periodsAt = ({ end }: Stage): readonly LabelledPeriod[] =>
    contractPeriods(
      contract.kind,
      { from: contract.startDate, to: end },
      milestones.filter((row) => row.dueOn <= end),
    );
  const stages = planStages(contract, contract.amountCents, supplements);
  if (periodsAt(stages[0]).length === 0) return [];
  if (stages[0].sharedCents < 0) throw overdrawn(contract.amountCents);

  const stated = milestones.length > 0 ? stageOfMilestones(milestones, stages) : 0;
  let at: Stage = stages[stated] ?? stages[0];
  let parts = partsAt(contract, at, periodsAt(at), { ...options, milestones });
  const suspensions = suspensionsOf(supplements);
  for (const stage of stages.slice(stated + 1)) {
    const { supplement } = stage;
    if (supplement === null) continue;
    const moneyCents = subtractCents(stage.sharedCents, at.sharedCents);
    parts = withSupplement(parts, { supplement, periods: periodsAt(stage), moneyCents, suspensions, kept });
    at = stage;
  }
  return numbered([
    ...(contract.advanceCents > 0 ? [advanceDraft(contract, calendar)] : []),
    ...parts.map((part) => regularDraft(contract, part, calendar)),
    ...(at.retentionCents > 0 ? [retentionDraft(contract, at.retentionCents, at.end, calendar)] : []),
  ]);
}

const overdrawn = (sum: Cents) =>
  new UserError({
    code: "bad-request",
    message: `预付款与质保金合计大于合同金额${formatYuan(sum)}元。`,
    hint: "请修改预付款或质保金比例。",
  });

/** What the periods share, before the supplements that come after the stage. */
function partsAt(
  contract: Contract,
  stage: Stage,
  periods: readonly LabelledPeriod[],
  { shape = equal, milestones = [] }: PlanOptions,
): readonly Part[] {
  const amounts =
    milestones.length > 0
      ? inOrderOfTime(milestones).map((row) => row.amountCents)
      : sharedParts(contract, stage, periods.length, shape);
  return periods.map((period, index) => ({ period, amountCents: amounts[index] ?? zeroCents }));
}

/** Amounts are given as they are to be paid; equal parts and shares are, unless offset evenly, of what is due before the advance. */
function sharedParts(contract: Contract, stage: Stage, count: number, shape: PlanShape): readonly Cents[] {
  const { advanceOffset, advanceCents } = contract;
  if (advanceOffset === "even" || shape.kind === "amounts") return spread(stage.sharedCents, count, shape);
  const due = spread(subtractCents(stage.sumCents, stage.retentionCents), count, shape);
  const shares = offsetShares(due, advanceCents, advanceOffset);
  return due.map((part, index) => subtractCents(part, shares[index] ?? zeroCents));
}

type Unnumbered = Omit<InstalmentDraft, "seq">;

const numbered = (drafts: readonly Unnumbered[]): readonly InstalmentDraft[] =>
  drafts.map((draft, index) => ({ ...draft, seq: index + 1 }));

const plain = { rentalId: null, deductionCents: cents(0) } as const;

function regularDraft(contract: Contract, { period, amountCents }: Part, calendar: WorkCalendar): Unnumbered {
  const { from: periodFrom, to: periodTo, label } = period;
  const dates = payDates(contract, period, noPapers, calendar);
  return { ...plain, kind: "regular", label, periodFrom, periodTo, amountCents, ...dates };
}

/** Money before the work: belongs to the first day, may be paid from the signing on. Nothing is agreed before. */
function advanceDraft(contract: Contract, calendar: WorkCalendar): Unnumbered {
  const { startDate, advanceCents, signedOn } = contract;
  return {
    ...plain,
    kind: "advance",
    label: "预付款",
    periodFrom: startDate,
    periodTo: startDate,
    amountCents: advanceCents,
    ...payDatesFrom(signedOn, contract, calendar),
  };
}

/** Money kept back until the release date, or, where none is agreed, until the term is over. */
function retentionDraft(
  contract: Contract,
  amountCents: Cents,
  end: IsoDate,
  calendar: WorkCalendar,
): Unnumbered {
  return {
    ...plain,
    kind: "retention",
    label: "质保金",
    periodFrom: end,
    periodTo: end,
    amountCents,
    ...payDatesFrom(contract.releaseDate ?? addDays(end, 1), contract, calendar),
  };
}
