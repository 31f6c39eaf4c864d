import { sumCents } from "../../kernel/cents.ts";
import { formatPeriodText } from "../../kernel/dates.ts";
import type { InstalmentFact } from "../contractFacts.ts";
import type { Facts } from "../facts.ts";
import { hitsIn, hitsInUses } from "../looking.ts";
import type { PaymentFact } from "../paymentFacts.ts";
import { defineRule, type Hit } from "../rule.ts";
import { tallySum, type Use } from "../tally.ts";
import { ofContract, ofInstalment, ofPayment, paymentNos, periodText, yuan } from "../words.ts";
import { samePeriodLookup, statedPeriod } from "./samePeriod.ts";

export const pay06PaidPeriod = defineRule({
  id: "PAY-06",
  name: "同一期间重复支付",
  area: "付款",
  severity: "block",
  description:
    "付款所属的月份或季度已经由其他付款单付清；没有付款计划的，同一合同、预算明细、收款方的所属期重叠（没有合同的按月、按季支出为警告）。",
  basis: "同一期间的服务只付一次",
  reads: ["payment", "allocation", "instalment", "contract", "rental"],
  params: {},
  check: (facts, _params, { payments }) => {
    const earlierOf = samePeriodLookup(facts);
    return [
      ...hitsInUses(
        payments,
        (payment) => payment.instalmentUses,
        (use, payment) => onInstalment(facts, payment, use),
      ),
      ...hitsIn(payments, (payment) => withoutPlan(payment, earlierOf)),
    ];
  },
});

function onInstalment(
  facts: Facts,
  payment: PaymentFact,
  { of: instalment, cents, before }: Use<InstalmentFact>,
): Hit | undefined {
  const used = tallySum(before);
  if (cents <= 0 || used <= 0 || used < instalment.payableCents) return undefined;
  const earlier = facts.usesOfInstalment
    .of(instalment)
    .filter((use) => use.payment.order < payment.order && use.use.cents > 0)
    .map((use) => use.payment);
  if (earlier.length === 0) return undefined;
  const what = instalment.row.rentalId === null ? "款项" : "月租";
  return {
    subjects: [ofPayment(payment), ofInstalment(instalment), ofContract(instalment.contract)],
    figures: { payableCents: instalment.payableCents, usedCents: used, thisCents: cents },
    message: `${periodText(instalment.row)}${what}已${paidWord(earlier)}（付款单${paymentNos(earlier)}）。`,
    remedy: remedyFor(payment),
  };
}

/** Where there is no plan, days of one 所属期 that are paid a second time can only be the same money twice. */
function withoutPlan(payment: PaymentFact, earlierOf: ReturnType<typeof samePeriodLookup>): Hit | undefined {
  const { row, contract } = payment;
  if (payment.instalmentUses.length > 0 || row.amountCents <= 0) return undefined;
  const period = statedPeriod(payment);
  if (period === undefined) return undefined;
  const all = earlierOf(payment);
  const used = sumCents(all.map((other) => other.row.amountCents));
  const earlier = all.filter((other) => other.row.amountCents > 0);
  // What came back may be paid anew.
  if (earlier.length === 0 || used <= 0) return undefined;
  return {
    subjects: [ofPayment(payment), ...(contract === undefined ? [] : [ofContract(contract)])],
    figures: {
      periodFromDate: period.from,
      periodToDate: period.to,
      usedCents: used,
      thisCents: row.amountCents,
    },
    // Without a contract two bills of one month may well be two.
    severity: contract === undefined ? "warn" : "block",
    message: `${formatPeriodText(period.from, period.to)}款项已${paidWord(earlier)}（付款单${paymentNos(earlier)}，${yuan(used)}）。`,
    remedy: remedyFor(payment),
  };
}

const paidWord = (earlier: readonly PaymentFact[]): string =>
  earlier.some((other) => other.state === "paid") ? "支付" : "申请支付";

const remedyFor = (payment: PaymentFact): string =>
  payment.isPaid
    ? "请核对是否重复付款，重复的应追回或转作以后期间并调整分摊。"
    : "请改为尚未支付的期间；重复申请的应作废本付款单。";
