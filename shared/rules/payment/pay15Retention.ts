import {
  addCents,
  type Cents,
  maxCents,
  minCents,
  subtractCents,
  sumCents,
  zeroCents,
} from "../../kernel/cents.ts";
import { daysBetween, formatDateText, type IsoDate } from "../../kernel/dates.ts";
import { roundedShare } from "../../schedule/spread.ts";
import type { ContractFact, InstalmentFact } from "../contractFacts.ts";
import type { Facts } from "../facts.ts";
import type { PaymentFact } from "../paymentFacts.ts";
import { defineRule, type Hit } from "../rule.ts";
import { ofContract, ofInstalment, ofPayment, yuan } from "../words.ts";

export const pay15Retention = defineRule({
  id: "PAY-15",
  name: "质保金未扣留/提前退还",
  area: "付款",
  severity: "warn",
  description: "合同约定了质保金，质保期满前的付款使留下的金额少于应留质保金；或质保金期次在应退日之前支付。",
  basis: "合同约定的质量保证金；工程质保金不超过结算价款的百分之三",
  reads: ["contract", "supplement", "instalment", "payment", "allocation"],
  params: {},
  check: (facts, _params, { payments }) => {
    const asked = new Set(payments);
    const contracts = new Set<ContractFact>();
    for (const payment of payments) for (const use of payment.contractUses) contracts.add(use.of);
    return [...contracts]
      .filter(hasRetention)
      .flatMap((contract) => [
        ...keptTooLittle(facts, contract).filter(({ payment }) => asked.has(payment)),
        ...releasedEarly(facts, contract).filter(({ payment }) => asked.has(payment)),
      ])
      .map(({ hit }) => hit);
  },
});

type PaymentHit = Readonly<{ payment: PaymentFact; hit: Hit }>;

const hasRetention = (contract: ContractFact): boolean =>
  contract.row.retentionBp > 0 || contract.instalments.some(({ row }) => row.kind === "retention");

const retentionInstalments = (contract: ContractFact): readonly InstalmentFact[] =>
  contract.instalments.filter(({ row }) => row.kind === "retention");

function releaseDay(contract: ContractFact): IsoDate | null {
  const [first] = retentionInstalments(contract);
  return contract.row.releaseDate ?? first?.row.earliestDate ?? null;
}

/** Payment by payment, in their order, what is paid of all that is not the retention. */
function keptTooLittle(facts: Facts, contract: ContractFact): readonly PaymentHit[] {
  const sum = contract.sumCents;
  if (sum === null || contract.row.retentionBp === 0) return [];
  const retention = roundedShare(sum, contract.row.retentionBp);
  const limit = subtractCents(sum, retention);
  const release = releaseDay(contract);
  const hits: PaymentHit[] = [];
  let total: Cents = zeroCents;
  for (const { payment, use } of facts.usesOfContract.of(contract)) {
    const cents = subtractCents(use.cents, retentionPart(payment, contract));
    const before = total;
    total = addCents(total, cents);
    const isDue = release !== null && payment.payDate >= release;
    if (cents <= 0 || total <= limit || isDue) continue;
    const kept = maxCents(zeroCents, subtractCents(sum, total));
    const mostCents = maxCents(zeroCents, subtractCents(limit, before));
    hits.push({
      payment,
      hit: {
        subjects: [ofPayment(payment), ofContract(contract)],
        figures: { retentionCents: retention, keptCents: kept, contractCents: sum, totalCents: total },
        message: `应留质保金${yuan(retention)}，本次付款后累计已付${yuan(total)}，只留${yuan(kept)}。`,
        remedy: payment.isPaid
          ? "请向收款方收回少留的质保金，或在下一期付款中扣留。"
          : `请扣留质保金，本次最多付${yuan(minCents(cents, mostCents))}；质保金在期满后另行支付。`,
        aspect: "kept",
      },
    });
  }
  return hits;
}

const retentionPart = (payment: PaymentFact, contract: ContractFact): Cents =>
  sumCents(
    payment.instalmentUses
      .filter(({ of }) => of.row.kind === "retention" && of.contract === contract)
      .map((use) => use.cents),
  );

function releasedEarly(facts: Facts, contract: ContractFact): readonly PaymentHit[] {
  const release = releaseDay(contract);
  if (release === null) return [];
  return retentionInstalments(contract).flatMap((instalment) =>
    facts.usesOfInstalment
      .of(instalment)
      .filter(({ payment, use }) => use.cents > 0 && payment.payDate < release)
      .map(({ payment, use }) => ({
        payment,
        hit: {
          subjects: [ofPayment(payment), ofInstalment(instalment), ofContract(contract)],
          figures: {
            releaseDate: release,
            [payment.isPaid ? "paidDate" : "asOfDate"]: payment.payDate,
            amountCents: use.cents,
          },
          message: `质保金${yuan(use.cents)}应于${formatDateText(release)}退还，提前${daysBetween(payment.payDate, release)}天。`,
          remedy: payment.isPaid
            ? "请说明提前退还的依据；没有依据的，收回至质保期满。"
            : `请在${formatDateText(release)}及以后、质保期内无问题时退还。`,
          aspect: "early",
        },
      })),
  );
}
