import { type Cents, multiplyToCents } from "../kernel/cents.ts";
import type { Decimal } from "../kernel/decimal.ts";
import type { BudgetLine } from "../model/project.ts";

/**
 * 数量 × 单价 × 期数 in 分, rounded once, half up. Without a number of periods there is one. `undefined` when quantity
 * or price is not given: the line is then a lump sum.
 */
export function calculatedAmount(
  line: Pick<BudgetLine, "quantity" | "unitPrice" | "periods">,
): Cents | undefined {
  if (line.quantity === null || line.unitPrice === null) return undefined;
  const factors: Decimal[] = [line.quantity, line.unitPrice];
  if (line.periods !== null) factors.push(line.periods);
  return multiplyToCents(...factors);
}
