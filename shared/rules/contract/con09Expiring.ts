import { maxCents, subtractCents, sumCents, zeroCents } from "../../kernel/cents.ts";
import { daysBetween, formatDateText } from "../../kernel/dates.ts";
import { defineRule } from "../rule.ts";
import { ofContract, yuan } from "../words.ts";

export const con09Expiring = defineRule({
  id: "CON-09",
  name: "合同即将到期",
  area: "合同",
  severity: "hint",
  description: "执行中的合同将在规定天数内到期，且尚有未付金额或没有续签合同。",
  basis: "内部控制：到期前清理未付款并安排续签",
  reads: ["contract", "supplement", "payment", "allocation"],
  params: { noticeDays: { label: "提前提示的天数", kind: "days", default: 60, confirmed: false } },
  check: (facts, { noticeDays }, { contracts }) => {
    const continued = new Set(facts.contracts.map(({ row }) => row.parentContractId));
    return contracts.flatMap((contract) => {
      const { row, endDate, sumCents: sum } = contract;
      const left = daysBetween(facts.asOf, endDate);
      if (row.state !== "active" || left < 0 || left > noticeDays) return [];
      const paid = sumCents(
        facts.usesOfContract
          .of(contract)
          .filter(({ payment }) => payment.isPaid)
          .map(({ use }) => use.cents),
      );
      const unpaid = sum === null ? zeroCents : maxCents(zeroCents, subtractCents(sum, paid));
      const hasNext = continued.has(row.id);
      if (unpaid === 0 && hasNext) return [];
      return {
        subjects: [ofContract(contract)],
        figures: { contractEndDate: endDate, unpaidCents: unpaid, leftDays: left },
        message: `合同${row.contractNo}将于${formatDateText(endDate)}到期，未付${yuan(unpaid)}${hasNext ? "" : "，尚无续签合同"}。`,
        remedy: "请安排剩余款项的验收、收票和付款；需要继续服务的，提前办理续签。",
      };
    });
  },
});
