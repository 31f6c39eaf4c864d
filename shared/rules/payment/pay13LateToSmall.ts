import { subtractCents, sumCents } from "../../kernel/cents.ts";
import { addDays, daysBetween, type IsoDate, minDate } from "../../kernel/dates.ts";
import { acceptanceState } from "../../schedule/acceptanceState.ts";
import { effectivePayDates } from "../../schedule/payDates.ts";
import type { InstalmentFact } from "../contractFacts.ts";
import type { Facts } from "../facts.ts";
import { defineRule, type Hit } from "../rule.ts";
import { ofContract, ofInstalment, yuan } from "../words.ts";

export const pay13LateToSmall = defineRule({
  id: "PAY-13",
  name: "逾期支付中小企业",
  area: "付款",
  severity: "warn",
  description: "已验收的中小企业款项，超过合同约定的付款期限（最长不超过验收后规定天数）仍未付清。",
  basis: "保障中小企业款项支付条例（国务院令第802号）：付款期限最长不超过六十日",
  reads: ["contract", "vendor", "instalment", "acceptance", "payment", "allocation", "holiday"],
  params: { longestDays: { label: "最长付款期限（天）", kind: "days", default: 60, confirmed: true } },
  check: (facts, { longestDays }, { contracts }) =>
    contracts
      .filter((contract) => contract.vendor?.isSmallOrMedium === 1)
      .flatMap((contract) => contract.instalments)
      .flatMap((instalment) => late(facts, instalment, longestDays)),
});

function late(facts: Facts, instalment: InstalmentFact, longestDays: number): readonly Hit[] {
  const { row, contract, payableCents } = instalment;
  const deadline = deadlineOf(facts, instalment, longestDays);
  if (deadline === undefined || deadline >= facts.asOf) return [];
  const paid = facts.usesOfInstalment.of(instalment).filter(({ payment }) => payment.isPaid);
  const left = subtractCents(payableCents, sumCents(paid.map(({ use }) => use.cents)));
  if (left <= 0) return [];
  const days = daysBetween(deadline, facts.asOf);
  return [
    {
      subjects: [ofInstalment(instalment), ofContract(contract)],
      figures: { remainingCents: left, deadlineDate: deadline, lateDays: days, seq: row.seq },
      message: `${contract.vendor?.name ?? ""}${row.label}应付余额${yuan(left)}已超过付款期限${days}天，可能产生逾期利息。`,
      remedy: "请尽快付款；有争议的部分单独说明，无争议的部分先付。",
    },
  ];
}

function deadlineOf(
  { calendar }: Facts,
  { row, contract }: InstalmentFact,
  longestDays: number,
): IsoDate | undefined {
  const accepted = acceptanceState(row, contract.acceptances);
  // What was not delivered, or not well, is not owed yet.
  if (row.kind === "retention" || accepted.kind !== "accepted") return undefined;
  const acceptedOn = accepted.on;
  // Where payment waits for papers, the acceptance starts the clock: a missing invoice must not stop it for ever.
  const papers = { acceptedOn, invoicedOn: acceptedOn };
  const { dueDate } = effectivePayDates(contract.row, row, papers, calendar);
  const longest = addDays(acceptedOn, longestDays);
  return dueDate === null ? longest : minDate(dueDate, longest);
}
