import {
  addCents,
  type Cents,
  cents,
  formatYuan,
  subtractCents,
  sumCents,
  zeroCents,
} from "../kernel/cents.ts";
import { addDays, type IsoDate } from "../kernel/dates.ts";
import { UserError } from "../kernel/errors.ts";
import type { Contract, Supplement } from "../model/contract.ts";
import { contractSum, supplementsInForce } from "./contractTerm.ts";
import type { InstalmentDraft } from "./draft.ts";
import { noPapers, payDates, payDatesFrom } from "./payDates.ts";
import { contractPeriods, type LabelledPeriod, type Milestone } from "./periods.ts";
import { addToParts, type PlanShape, roundedShare, spread } from "./spread.ts";
import { type WorkCalendar, weekendsOnly } from "./workingDays.ts";

export type PlanOptions = Readonly<{
  shape?: PlanShape;
  /** Only for contracts by milestone; without any such a contract has one instalment. */
  milestones?: readonly Milestone[];
  calendar?: WorkCalendar;
}>;

type Part = Readonly<{ period: LabelledPeriod; amountCents: Cents }>;

/**
 * The instalments of a contract: an advance, the periods, the retention. They add up to the contract's sum with all its
 * supplements, save what a termination drops. `[]` for contracts without a sum or without periods (paid as needed, framework). A supplement's money goes
 * to the periods it adds, else to those not over when it takes effect. A termination that states no amount drops the
 * money of the periods it cuts off. Throws a UserError when the given parts do not fit.
 */
export function planContract(
  contract: Contract,
  supplements: readonly Supplement[],
  options: PlanOptions = {},
): readonly InstalmentDraft[] {
  if (contract.amountCents === null) return [];
  const { shape = { kind: "equal" }, milestones = [], calendar = weekendsOnly } = options;
  const term = { from: contract.startDate, to: contract.endDate };
  const periods = contractPeriods(contract.kind, term, milestones);
  if (periods.length === 0) return [];

  const base = subtractCents(
    contract.amountCents,
    addCents(contract.advanceCents, roundedShare(contract.amountCents, contract.retentionBp)),
  );
  if (base < 0) throw overdrawn(contract.amountCents);
  const amounts = spread(base, periods.length, shape);
  let parts: readonly Part[] = periods.map((period, index) => ({
    period,
    amountCents: amounts[index] ?? zeroCents,
  }));
  let end = contract.endDate;
  let sum = contract.amountCents;
  for (const supplement of supplementsInForce(supplements)) {
    const newEnd = supplement.newEndDate ?? (supplement.kind === "terminate" ? supplement.effectiveOn : end);
    const changed = contractPeriods(contract.kind, { from: contract.startDate, to: newEnd }, milestones);
    const newSum = addCents(sum, supplement.deltaCents);
    const retained = subtractCents(
      roundedShare(newSum, contract.retentionBp),
      roundedShare(sum, contract.retentionBp),
    );
    parts = withSupplement(parts, changed, supplement, subtractCents(supplement.deltaCents, retained));
    end = newEnd;
    sum = newSum;
  }
  const retention = roundedShare(contractSum(contract, supplements) ?? zeroCents, contract.retentionBp);
  return numbered([
    ...(contract.advanceCents > 0 ? [advanceDraft(contract, calendar)] : []),
    ...parts.map((part) => regularDraft(contract, part, calendar)),
    ...(retention > 0 ? [retentionDraft(contract, retention, end, calendar)] : []),
  ]);
}

const overdrawn = (sum: Cents) =>
  new UserError({
    code: "bad-request",
    message: `预付款与质保金合计大于合同金额${formatYuan(sum)}元。`,
    hint: "请修改预付款或质保金比例。",
  });

function withSupplement(
  parts: readonly Part[],
  periods: readonly LabelledPeriod[],
  supplement: Supplement,
  money: Cents,
): readonly Part[] {
  const before = new Map(parts.map((part) => [part.period.from, part.amountCents]));
  const after = new Set(periods.map((period) => period.from));
  const cutOff = sumCents(
    parts.filter((part) => !after.has(part.period.from)).map((part) => part.amountCents),
  );
  const dropped = supplement.kind === "terminate" && supplement.deltaCents === 0;
  const pool = dropped ? zeroCents : addCents(money, cutOff);
  const amounts = periods.map((period) => before.get(period.from) ?? zeroCents);
  if (pool === 0 || periods.length === 0) return merge(periods, amounts);
  const added = indexesOf(periods, (period) => !before.has(period.from));
  const open = indexesOf(periods, (period) => period.to >= supplement.effectiveOn);
  const targets = added.length > 0 ? added : open.length > 0 ? open : [periods.length - 1];
  return merge(periods, addToParts(amounts, pool, targets));
}

const merge = (periods: readonly LabelledPeriod[], amounts: readonly Cents[]): readonly Part[] =>
  periods.map((period, index) => ({ period, amountCents: amounts[index] ?? zeroCents }));

const indexesOf = <Item>(items: readonly Item[], test: (item: Item) => boolean): readonly number[] =>
  items.flatMap((item, index) => (test(item) ? [index] : []));

type Unnumbered = Omit<InstalmentDraft, "seq">;

const numbered = (drafts: readonly Unnumbered[]): readonly InstalmentDraft[] =>
  drafts.map((draft, index) => ({ ...draft, seq: index + 1 }));

const plain = { rentalId: null, deductionCents: cents(0) } as const;

function regularDraft(contract: Contract, { period, amountCents }: Part, calendar: WorkCalendar): Unnumbered {
  const { from: periodFrom, to: periodTo, label } = period;
  const dates = payDates(contract, period, noPapers, calendar);
  return { ...plain, kind: "regular", label, periodFrom, periodTo, amountCents, ...dates };
}

/** Money before the work: belongs to the first day, may be paid from the signing on. */
function advanceDraft(contract: Contract, calendar: WorkCalendar): Unnumbered {
  const { startDate, advanceCents } = contract;
  return {
    ...plain,
    kind: "advance",
    label: "预付款",
    periodFrom: startDate,
    periodTo: startDate,
    amountCents: advanceCents,
    ...payDatesFrom(contract.signedOn ?? startDate, contract, calendar),
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
