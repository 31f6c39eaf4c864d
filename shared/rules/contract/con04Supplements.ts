import { formatBp, ratioBp, subtractCents } from "../../kernel/cents.ts";
import { defineRule } from "../rule.ts";
import { ofContract } from "../words.ts";

export const con04Supplements = defineRule({
  id: "CON-04",
  name: "补充协议超比例",
  area: "合同",
  severity: "block",
  description: "补充协议累计增加的金额超过原合同金额的规定比例。",
  basis: "政府采购法：追加采购金额不得超过原合同采购金额的百分之十",
  reads: ["contract", "supplement"],
  params: { limitBp: { label: "补充金额占原合同的上限", kind: "bp", default: 1_000, confirmed: true } },
  check: (_facts, { limitBp }, { contracts }) =>
    contracts.flatMap((contract) => {
      const { amountCents } = contract.row;
      if (amountCents === null || contract.sumCents === null) return [];
      const added = subtractCents(contract.sumCents, amountCents);
      // In whole 分, so that exactly the limit passes whatever the ratio rounds to.
      if (added <= 0 || BigInt(added) * 10_000n <= BigInt(amountCents) * BigInt(limitBp)) return [];
      const bp = ratioBp(added, amountCents);
      return {
        subjects: [ofContract(contract)],
        figures: { amountCents, addedCents: added, ratioBp: bp ?? null, limitBp },
        message:
          bp === undefined
            ? "原合同金额为0，补充协议却增加了金额。"
            : `补充金额累计${formatBp(bp)}，超过原合同${formatBp(limitBp)}。`,
        remedy: "超出部分应另行采购；请核对补充协议的金额和依据。",
      };
    }),
});
