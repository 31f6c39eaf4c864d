import { addCents, cents, formatBp, ratioBp, subtractCents, sumCents } from "../../kernel/cents.ts";
import { daysBetween } from "../../kernel/dates.ts";
import type { Facts } from "../facts.ts";
import type { PaymentFact } from "../paymentFacts.ts";
import { defineRule, type Hit } from "../rule.ts";
import { ofContract, ofPayment, yuan } from "../words.ts";

export const pay12Advance = defineRule({
  id: "PAY-12",
  name: "预付款超比例/未冲销",
  area: "付款",
  severity: "warn",
  description: "预付款累计超过合同金额的规定比例，或付出后超过规定天数仍没有取得发票冲销。",
  basis: "预付款一般不超过合同金额的百分之三十；往来款应及时清理（比例和天数由各单位规定）",
  reads: ["payment", "allocation", "contract", "supplement"],
  params: {
    limitBp: { label: "预付款占合同的上限", kind: "bp", default: 3_000, confirmed: false },
    openDays: { label: "预付后应冲销的天数", kind: "days", default: 90, confirmed: false },
  },
  check: (facts, { limitBp, openDays }, { payments }) =>
    payments
      .filter(({ row }) => row.isAdvance === 1 && row.amountCents > 0)
      .flatMap((payment) => [...tooMuch(facts, payment, limitBp), ...tooLong(facts, payment, openDays)]),
});

function tooMuch(facts: Facts, payment: PaymentFact, limitBp: number): readonly Hit[] {
  const { contract } = payment;
  const sum = contract?.sumCents ?? null;
  if (contract === undefined || sum === null || sum === 0) return [];
  const earlier = facts.paymentsOfContract
    .of(contract)
    .filter((other) => other.row.isAdvance === 1 && other.order < payment.order)
    .map((other) => other.row.amountCents);
  const advanced = addCents(payment.row.amountCents, ...earlier);
  if (BigInt(advanced) * 10_000n <= BigInt(sum) * BigInt(limitBp)) return [];
  const bp = ratioBp(advanced, sum) ?? 0;
  return [
    {
      subjects: [ofPayment(payment), ofContract(contract)],
      figures: { advanceCents: advanced, contractCents: sum, ratioBp: bp, limitBp },
      message: `预付比例${formatBp(bp)}，超过${formatBp(limitBp)}。`,
      remedy: "请核对合同约定的预付比例；超过的应说明依据或减少预付。",
      aspect: "ratio",
    },
  ];
}

function tooLong(facts: Facts, payment: PaymentFact, openDays: number): readonly Hit[] {
  if (!payment.isPaid) return [];
  const days = daysBetween(payment.payDate, facts.asOf);
  const offset = sumCents(payment.invoiceUses.map((use) => use.cents));
  const open = subtractCents(payment.row.amountCents, offset);
  if (days <= openDays || open <= 0) return [];
  return [
    {
      subjects: [ofPayment(payment)],
      figures: { openCents: open, offsetCents: cents(offset), paidDate: payment.payDate, openDays: days },
      message: `预付款${yuan(open)}已${days}天未冲销。`,
      remedy: "请催收发票并关联到本付款单；合同不再履行的，追回预付款。",
      aspect: "age",
    },
  ];
}
