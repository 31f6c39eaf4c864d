import { addCents, type Cents, cents, formatYuan, subtractCents, sumCents } from "../kernel/cents.ts";
import { type IsoDate, maxDate } from "../kernel/dates.ts";
import { UserError } from "../kernel/errors.ts";
import type { Contract, Supplement } from "../model/contract.ts";
import { contractEnd, supplementsInForce } from "./contractTerm.ts";
import { type AgreedMilestone, inOrderOfTime } from "./periods.ts";
import { roundedShare } from "./spread.ts";

/** What was agreed after so many supplements: the first stage is the contract itself. */
export type Stage = Readonly<{
  /** The supplement that led here; null for the contract itself. */
  supplement: Supplement | null;
  sumCents: Cents;
  retentionCents: Cents;
  /** What the periods share: the sum less advance and retention. */
  sharedCents: Cents;
  end: IsoDate;
}>;

export type Stages = readonly [Stage, ...Stage[]];

/** The contract and what each of its supplements made of it, in the order in which they take effect. */
export function planStages(
  contract: Contract,
  amountCents: Cents,
  supplements: readonly Supplement[],
): Stages {
  const stage = (supplement: Supplement | null, sum: Cents, before: readonly Supplement[]): Stage => {
    const retentionCents = roundedShare(sum, contract.retentionBp);
    return {
      supplement,
      sumCents: sum,
      retentionCents,
      sharedCents: subtractCents(sum, addCents(contract.advanceCents, retentionCents)),
      end: maxDate(contract.startDate, contractEnd(contract, before)),
    };
  };
  const inOrder = supplementsInForce(supplements);
  let sum = amountCents;
  const later = inOrder.map((supplement, index) => {
    sum = addCents(sum, supplement.deltaCents);
    return stage(supplement, sum, inOrder.slice(0, index + 1));
  });
  return [stage(null, amountCents, []), ...later];
}

/**
 * The stage whose money the milestones state: the latest that they add up to and whose term they keep to. Supplements
 * after it are not in them yet. Throws a UserError when there is none.
 */
export function stageOfMilestones(milestones: readonly AgreedMilestone[], stages: Stages): number {
  const sum = sumCents(milestones.map((row) => row.amountCents));
  const last = inOrderOfTime(milestones).at(-1);
  const found = stages.findLastIndex(
    (stage) => stage.sharedCents === sum && (last === undefined || last.dueOn <= stage.end),
  );
  if (found >= 0) return found;
  const latest = stages.at(-1) ?? stages[0];
  if (last !== undefined && stages.every((stage) => stage.end < last.dueOn)) throw tooLate(last, latest);
  throw notAdding(sum, latest);
}

const tooLate = ({ name, dueOn }: AgreedMilestone, { end }: Stage) =>
  new UserError({
    code: "bad-request",
    message: `付款节点“${name}”的日期 ${dueOn} 晚于合同结束日期 ${end}。`,
    hint: "请修改付款节点日期；合同延期的，请先登记延期的补充协议。",
  });

function notAdding(sum: Cents, { sharedCents, sumCents: whole }: Stage) {
  const off = subtractCents(sum, sharedCents);
  return new UserError({
    code: "bad-request",
    message: `付款节点金额合计${formatYuan(sum)}元，应为${formatYuan(sharedCents)}元（合同金额${formatYuan(whole)}元，含补充协议，已扣预付款和质保金），${off > 0 ? "多出" : "还差"}${formatYuan(cents(Math.abs(off)))}元。`,
    hint: "请修改付款节点金额，使合计相符。",
  });
}
