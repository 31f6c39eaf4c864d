import {
  addCents,
  type Cents,
  cents,
  formatBp,
  minCents,
  ratioBp,
  subtractCents,
  sumCents,
} from "../../kernel/cents.ts";
import { daysBetween } from "../../kernel/dates.ts";
import { advanceOf } from "../contractAdvance.ts";
import type { ContractFact } from "../contractFacts.ts";
import type { Facts } from "../facts.ts";
import type { PaymentFact } from "../paymentFacts.ts";
import { defineRule, type Hit } from "../rule.ts";
import { ofContract, ofPayment, yuan } from "../words.ts";

export const pay12Advance = defineRule({
  id: "PAY-12",
  name: "预付款超比例/未冲销",
  area: "付款",
  severity: "warn",
  description:
    "尚未冲销的预付款累计超过合同金额的规定比例；或付出后超过规定天数，仍没有取得发票或完成的工作冲销。",
  basis: "预付款一般不超过合同金额的百分之三十；往来款应及时清理（比例和天数由各单位规定）",
  reads: ["payment", "allocation", "contract", "supplement", "instalment", "acceptance"],
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
  return payment.contractUses.flatMap(({ of: contract }) => {
    const sum = contract.sumCents;
    if (sum === null || sum === 0) return [];
    const advanced = sumCents(
      facts.usesOfContract
        .of(contract)
        .filter((other) => other.payment.row.isAdvance === 1 && other.payment.order <= payment.order)
        .map(({ use }) => use.cents),
    );
    // What work has answered for since is no advance any more.
    const { offsetCents } = advanceOf(facts, contract);
    const open = subtractCents(advanced, minCents(advanced, offsetCents));
    if (BigInt(open) * 10_000n <= BigInt(sum) * BigInt(limitBp)) return [];
    const bp = ratioBp(open, sum) ?? 0;
    return {
      subjects: [ofPayment(payment), ofContract(contract)],
      figures: { advanceCents: open, contractCents: sum, ratioBp: bp, limitBp },
      message: `预付比例${formatBp(bp)}，超过${formatBp(limitBp)}（未冲销预付款${yuan(open)}，合同${yuan(sum)}）。`,
      remedy: "请核对合同约定的预付比例；超过的应说明依据或减少预付。",
      aspect: "ratio",
    };
  });
}

function tooLong(facts: Facts, payment: PaymentFact, openDays: number): readonly Hit[] {
  if (!payment.isPaid) return [];
  const days = daysBetween(payment.payDate, facts.asOf);
  if (days <= openDays) return [];
  const invoiced = sumCents(payment.invoiceUses.map((use) => use.cents));
  const open = openOf(facts, payment, invoiced);
  if (open <= 0) return [];
  return [
    {
      subjects: [
        ofPayment(payment),
        ...(payment.contract === undefined ? [] : [ofContract(payment.contract)]),
      ],
      figures: {
        openCents: open,
        offsetCents: subtractCents(payment.row.amountCents, open),
        paidDate: payment.payDate,
        openDays: days,
      },
      message: `预付款${yuan(open)}已${days}天未冲销。`,
      remedy: "请催收发票并关联到本付款单，或完成验收；合同不再履行的，追回预付款。",
      aspect: "age",
    },
  ];
}

/** What neither an invoice nor the work done since answers for; work answers for the earliest advance first. */
function openOf(facts: Facts, payment: PaymentFact, invoiced: Cents): Cents {
  const uninvoiced = subtractCents(payment.row.amountCents, invoiced);
  const { contract } = payment;
  if (contract === undefined || uninvoiced <= 0) return uninvoiced;
  const { offsetCents } = advanceOf(facts, contract);
  const left = subtractCents(offsetCents, minCents(offsetCents, advancedBefore(facts, payment, contract)));
  return minCents(uninvoiced, cents(Math.max(0, payment.row.amountCents - left)));
}

const advancedBefore = (facts: Facts, payment: PaymentFact, contract: ContractFact): Cents =>
  addCents(
    ...facts.usesOfContract
      .of(contract)
      .filter(
        (other) =>
          other.payment.isPaid && other.payment.row.isAdvance === 1 && other.payment.order < payment.order,
      )
      .map(({ use }) => use.cents),
  );
