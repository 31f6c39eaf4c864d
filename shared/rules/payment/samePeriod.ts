import { type IsoDate, monthsBetween } from "../../kernel/dates.ts";
import { plainName } from "../../text/plainName.ts";
import type { ContractFact } from "../contractFacts.ts";
import type { Facts } from "../facts.ts";
import { type Groups, groupBy, lazy } from "../indexing.ts";
import { plainCode } from "../partyNames.ts";
import type { PaymentFact } from "../paymentFacts.ts";
import { remembering } from "../remembering.ts";

type Period = Readonly<{ from: IsoDate; to: IsoDate }>;

export const statedPeriod = ({ row }: PaymentFact): Period | undefined =>
  row.periodFrom === null ? undefined : { from: row.periodFrom, to: row.periodTo ?? row.periodFrom };

/**
 * Earlier payments for days of the same 所属期: of the same contract, budget line and payee, or, where there is no
 * contract, of the same line and payee. Only where something is paid by the month or quarter; refunds are among them.
 */
export function samePeriodLookup(facts: Facts): (payment: PaymentFact) => readonly PaymentFact[] {
  const ofContract = remembering((contract: ContractFact) => byMonth(facts.paymentsOfContract.of(contract)));
  const free = lazy(() => {
    const purchases = facts.payments.filter(
      (payment) => payment.contract === undefined && isPeriodic(payment),
    );
    const groups = groupBy(purchases, sameThing);
    return remembering((key: string) => byMonth(groups.of(key)));
  });
  return (payment) => {
    const period = statedPeriod(payment);
    if (period === undefined || !isPeriodic(payment)) return [];
    const thing = sameThing(payment);
    const near = payment.contract === undefined ? free()(thing) : ofContract(payment.contract);
    const found = new Set<PaymentFact>();
    for (const month of monthsBetween(period.from, period.to)) {
      for (const other of near.of(month)) {
        if (other.order >= payment.order || sameThing(other) !== thing) continue;
        if (overlaps(statedPeriod(other), period)) found.add(other);
      }
    }
    return [...found].toSorted((a, b) => a.order - b.order);
  };
}

const overlaps = (one: Period | undefined, other: Period): boolean =>
  one !== undefined && one.from <= other.to && one.to >= other.from;

const sameThing = ({ row, lineUse }: PaymentFact): string =>
  `${lineUse?.of.id ?? ""} ${row.vendorId ?? (plainCode(row.payeeTaxId) || plainName(row.payeeName))}`;

function isPeriodic({ contract, lineUse }: PaymentFact): boolean {
  const kind = contract === undefined ? lineUse?.of.payMode : contract.row.kind;
  return kind === "monthly" || kind === "quarterly";
}

/** So that a long list is not compared each with each. */
function byMonth(payments: readonly PaymentFact[]): Groups<string, PaymentFact> {
  const placed = payments.flatMap((payment) => {
    const period = statedPeriod(payment);
    if (period === undefined) return [];
    return monthsBetween(period.from, period.to).map((month) => ({ month: month as string, payment }));
  });
  const groups = groupBy(placed, ({ month }) => month);
  return { of: (month) => groups.of(month).map(({ payment }) => payment) };
}
