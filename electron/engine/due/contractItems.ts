import type { DueItem } from "#shared/api/due.ts";
import { addDays, daysBetween, formatDateText } from "#shared/kernel/dates.ts";
import type { BondMovement } from "#shared/model/contract.ts";
import { con09Expiring } from "#shared/rules/contract/con09Expiring.ts";
import { expiryOf } from "#shared/rules/contract/expiry.ts";
import type { ContractFact } from "#shared/rules/contractFacts.ts";
import type { Facts } from "#shared/rules/facts.ts";
import { ruleValues, settingsByRule } from "#shared/rules/ruleValues.ts";
import { ofContract, yuan } from "#shared/rules/words.ts";
import { bondState } from "#shared/schedule/bond.ts";
import { partyOf } from "./party.ts";

/** 履约保证金 that came in and did not go back, when its day has come or comes soon. */
export function bondItem(
  facts: Facts,
  contract: ContractFact,
  movements: readonly BondMovement[],
  soonDays: number,
): DueItem | undefined {
  const { balanceCents: held } = bondState(movements, facts.asOf);
  const date = contract.row.releaseDate ?? contract.endDate;
  if (held <= 0 || date > addDays(facts.asOf, soonDays)) return undefined;
  const isGiven = contract.row.releaseDate !== null;
  const isOver = date < facts.asOf;
  return {
    key: `bond|${contract.row.id}`,
    kind: "bond",
    amountCents: held,
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

/**
 * As CON-09 sees it, and the contracts that are over while something of them is not paid yet. What is unpaid is only
 * told: the instalments that make it up are items of their own.
 */
export function expiringItem(facts: Facts, contract: ContractFact): DueItem | undefined {
  const { row, endDate } = contract;
  if (row.state !== "active") return undefined;
  const { leftDays, unpaidCents, lacksRenewal } = expiryOf(facts, contract);
  const { noticeDays } = ruleValues(
    con09Expiring,
    settingsByRule(facts.rows.ruleSetting).get(con09Expiring.id),
  );
  if (leftDays > (typeof noticeDays === "number" ? noticeDays : 0)) return undefined;
  const isOver = leftDays < 0;
  const wantsRenewal = lacksRenewal && !isOver;
  if (unpaidCents === 0 && !wantsRenewal) return undefined;
  return {
    key: `expiring|${row.id}`,
    kind: "expiring",
    amountCents: null,
    date: endDate,
    days: leftDays,
    ...partyOf(facts, contract),
    what: "合同期限",
    why: `${isOver ? "已于" : "将于"}${formatDateText(endDate)}到期${unpaidCents === 0 ? "" : `，尚有${yuan(unpaidCents)}未付`}${wantsRenewal ? "，没有续签合同" : ""}`,
    next: isOver
      ? "清理未付款，付清后把合同改为已结束。"
      : "安排剩余款项的验收、收票和付款；要继续的，提前续签。",
    subject: ofContract(contract),
  };
}
