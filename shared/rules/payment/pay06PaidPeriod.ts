import { addCents } from "../../kernel/cents.ts";
import { formatPeriodText } from "../../kernel/dates.ts";
import type { ContractFact } from "../contractFacts.ts";
import type { Facts } from "../facts.ts";
import type { PaymentFact } from "../paymentFacts.ts";
import { defineRule, type Hit } from "../rule.ts";
import { tallySum } from "../tally.ts";
import { ofContract, ofInstalment, ofPayment, paymentNos, periodText, yuan } from "../words.ts";

export const pay06PaidPeriod = defineRule({
  id: "PAY-06",
  name: "同一期间重复支付",
  area: "付款",
  severity: "block",
  description: "付款所属的月份或季度已经由其他付款单付清；没有分摊的付款按所属期判断。",
  basis: "同一期间的服务只付一次",
  reads: ["payment", "allocation", "instalment", "contract", "rental"],
  params: {},
  check: (facts, _params, { payments }) =>
    payments.flatMap((payment) => [...onInstalments(facts, payment), ...withoutPlan(facts, payment)]),
});

const onInstalments = (facts: Facts, payment: PaymentFact): readonly Hit[] =>
  payment.instalmentUses.flatMap(({ of: instalment, cents, before }) => {
    const used = tallySum(before);
    if (cents <= 0 || used <= 0 || used < instalment.payableCents) return [];
    const earlier = facts.usesOfInstalment
      .of(instalment)
      .filter((use) => use.payment.order < payment.order && use.use.cents > 0)
      .map((use) => use.payment);
    if (earlier.length === 0) return [];
    const what = instalment.row.rentalId === null ? "款项" : "月租";
    return {
      subjects: [ofPayment(payment), ofInstalment(instalment), ofContract(instalment.contract)],
      figures: { payableCents: instalment.payableCents, usedCents: used, thisCents: cents },
      message: `${periodText(instalment.row)}${what}已${paidWord(earlier)}（付款单${paymentNos(earlier)}）。`,
      remedy: remedyFor(payment),
    };
  });

/** A contract by month or quarter whose plan is missing: the same 所属期 twice can only be the same money twice. */
function withoutPlan(facts: Facts, payment: PaymentFact): readonly Hit[] {
  const { row, contract } = payment;
  const { periodFrom } = row;
  if (contract === undefined || !isPeriodic(contract) || payment.instalmentUses.length > 0) return [];
  if (row.amountCents <= 0 || periodFrom === null) return [];
  const periodTo = row.periodTo ?? periodFrom;
  const earlier = facts.paymentsOfContract
    .of(contract)
    .filter(
      (other) =>
        other.order < payment.order &&
        other.row.amountCents > 0 &&
        other.row.periodFrom === periodFrom &&
        (other.row.periodTo ?? other.row.periodFrom) === periodTo,
    );
  if (earlier.length === 0) return [];
  const used = addCents(...earlier.map((other) => other.row.amountCents));
  return [
    {
      subjects: [ofPayment(payment), ofContract(contract)],
      figures: {
        periodFromDate: periodFrom,
        periodToDate: periodTo,
        usedCents: used,
        thisCents: row.amountCents,
      },
      message: `${formatPeriodText(periodFrom, periodTo)}款项已${paidWord(earlier)}（付款单${paymentNos(earlier)}，${yuan(used)}）。`,
      remedy: remedyFor(payment),
    },
  ];
}

const isPeriodic = ({ row }: ContractFact): boolean => row.kind === "monthly" || row.kind === "quarterly";

const paidWord = (earlier: readonly PaymentFact[]): string =>
  earlier.some((other) => other.state === "paid") ? "支付" : "申请支付";

const remedyFor = (payment: PaymentFact): string =>
  payment.isPaid
    ? "请核对是否重复付款，重复的应追回或转作以后期间并调整分摊。"
    : "请改为尚未支付的期间；重复申请的应作废本付款单。";
