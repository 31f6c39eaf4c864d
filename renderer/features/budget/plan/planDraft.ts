import type { LineExecution } from "#shared/budget/execution.ts";
import { type Quarter, quarters } from "#shared/budget/quarters.ts";
import { type Cents, parseYuan, subtractCents, sumCents, zeroCents } from "#shared/kernel/cents.ts";
import type { Id } from "#shared/kernel/id.ts";

export type PlanAmounts = [Cents, Cents, Cents, Cents];

/** What was typed and does not add up yet, by line. */
export type PlanDraft = ReadonlyMap<Id, PlanAmounts>;

export const noDraft: PlanDraft = new Map();

/** The quarters of a line as they are spread now. */
export function storedAmounts({ quarters: [first, second, third, fourth] }: LineExecution): PlanAmounts {
  const of = (quarter: typeof first) => quarter?.allocatedCents ?? zeroCents;
  return [of(first), of(second), of(third), of(fourth)];
}

export const amountsOf = (draft: PlanDraft, line: LineExecution): PlanAmounts =>
  draft.get(line.line.id) ?? storedAmounts(line);

/** What the quarters lack of the line's budget; below zero when they are more. */
export const missingCents = (draft: PlanDraft, line: LineExecution): Cents =>
  subtractCents(line.allocatedCents, sumCents(amountsOf(draft, line)));

export function withQuarter(
  draft: PlanDraft,
  line: LineExecution,
  quarter: Quarter,
  value: Cents,
): PlanDraft {
  const amounts: PlanAmounts = [...amountsOf(draft, line)];
  amounts[quarter - 1] = value;
  return new Map(draft).set(line.line.id, amounts);
}

export function without(draft: PlanDraft, ids: readonly Id[]): PlanDraft {
  const next = new Map(draft);
  for (const id of ids) next.delete(id);
  return next;
}

/** The lines of a draft that add up, as they are saved. */
export const readyPlans = (
  draft: PlanDraft,
  lines: readonly LineExecution[],
): readonly Readonly<{ budgetLineId: Id; quartersCents: PlanAmounts }>[] =>
  lines.flatMap((line) => {
    const amounts = draft.get(line.line.id);
    if (amounts === undefined || missingCents(draft, line) !== 0) return [];
    return [{ budgetLineId: line.line.id, quartersCents: amounts }];
  });

export type Pasted = Readonly<{
  draft: PlanDraft;
  /** Cells that are no amounts, as a person finds them. */
  refused: readonly string[];
}>;

/** Lays cells copied from a spreadsheet over the lines, from one cell on; what reaches beyond the sheet is left out. */
export function pastePlan(
  draft: PlanDraft,
  lines: readonly LineExecution[],
  from: Readonly<{ row: number; quarter: Quarter }>,
  cells: readonly (readonly string[])[],
): Pasted {
  let next = draft;
  const refused: string[] = [];
  for (const [index, texts] of cells.entries()) {
    const line = lines[from.row + index];
    if (line === undefined) continue;
    for (const [offset, text] of texts.entries()) {
      const quarter = quarters[from.quarter - 1 + offset];
      if (quarter === undefined) continue;
      const value = text.trim() === "" ? zeroCents : parseYuan(text);
      if (value === undefined || value < 0)
        refused.push(`“${line.line.name}”${quarter} 季度：${text.trim()}`);
      else next = withQuarter(next, line, quarter, value);
    }
  }
  return { draft: next, refused };
}
