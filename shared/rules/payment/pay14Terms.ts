import { defineRule } from "../rule.ts";
import { ofContract } from "../words.ts";

export const pay14Terms = defineRule({
  id: "PAY-14",
  name: "约定账期过长",
  area: "付款",
  severity: "warn",
  description: "与中小企业的合同约定的付款期限超过规定的上限。",
  basis: "保障中小企业款项支付条例（国务院令第802号）：付款期限最长不超过六十日",
  reads: ["contract", "vendor"],
  params: { longestDays: { label: "最长付款期限（天）", kind: "days", default: 60, confirmed: true } },
  check: (_facts, { longestDays }, { contracts }) =>
    contracts
      .filter(({ row, vendor }) => vendor?.isSmallOrMedium === 1 && row.payWithinDays > longestDays)
      .map((contract) => ({
        subjects: [ofContract(contract)],
        // A term is a figure of the contract and no count to the present, so its name does not end in days.
        figures: { termDayCount: contract.row.payWithinDays, longestDayCount: longestDays },
        message: `合同约定账期${contract.row.payWithinDays}天，超过${longestDays}天上限。`,
        remedy: "请与对方协商修改付款期限，并签订补充协议。",
      })),
});
