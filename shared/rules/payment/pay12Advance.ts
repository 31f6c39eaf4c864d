import {
  type Cents,
  formatBp,
  maxCents,
  minCents,
  ratioBp,
  subtractCents,
  sumCents,
  zeroCents,
} from "../../kernel/cents.ts";
import { daysBetween } from "../../kernel/dates.ts";
import { type Advances, advancesOf } from "../../payments/openAdvance.ts";
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
  check: (facts, { limitBp, openDays }, { payments }) => {
    const asked = payments.filter(isAdvance);
    if (asked.length === 0) return [];
    const known: Known = { facts, advances: advancesOf(facts) };
    return asked.flatMap((payment) => [
      ...tooMuch(known, payment, limitBp),
      ...tooLong(known, payment, openDays),
    ]);
  },
});

type Known = Readonly<{ facts: Facts; advances: Advances }>;

const isAdvance = ({ row }: PaymentFact): boolean => row.isAdvance === 1 && row.amountCents > 0;

function tooMuch(known: Known, payment: PaymentFact, limitBp: number): readonly Hit[] {
  const { facts } = known;
  return payment.contractUses.flatMap(({ of: contract }) => {
    const sum = contract.sumCents;
    if (sum === null || sum === 0) return [];
    const advanced = advancedBy(known, contract, (other) => other.order <= payment.order);
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

function tooLong(known: Known, payment: PaymentFact, openDays: number): readonly Hit[] {
  if (!payment.isPaid) return [];
  const days = daysBetween(payment.payDate, known.facts.asOf);
  if (days <= openDays) return [];
  const open = openOf(known, payment);
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

/** What neither an invoice, a refund nor the work done since answers for; work answers for the earliest advance first. */
function openOf({ facts, advances }: Known, payment: PaymentFact): Cents {
  const open = advances.openCents(payment);
  const { contract } = payment;
  if (contract === undefined || open <= 0) return open;
  const { offsetCents } = advanceOf(facts, contract);
  const before = advancedBy(
    { facts, advances },
    contract,
    (other) => other.isPaid && other.order < payment.order,
  );
  const work = subtractCents(offsetCents, minCents(offsetCents, before));
  return minCents(open, maxCents(zeroCents, subtractCents(advances.keptCents(payment), work)));
}

/** What some advances gave to a contract and did not get back. */
const advancedBy = (
  { facts, advances }: Known,
  contract: ContractFact,
  isMeant: (advance: PaymentFact) => boolean,
): Cents =>
  sumCents(
    facts.usesOfContract
      .of(contract)
      .map(({ payment }) => payment)
      .filter((payment) => isAdvance(payment) && isMeant(payment))
      .flatMap((payment) => [payment, ...advances.refundsOf(payment)])
      .flatMap(({ contractUses }) =>
        contractUses.filter(({ of }) => of === contract).map((use) => use.cents),
      ),
  );
