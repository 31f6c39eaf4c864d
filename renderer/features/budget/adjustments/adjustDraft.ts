import type { BudgetLineView } from "#shared/api/projects.ts";
import { addCents, type Cents, cents, formatYuan, sumCents, zeroCents } from "#shared/kernel/cents.ts";
import type { Id } from "#shared/kernel/id.ts";

/** What each line gets or gives, by line; lines that are not named stay as they are. */
export type Deltas = ReadonlyMap<Id, Cents>;

export const deltaSum = (deltas: Deltas): Cents => sumCents(deltas.values());

export const shiftsOf = (deltas: Deltas): readonly Readonly<{ budgetLineId: Id; deltaCents: Cents }>[] =>
  [...deltas].flatMap(([budgetLineId, deltaCents]) =>
    deltaCents === 0 ? [] : [{ budgetLineId, deltaCents }],
  );

/** What is wrong with a line after the shift, as its control takes it; nothing for one that gains. */
export function lineProblem(
  line: BudgetLineView,
  delta: Cents,
): Readonly<{ text: string; severity: "block" | "warn" }> | undefined {
  if (delta >= 0) return undefined;
  const after = addCents(line.allocatedCents, delta);
  if (after < 0) return { text: "预算不能为负数", severity: "block" };
  const available = addCents(line.availableCents, delta);
  if (available >= 0 || line.control === "ignore") return undefined;
  const text = `少于已付加已签未付，差 ${formatYuan(cents(-available))}`;
  return { text, severity: line.control };
}

/** Why the shift cannot be made yet; undefined when it can. */
export function shiftProblem(lines: readonly BudgetLineView[], deltas: Deltas): string | undefined {
  if (shiftsOf(deltas).length < 2) return "请填写调减和调增的金额";
  const sum = deltaSum(deltas);
  if (sum !== 0) return `增减合计应为零，现为 ${formatYuan(sum)}`;
  const blocked = lines.find(
    (line) => lineProblem(line, deltas.get(line.id) ?? zeroCents)?.severity === "block",
  );
  return blocked === undefined ? undefined : `“${blocked.name}”不够调减`;
}
