import { daysBetween, formatDateText } from "../../kernel/dates.ts";
import { defineRule } from "../rule.ts";
import { ofContract } from "../words.ts";

export const con02Backdated = defineRule({
  id: "CON-02",
  name: "合同倒签",
  area: "合同",
  severity: "warn",
  description: "合同签订日晚于履约开始日，或晚于中标（成交）日超过规定天数。",
  basis: "政府采购法：中标、成交通知书发出之日起三十日内签订合同",
  reads: ["contract"],
  params: { signDays: { label: "中标后签订合同的天数", kind: "days", default: 30, confirmed: true } },
  check: (_facts, { signDays }, { contracts }) =>
    contracts.flatMap((contract) => {
      const { signedOn, startDate, awardedOn } = contract.row;
      if (signedOn === null) return [];
      const late = daysBetween(startDate, signedOn);
      const waited = awardedOn === null ? 0 : daysBetween(awardedOn, signedOn);
      if (late <= 0 && waited <= signDays) return [];
      return {
        subjects: [ofContract(contract)],
        figures: { signedDate: signedOn, startDate, awardedDate: awardedOn },
        message:
          late > 0
            ? `合同签订日晚于履约开始日${late}天（倒签）。`
            : `合同签订日${formatDateText(signedOn)}晚于中标（成交）日${waited}天，超过${signDays}天。`,
        remedy: "请核对日期；确属先履约后签合同的，补充书面说明，以后先签合同再履约。",
      };
    }),
});
