import { daysBetween } from "../../kernel/dates.ts";
import { heldCents } from "../../payments/free.ts";
import type { ContractFact, InstalmentFact } from "../contractFacts.ts";
import type { Facts } from "../facts.ts";
import { hitsIn } from "../looking.ts";
import type { PaymentFact } from "../paymentFacts.ts";
import { remembering } from "../remembering.ts";
import { defineRule, type Hit } from "../rule.ts";
import { instalmentName, ofContract, ofInstalment, ofPayment, yuan } from "../words.ts";

export const pay04Skipped = defineRule({
  id: "PAY-04",
  name: "跳期/漏付",
  area: "付款",
  severity: "warn",
  description:
    "较早的一期到了付款日还没有付款，后面的期次已经申请或支付；或一期过了付款期限规定天数仍未付款（应付中小企业的见 PAY-13）。" +
    "付出后全部退回的、只有放了超过这些天数的草稿的，都算没有付款。",
  basis: "合同约定的付款顺序和期限",
  reads: ["payment", "allocation", "instalment", "contract"],
  params: { lateDays: { label: "过期多少天未付算漏付", kind: "days", default: 30, confirmed: false } },
  check: (facts, { lateDays }, { payments, contracts }) => {
    // Every payment of a contract looks through what nobody paid of it.
    const untouchedOf = remembering((contract: ContractFact) =>
      contract.instalments.filter((instalment) => isUntouched(facts, instalment, lateDays)),
    );
    const late = contracts
      // What is owed to a small or medium enterprise for too long is PAY-13.
      .filter(({ row, vendor }) => row.state === "active" && vendor?.isSmallOrMedium !== 1)
      .flatMap(untouchedOf);
    return [
      ...hitsIn(payments, (payment) => skippedBy(payment, untouchedOf)),
      ...hitsIn(late, (instalment) => forgotten(facts, instalment, lateDays)),
    ];
  },
});

/** Whether nobody paid or asks for an instalment, or all of it came back. A draft that lies about does not. */
const isUntouched = (facts: Facts, instalment: InstalmentFact, lateDays: number): boolean =>
  instalment.payableCents > 0 &&
  heldCents(facts.usesOfInstalment.of(instalment), {
    by: "asked",
    except: (payment) =>
      payment.state === "draft" && daysBetween(payment.row.requestedOn, facts.asOf) > lateDays,
  }) <= 0;

/** The first instalment that was payable before the earliest one of the payment, and that nobody paid. */
function skippedBy(
  payment: PaymentFact,
  untouchedOf: (contract: ContractFact) => readonly InstalmentFact[],
): Hit | undefined {
  const paid = payment.instalmentUses.find((use) => use.cents > 0 && use.of.row.kind === "regular");
  if (paid === undefined) return undefined;
  const { row, contract } = paid.of;
  const first = untouchedOf(contract).find(
    (other) =>
      other.row.kind === "regular" &&
      other.row.rentalId === row.rentalId &&
      other.row.periodTo < row.periodFrom &&
      other.row.earliestDate !== null &&
      other.row.earliestDate <= payment.payDate,
  );
  if (first === undefined) return undefined;
  return {
    subjects: [ofPayment(payment), ofInstalment(first), ofInstalment(paid.of), ofContract(contract)],
    figures: { skippedSeq: first.row.seq, paidSeq: row.seq, skippedCents: first.payableCents },
    message: `第${first.row.seq}期（${instalmentName(first.row)}）尚未支付，已申请第${row.seq}期（${instalmentName(row)}）。`,
    remedy: "请先支付较早的一期，或说明未付的原因。",
  };
}

function forgotten(facts: Facts, instalment: InstalmentFact, lateDays: number): Hit | undefined {
  const { row, contract } = instalment;
  if (row.kind !== "regular" || row.dueDate === null || row.dueDate >= facts.asOf) return undefined;
  const late = daysBetween(row.dueDate, facts.asOf);
  if (late <= lateDays) return undefined;
  return {
    subjects: [ofInstalment(instalment), ofContract(contract)],
    figures: { dueDate: row.dueDate, payableCents: instalment.payableCents, lateDays: late },
    message: `第${row.seq}期（${instalmentName(row)}）${yuan(instalment.payableCents)}已过付款期限${late}天，尚未支付。`,
    remedy: "请核对是否漏付：未付的尽快办理，已付的请把付款分摊到该期。",
  };
}
