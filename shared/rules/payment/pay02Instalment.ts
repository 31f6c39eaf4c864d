import { addCents, type Cents, maxCents, subtractCents, sumCents, zeroCents } from "../../kernel/cents.ts";
import type { InstalmentFact } from "../contractFacts.ts";
import type { Facts } from "../facts.ts";
import { hitsInUses } from "../looking.ts";
import type { PaymentFact } from "../paymentFacts.ts";
import { defineRule, type Hit } from "../rule.ts";
import { type Tally, tallySum, type Use } from "../tally.ts";
import { instalmentName, ofContract, ofInstalment, ofPayment, yuan } from "../words.ts";

export const pay02Instalment = defineRule({
  id: "PAY-02",
  name: "超本期应付",
  area: "付款",
  severity: "block",
  description:
    "付款超过该期应付（扣除考核扣款）减去已付、已批和在途后的余额；没有分摊的付款按所属期归到各期。",
  basis: "合同约定的分期付款",
  reads: ["payment", "allocation", "instalment", "acceptance"],
  params: {},
  check: (facts, _params, { payments }) =>
    hitsInUses(
      payments,
      (payment) => payment.instalmentUses,
      (use, payment) =>
        use.cents > 0 && addCents(tallySum(use.before), use.cents) > use.of.payableCents
          ? over(facts, payment, use)
          : undefined,
    ),
});

function over(
  facts: Facts,
  payment: PaymentFact,
  { of: instalment, cents, before }: Use<InstalmentFact>,
): Hit {
  const { payableCents, deductionCents } = instalment;
  const left = maxCents(zeroCents, subtractCents(payableCents, tallySum(before)));
  const excess = subtractCents(cents, left);
  const paid = paidBefore(facts, payment, instalment);
  return {
    subjects: [ofPayment(payment), ofInstalment(instalment), ofContract(instalment.contract)],
    figures: {
      payableCents,
      deductionCents,
      paidCents: paid,
      approvedCents: subtractCents(before.boundCents, paid),
      requestedCents: before.openCents,
      thisCents: cents,
      excessCents: excess,
    },
    message: `${instalmentName(instalment.row)}应付${yuan(payableCents)}${deductionCents > 0 ? `（已扣考核款${yuan(deductionCents)}）` : ""}，${usedWords(paid, before)}，本次${yuan(cents)}超出${yuan(excess)}。`,
    remedy: payment.isPaid
      ? "请核对期次和金额，多付的应追回，或在下一期抵扣并调整分摊。"
      : `本期最多可付${yuan(left)}，请修改付款金额或期次。`,
  };
}

/** Of what binds the instalment, what left the account; the rest is approved only. */
const paidBefore = (facts: Facts, payment: PaymentFact, instalment: InstalmentFact): Cents =>
  sumCents(
    facts.usesOfInstalment
      .of(instalment)
      .filter((other) => other.payment.order < payment.order && other.payment.isPaid)
      .map(({ use }) => use.cents),
  );

function usedWords(paid: Cents, { boundCents, openCents }: Tally): string {
  const approved = subtractCents(boundCents, paid);
  return [
    `已付${yuan(paid)}`,
    ...(approved > 0 ? [`已批未付${yuan(approved)}`] : []),
    ...(openCents > 0 ? [`在途申请${yuan(openCents)}`] : []),
  ].join("、");
}
