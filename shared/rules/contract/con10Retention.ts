import { subtractCents, sumCents } from "../../kernel/cents.ts";
import { daysBetween } from "../../kernel/dates.ts";
import { bondState } from "../../schedule/bond.ts";
import type { ContractFact } from "../contractFacts.ts";
import type { Facts } from "../facts.ts";
import { groupBy } from "../indexing.ts";
import { defineRule, type Hit } from "../rule.ts";
import { ofContract, ofInstalment, yuan } from "../words.ts";

export const con10Retention = defineRule({
  id: "CON-10",
  name: "质保金、保证金到期未退",
  area: "合同",
  severity: "warn",
  description: "质保金已过应退日仍未付清，或收取的履约保证金已过应退日仍未退还。",
  basis: "保障中小企业款项支付条例：保证金期满应及时退还",
  reads: ["contract", "instalment", "payment", "allocation", "bondMovement"],
  params: {},
  check: (facts, _params, { contracts }) => {
    const movements = groupBy(facts.rows.bondMovement, (row) => row.contractId);
    return contracts.flatMap((contract) => [
      ...retentions(facts, contract),
      ...bond(facts, contract, movements.of(contract.row.id)),
    ]);
  },
});

const retentions = (facts: Facts, contract: ContractFact): readonly Hit[] =>
  contract.instalments.flatMap((instalment) => {
    const { row, payableCents } = instalment;
    const release = contract.row.releaseDate ?? row.dueDate;
    if (row.kind !== "retention" || release === null || release >= facts.asOf) return [];
    const uses = facts.usesOfInstalment.of(instalment).filter(({ payment }) => payment.isPaid);
    const left = subtractCents(payableCents, sumCents(uses.map(({ use }) => use.cents)));
    if (left <= 0) return [];
    const days = daysBetween(release, facts.asOf);
    return {
      subjects: [ofContract(contract), ofInstalment(instalment)],
      figures: { retentionCents: left, releaseDate: release, lateDays: days },
      message: `质保金${yuan(left)}已到期${days}天未退。`,
      remedy: "请核对质保期内有无扣款事项；没有的，尽快退还。",
    };
  });

/** What came in and neither went back nor was kept for a breach. Without an agreed day it is not known to be late. */
function bond(
  { asOf }: Facts,
  contract: ContractFact,
  movements: Facts["rows"]["bondMovement"],
): readonly Hit[] {
  const { releaseDate } = contract.row;
  if (releaseDate === null || releaseDate >= asOf) return [];
  const { balanceCents } = bondState(movements, asOf);
  if (balanceCents <= 0) return [];
  const days = daysBetween(releaseDate, asOf);
  return [
    {
      subjects: [ofContract(contract)],
      figures: { bondCents: balanceCents, releaseDate, lateDays: days },
      message: `履约保证金${yuan(balanceCents)}已到期${days}天未退。`,
      remedy: "请核对有无违约扣款；没有的，尽快退还，并在合同的“保证金”中登记。",
    },
  ];
}
