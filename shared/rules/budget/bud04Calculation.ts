import { calculatedAmount } from "../../budget/calculatedAmount.ts";
import { subtractCents } from "../../kernel/cents.ts";
import { defineRule } from "../rule.ts";
import { ofLine, yuan } from "../words.ts";

export const bud04Calculation = defineRule({
  id: "BUD-04",
  name: "数量×单价×期数≠金额",
  area: "预算",
  severity: "block",
  description: "预算明细的金额不等于数量×单价×期数，误差一分以内不计；没有数量或单价的不查。",
  basis: "预算测算依据应当准确",
  reads: ["budgetLine"],
  params: {},
  check: (_facts, _params, { budgetLines }) =>
    budgetLines.flatMap((line) => {
      const calculated = calculatedAmount(line);
      if (calculated === undefined) return [];
      const difference = subtractCents(line.amountCents, calculated);
      if (Math.abs(difference) <= 1) return [];
      const factors = [line.quantity, line.unitPrice, line.periods].filter((factor) => factor !== null);
      return {
        subjects: [ofLine(line)],
        figures: {
          amountCents: line.amountCents,
          calculatedCents: calculated,
          differenceCents: difference,
        },
        message: `${line.name}测算金额应为${yuan(calculated)}（${factors.join("×")}），现为${yuan(line.amountCents)}。`,
        remedy: "请改正数量、单价、期数或金额。",
      };
    }),
});
