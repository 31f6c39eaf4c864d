import type { DueItem } from "#shared/api/due.ts";
import { cents, maxCents, subtractCents, sumCents, zeroCents } from "#shared/kernel/cents.ts";
import { addDays, daysBetween, formatDateText } from "#shared/kernel/dates.ts";
import type { BondMovement } from "#shared/model/contract.ts";
import { con09Expiring } from "#shared/rules/contract/con09Expiring.ts";
import type { ContractFact } from "#shared/rules/contractFacts.ts";
import type { Facts } from "#shared/rules/facts.ts";
import { ruleValues, settingsByRule } from "#shared/rules/ruleValues.ts";
import { ofContract } from "#shared/rules/words.ts";
import { partyOf } from "./party.ts";

/** 履约保证金 that came in and did not go back, when its day has come or comes soon. */
export function bondItem(
  facts: Facts,
  contract: ContractFact,
  movements: readonly BondMovement[],
  soonDays: number,
): DueItem | undefined {
  const held = heldCents(movements.filter((row) => row.movedOn <= facts.asOf));
  const date = contract.row.releaseDate ?? contract.endDate;
  if (held <= 0 || date > addDays(facts.asOf, soonDays)) return undefined;
  const isGiven = contract.row.releaseDate !== null;
  const isOver = date < facts.asOf;
  return {
    key: `bond|${contract.row.id}`,
    kind: "bond",
    amountCents: cents(held),
    date,
    days: daysBetween(facts.asOf, date),
    ...partyOf(facts, contract),
    what: "履约保证金",
    why: isGiven
      ? isOver
        ? `应退日${date}已过`
        : `应于${formatDateText(date)}退还`
      : `合同${isOver ? "已于" : "将于"}${formatDateText(date)}到期，没有写明应退日`,
    next: "核对有无违约扣款；没有的，办理退还并登记。",
    subject: ofContract(contract),
  };
}

const signs: Readonly<Record<BondMovement["kind"], 1 | -1>> = { receive: 1, release: -1, forfeit: -1 };

const heldCents = (movements: readonly BondMovement[]): number =>
  movements.reduce((sum, row) => sum + signs[row.kind] * row.amountCents, 0);

/** As CON-09 sees it, and the contracts that are over while something of them is not paid yet. */
export function expiringItem(facts: Facts, contract: ContractFact): DueItem | undefined {
  const { row, endDate } = contract;
  if (row.state !== "active") return undefined;
  const left = daysBetween(facts.asOf, endDate);
  const { noticeDays } = ruleValues(
    con09Expiring,
    settingsByRule(facts.rows.ruleSetting).get(con09Expiring.id),
  );
  if (left > (typeof noticeDays === "number" ? noticeDays : 0)) return undefined;
  const unpaid = unpaidCents(facts, contract);
  const isContinued = facts.contracts.some((other) => other.row.parentContractId === row.id);
  if (unpaid === 0 && (isContinued || left < 0)) return undefined;
  return {
    key: `expiring|${row.id}`,
    kind: "expiring",
    amountCents: unpaid === 0 ? null : unpaid,
    date: endDate,
    days: left,
    ...partyOf(facts, contract),
    what: "合同期限",
    why: `${left < 0 ? "已于" : "将于"}${formatDateText(endDate)}到期${unpaid === 0 ? "" : "，尚有未付款"}${isContinued || left < 0 ? "" : "，没有续签合同"}`,
    next:
      left < 0
        ? "清理未付款，付清后把合同改为已结束。"
        : "安排剩余款项的验收、收票和付款；要继续的，提前续签。",
    subject: ofContract(contract),
  };
}

function unpaidCents(facts: Facts, contract: ContractFact) {
  if (contract.sumCents === null) return zeroCents;
  const paid = facts.usesOfContract.of(contract).filter(({ payment }) => payment.isPaid);
  const deducted = sumCents(contract.instalments.map((instalment) => instalment.deductionCents));
  const open = subtractCents(
    subtractCents(contract.sumCents, deducted),
    sumCents(paid.map(({ use }) => use.cents)),
  );
  return maxCents(zeroCents, open);
}
