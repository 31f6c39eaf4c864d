import { addCents, type Cents, formatYuan, sumCents, zeroCents } from "#shared/kernel/cents.ts";
import { type IsoDate, yearOf } from "#shared/kernel/dates.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { BudgetAdjustment, BudgetLine } from "#shared/model/project.ts";
import type { Facts } from "#shared/rules/facts.ts";

type Change = Pick<BudgetAdjustment, "budgetLineId" | "adjustedOn" | "deltaCents">;

/**
 * Refuses a state of 调剂 that cannot be: a line below zero on any day, or one that loses money and, where it is
 * controlled strictly, ends below what is paid and signed. `after` are all live adjustments as they are to be.
 */
export function assertRoom(facts: Facts, losing: readonly Id[], after: readonly Change[]): void {
  for (const lineId of losing) {
    const line = facts.budgetLines.get(lineId);
    if (line === undefined) throw notOfProject();
    const own = after.filter((row) => row.budgetLineId === lineId);
    const lowest = lowestOf(line, own);
    if (lowest.cents < 0) throw belowZero(line, lowest);
    if (line.control !== "block") continue;
    const left = addCents(line.amountCents, ...own.map((row) => row.deltaCents));
    const paid = facts.budget.linePaidCents(line.id);
    const committed = facts.budget.lineCommittedCents(line.id);
    if (left < addCents(paid, committed)) throw belowUse(line, left, paid, committed);
  }
}

type Lowest = Readonly<{ cents: Cents; on: IsoDate | null }>;

/** The least that a line had on any day. */
function lowestOf(line: BudgetLine, changes: readonly Change[]): Lowest {
  const days = [...new Set(changes.map((row) => row.adjustedOn))].toSorted();
  let lowest: Lowest = { cents: line.amountCents, on: null };
  let sum = line.amountCents;
  for (const on of days) {
    sum = addCents(sum, ...changes.filter((row) => row.adjustedOn === on).map((row) => row.deltaCents));
    if (sum < lowest.cents) lowest = { cents: sum, on };
  }
  // What it ends with needs no day.
  return lowest.cents === sum ? { cents: sum, on: null } : lowest;
}

/** Money moves on a day of the project's own budget year. */
export function assertWithinYear(facts: Facts, projectId: Id, adjustedOn: IsoDate): void {
  const year = facts.projects.get(projectId)?.fiscalYear;
  if (year === undefined || yearOf(adjustedOn) === year) return;
  throw new UserError({
    code: "bad-request",
    message: `调剂日期 ${adjustedOn} 不在项目的 ${year} 预算年度内。`,
    hint: "请改正调剂日期；属于别的年度的，在那个年度的项目里调剂。",
  });
}

export const movedCents = (rows: readonly Pick<BudgetAdjustment, "deltaCents">[]): Cents =>
  sumCents(rows.map((row) => (row.deltaCents > 0 ? row.deltaCents : zeroCents)));

export const notOfProject = (): UserError =>
  new UserError({
    code: "refused",
    message: "调剂只能在同一个项目的预算明细之间进行。",
    hint: "请在本项目的预算明细中选择。",
  });

const belowZero = (line: BudgetLine, { cents, on }: Lowest): UserError =>
  new UserError({
    code: "refused",
    message: `“${line.name}”调减后${on === null ? "" : `（${on}）`}为${formatYuan(cents)}元，预算不能为负数。`,
    hint: "请减少调减的金额。",
  });

const belowUse = (line: BudgetLine, left: Cents, paid: Cents, committed: Cents): UserError =>
  new UserError({
    code: "refused",
    message: `“${line.name}”调剂后为${formatYuan(left)}元，少于已付${formatYuan(paid)}元加已签未付${formatYuan(committed)}元。`,
    hint: "请减少调减的金额，或先变更合同；确需如此的，把这项预算明细的超支控制改为“警告”或“不控制”。",
  });
