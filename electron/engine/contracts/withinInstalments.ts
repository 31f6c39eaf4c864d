import { type Cents, formatYuan, subtractCents } from "#shared/kernel/cents.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Id } from "#shared/kernel/id.ts";
import { heldCents } from "#shared/payments/free.ts";
import type { InstalmentFact } from "#shared/rules/contractFacts.ts";
import type { Facts } from "#shared/rules/facts.ts";
import { instalmentName } from "#shared/rules/words.ts";
import type { Context } from "../context.ts";
import type { WritableLedger } from "../store/types.ts";

/**
 * Does what changes 考核扣款 of a contract's instalments, and refuses it when one would be more than the instalment, or
 * leave less due than is approved or paid: that money has to come back first.
 */
export async function withinInstalments<Result>(
  context: Context,
  tx: WritableLedger,
  contractId: Id,
  work: () => Promise<Result>,
): Promise<Result> {
  const today = context.clock.today();
  const before = instalmentsOf(await context.factsIn(tx, today), contractId);
  const result = await work();
  const facts = await context.factsIn(tx, today);
  for (const [id, instalment] of instalmentsOf(facts, contractId)) {
    const payable = before.get(id)?.payableCents;
    if (payable === undefined || instalment.payableCents < payable) assertPayable(facts, instalment);
  }
  return result;
}

const instalmentsOf = (facts: Facts, contractId: Id): ReadonlyMap<Id, InstalmentFact> =>
  new Map(
    facts.contractsById.get(contractId)?.instalments.map((instalment) => [instalment.row.id, instalment]),
  );

function assertPayable(facts: Facts, instalment: InstalmentFact): void {
  const { row, deductionCents, payableCents } = instalment;
  const name = instalmentName(row);
  if (payableCents < 0)
    throw refused(
      `${name}的考核扣款${yuan(deductionCents)}大于本期金额${yuan(row.amountCents)}。`,
      "请改正扣款；要在别的期次扣的，登记在那一期的验收上。",
    );
  const settled = heldCents(facts.usesOfInstalment.of(instalment), { by: "bound" });
  const over = subtractCents(settled, payableCents);
  if (over <= 0) return;
  throw refused(
    `${name}${deductionCents > 0 ? `扣款${yuan(deductionCents)}后` : ""}应付${yuan(payableCents)}，已批、已付${yuan(settled)}，多出${yuan(over)}。`,
    "已付的请先登记退款，已批的请先退回；或改在以后的期次扣款。",
  );
}

const yuan = (amount: Cents): string => `${formatYuan(amount)}元`;

const refused = (message: string, hint: string): UserError =>
  new UserError({ code: "refused", message, hint });
