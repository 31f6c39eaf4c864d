import { daysBetween, formatDateText } from "../../kernel/dates.ts";
import { hitsIn } from "../looking.ts";
import { defineRule } from "../rule.ts";
import { ofContract, yuan } from "../words.ts";
import { expiryOf } from "./expiry.ts";

export const con09Expiring = defineRule({
  id: "CON-09",
  name: "合同即将到期",
  area: "合同",
  severity: "hint",
  description:
    "执行中的合同将在规定天数内到期，且尚有未付金额或没有续签合同。未付金额不含考核扣款和已下单的金额；一次性、按节点的合同和框架下的订单不需要续签。",
  basis: "内部控制：到期前清理未付款并安排续签",
  reads: ["contract", "supplement", "instalment", "acceptance", "payment", "allocation"],
  params: { noticeDays: { label: "提前提示的天数", kind: "days", default: 60, confirmed: false } },
  check: (facts, { noticeDays }, { contracts }) =>
    hitsIn(contracts, (contract) => {
      const { row, endDate } = contract;
      if (row.state !== "active") return undefined;
      const leftDays = daysBetween(facts.asOf, endDate);
      if (leftDays < 0 || leftDays > noticeDays) return undefined;
      const { unpaidCents, lacksRenewal } = expiryOf(facts, contract);
      if (unpaidCents === 0 && !lacksRenewal) return undefined;
      const unpaid = unpaidCents === 0 ? "" : `，未付${yuan(unpaidCents)}`;
      return {
        subjects: [ofContract(contract)],
        figures: { contractEndDate: endDate, unpaidCents, leftDays },
        message: `合同${row.contractNo}将于${formatDateText(endDate)}到期${unpaid}${lacksRenewal ? "，尚无续签合同" : ""}。`,
        remedy: "请安排剩余款项的验收、收票和付款；需要继续服务的，提前办理续签。",
      };
    }),
});
