import { subtractCents, sumCents } from "../../kernel/cents.ts";
import { daysBetween } from "../../kernel/dates.ts";
import { defineRule } from "../rule.ts";
import { ofContract, ofInstalment, yuan } from "../words.ts";

export const con10Retention = defineRule({
  id: "CON-10",
  name: "质保金到期未退",
  area: "合同",
  severity: "warn",
  description: "质保金已过应退日仍未付清。",
  basis: "保障中小企业款项支付条例：保证金期满应及时退还",
  reads: ["contract", "instalment", "payment", "allocation"],
  params: {},
  check: (facts, _params, { contracts }) =>
    contracts.flatMap((contract) =>
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
      }),
    ),
});
