import { formatBp, ratioBp } from "../../kernel/cents.ts";
import { defineRule } from "../rule.ts";
import { ofContract } from "../words.ts";

export const con07Bond = defineRule({
  id: "CON-07",
  name: "履约保证金超比例",
  area: "合同",
  severity: "warn",
  description: "履约保证金超过合同金额的规定比例。",
  basis: "政府采购法实施条例：履约保证金不得超过合同金额的百分之十",
  reads: ["contract"],
  params: { limitBp: { label: "履约保证金占合同的上限", kind: "bp", default: 1_000, confirmed: true } },
  check: (_facts, { limitBp }, { contracts }) =>
    contracts.flatMap((contract) => {
      const { amountCents, bondCents } = contract.row;
      if (amountCents === null || amountCents === 0) return [];
      if (BigInt(bondCents) * 10_000n <= BigInt(amountCents) * BigInt(limitBp)) return [];
      const bp = ratioBp(bondCents, amountCents) ?? 0;
      return {
        subjects: [ofContract(contract)],
        figures: { bondCents, amountCents, ratioBp: bp, limitBp },
        message: `履约保证金比例${formatBp(bp)}超过${formatBp(limitBp)}。`,
        remedy: "请按规定比例调整履约保证金，多收的应退还。",
      };
    }),
});
