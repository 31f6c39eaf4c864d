import { formatDateText, formatPeriodText, type IsoDate } from "../../kernel/dates.ts";
import { asId } from "../../kernel/id.ts";
import type { Instalment } from "../../model/contract.ts";
import { acceptanceState } from "../../schedule/acceptanceState.ts";
import type { ContractFact, InstalmentFact } from "../contractFacts.ts";
import type { PaymentFact } from "../paymentFacts.ts";
import { defineRule, type Hit } from "../rule.ts";
import { ofContract, ofInstalment, ofPayment } from "../words.ts";

type Accepted = Pick<Instalment, "id" | "periodFrom" | "periodTo">;

export const pay05Acceptance = defineRule({
  id: "PAY-05",
  name: "无验收/考核付款",
  area: "付款",
  severity: "block",
  description: "合同要求验收（考核），付款日之前没有该期的验收单，或验收结果不合格。季初付款的，查上一期。",
  basis: "政府采购法：采购人应组织验收并出具书面意见；合同约定的考核",
  reads: ["payment", "allocation", "instalment", "contract", "acceptance"],
  params: {},
  check: (_facts, _params, { payments }) =>
    payments.flatMap((payment) => {
      const { contract, instalmentUses, row } = payment;
      if (contract === undefined || row.amountCents <= 0 || row.isAdvance === 1) return [];
      if (instalmentUses.length === 0) return withoutInstalment(payment, contract);
      return instalmentUses
        .filter((use) => use.cents > 0 && use.of.row.kind === "regular")
        .flatMap((use) => forInstalment(payment, use.of));
    }),
});

function forInstalment(payment: PaymentFact, instalment: InstalmentFact): readonly Hit[] {
  const { contract } = instalment;
  const asked = askedInstalment(payment, instalment);
  const told = asked && acceptanceFault(payment, contract, asked.row, contract.row.acceptanceRequired === 1);
  if (asked === undefined || told === undefined) return [];
  return [
    hit(payment, told, asked.row, [ofPayment(payment), ofInstalment(instalment), ofContract(contract)]),
  ];
}

/** Who pays at the beginning of a period cannot have that period accepted yet: the one before it answers for it. */
function askedInstalment(payment: PaymentFact, instalment: InstalmentFact): InstalmentFact | undefined {
  const { contract, row } = instalment;
  if (contract.row.payTiming !== "periodStart" || row.periodTo < payment.payDate) return instalment;
  return contract.instalments.findLast(
    (other) =>
      other.row.kind === "regular" &&
      other.row.rentalId === row.rentalId &&
      other.row.periodTo < row.periodFrom,
  );
}

function withoutInstalment(payment: PaymentFact, contract: ContractFact): readonly Hit[] {
  const { row } = payment;
  const required = contract.row.acceptanceRequired === 1;
  const subjects = [ofPayment(payment), ofContract(contract)];
  if (row.periodFrom !== null) {
    const period = { id: asId(""), periodFrom: row.periodFrom, periodTo: row.periodTo ?? row.periodFrom };
    const told = acceptanceFault(payment, contract, period, required);
    return told === undefined ? [] : [hit(payment, told, period, subjects)];
  }
  const accepted = contract.acceptances.some(
    ({ acceptedOn, result }) => acceptedOn <= payment.payDate && result !== "fail",
  );
  if (accepted || !required) return [];
  const { startDate, endDate } = contract.row;
  const told = "缺少本次付款的验收（考核）单。";
  return [hit(payment, told, { periodFrom: startDate, periodTo: endDate }, subjects)];
}

/** What is wrong with the acceptance of a period on the day of payment; `undefined` when nothing is. */
function acceptanceFault(
  payment: PaymentFact,
  contract: ContractFact,
  period: Accepted,
  required: boolean,
): string | undefined {
  if (!required && contract.acceptances.length === 0) return undefined;
  const inTime = contract.acceptances.filter(({ acceptedOn }) => acceptedOn <= payment.payDate);
  const state = acceptanceState(period, inTime);
  if (state.kind === "accepted") return undefined;
  const name = formatPeriodText(period.periodFrom, period.periodTo);
  if (state.kind === "failed") return `${name}验收（考核）结果为不合格，不得付款。`;
  if (!required) return undefined;
  const later = acceptanceState(period, contract.acceptances);
  return later.kind === "accepted"
    ? `缺少${name}验收（考核）单：验收日期${formatDateText(later.on)}晚于付款日${formatDateText(payment.payDate)}。`
    : `缺少${name}验收（考核）单。`;
}

const hit = (
  payment: PaymentFact,
  message: string,
  period: Readonly<{ periodFrom: IsoDate; periodTo: IsoDate }>,
  subjects: Hit["subjects"],
): Hit => ({
  subjects,
  figures: {
    periodFromDate: period.periodFrom,
    periodToDate: period.periodTo,
    [payment.isPaid ? "paidDate" : "asOfDate"]: payment.payDate,
    amountCents: payment.row.amountCents,
  },
  message,
  remedy: payment.isPaid
    ? "请补充付款前已完成的验收（考核）单；确未验收的，尽快组织验收并说明原因。"
    : "请先组织验收（考核）并录入验收单，合格后再付款。",
});
