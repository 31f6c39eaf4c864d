import {
  addCents,
  type Cents,
  formatYuan,
  minCents,
  multiplyToCents,
  subtractCents,
  sumCents,
} from "../../kernel/cents.ts";
import { daysInMonth, monthOf, yearOf } from "../../kernel/dates.ts";
import {
  type RentalMonth,
  type RentalPart,
  rentalMonth,
  rentalMonthCents,
} from "../../schedule/rentalMonth.ts";
import type { InstalmentFact, RentalFact } from "../contractFacts.ts";
import type { Facts } from "../facts.ts";
import { groupBy } from "../indexing.ts";
import { hitsIn } from "../looking.ts";
import type { PaymentFact } from "../paymentFacts.ts";
import { remembering } from "../remembering.ts";
import { defineRule, type Hit } from "../rule.ts";
import { tallySum, type Use } from "../tally.ts";
import { ofContract, ofPayment, yuan } from "../words.ts";
import { devicesLet } from "./devicesLet.ts";

export const pay07Rental = defineRule({
  id: "PAY-07",
  name: "月租数量/单价不符",
  area: "付款",
  severity: "warn",
  description:
    "月租付款不等于各月数量×单价（按数量/单价段计算，扣除考核扣款）的合计，误差一分以内不计；登记了设备的，在用台数与计租数量不同。",
  basis: "租赁合同约定的数量、单价和租期",
  reads: ["payment", "allocation", "instalment", "rental", "rentalSegment", "device"],
  params: {},
  check: (facts, _params, { payments }) => {
    // Part payments ask for the same month again.
    const dueOf = remembering(dueCentsOf);
    const rented = hitsIn(payments, (payment) =>
      isRight(facts, payment, dueOf) ? undefined : rentalHit(facts, payment),
    );
    if (facts.rows.device.length === 0) return rented;
    const devices = groupBy(facts.rows.device, (row) => row.rentalId);
    return [...rented, ...payments.flatMap((payment) => devicesLet(payment, devices.of))];
  },
});

type Month = Readonly<{ use: Use<InstalmentFact>; due: RentalMonth }>;

/** Most payments are right: nothing is put together for them. */
function isRight(
  facts: Facts,
  payment: PaymentFact,
  dueOf: (instalment: InstalmentFact) => Cents | undefined,
): boolean {
  let difference = 0;
  for (const use of payment.instalmentUses) {
    if (use.cents <= 0 || use.of.row.kind !== "regular") continue;
    const due = dueOf(use.of);
    if (due === undefined) continue;
    difference += settledAfter(facts, payment, use) - (due - use.of.deductionCents);
  }
  return Math.abs(difference) <= 1;
}

function rentalHit(facts: Facts, payment: PaymentFact): Hit | undefined {
  const months = payment.instalmentUses
    .filter((use) => use.cents > 0 && use.of.row.kind === "regular")
    .flatMap((use): readonly Month[] => {
      const due = monthOfRental(use.of, rentalMonth);
      return due === undefined ? [] : [{ use, due }];
    });
  const [first] = months;
  if (first === undefined) return undefined;
  const due = sumCents(
    months.map(({ use, due: month }) => subtractCents(month.amountCents, use.of.deductionCents)),
  );
  const actual = sumCents(months.map((month) => settledAfter(facts, payment, month.use)));
  const difference = subtractCents(actual, due);
  const { contract } = first.use.of;
  const deduction = sumCents(months.map(({ use }) => use.of.deductionCents));
  const deducted = deduction > 0 ? `－扣款${formatYuan(deduction)}` : "";
  return {
    subjects: [ofPayment(payment), ofContract(contract), ...rentalsOf(months)],
    figures: {
      dueCents: due,
      actualCents: actual,
      differenceCents: difference,
      monthCount: months.length,
    },
    message: `应付${explain(months.map((month) => month.due))}${deducted}=${yuan(due)}，实际${yuan(actual)}，差${yuan(difference)}。`,
    remedy:
      difference > 0
        ? "请核对在租数量、单价和租期：租约有变的先登记数量/单价段，没有变的按应付金额付款。"
        : "请核对发票数量和单价；少付部分留待补付的，请说明。",
  };
}

const rentalOf = ({ row, contract }: InstalmentFact): RentalFact | undefined =>
  contract.rentals.find((rental) => rental.row.id === row.rentalId);

const dueCentsOf = (instalment: InstalmentFact): Cents | undefined =>
  monthOfRental(instalment, rentalMonthCents);

function monthOfRental<Month>(
  instalment: InstalmentFact,
  monthIn: (...of: Parameters<typeof rentalMonth>) => Month | undefined,
): Month | undefined {
  const rental = rentalOf(instalment);
  if (rental === undefined) return undefined;
  const { row, contract } = instalment;
  const term = { from: contract.row.startDate, to: contract.endDate };
  return monthIn(rental.row, rental.segments, monthOf(row.periodFrom), term);
}

/**
 * What is settled of the month with this payment. A later payment that adds the rest makes a part payment right; what an
 * earlier one paid too much is not this one's mistake.
 */
function settledAfter(facts: Facts, payment: PaymentFact, use: Use<InstalmentFact>): Cents {
  const before = tallySum(use.before);
  const settled = addCents(before, use.cents);
  const { payableCents } = use.of;
  if (before >= payableCents) return use.cents;
  if (settled >= payableCents) return settled;
  let withLater = settled;
  for (const other of facts.usesOfInstalment.of(use.of))
    if (other.payment.order > payment.order) withLater = addCents(withLater, other.use.cents);
  return minCents(payableCents, withLater);
}

/** "26×85×3" for whole months, "24×85×21/31" for days of one, the different ones joined by a plus. */
function explain(months: readonly RentalMonth[]): string {
  const terms = months.flatMap((month) => month.parts.map((part) => termOfPart(month, part)));
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return [...counts]
    .map(([term, count]) =>
      term === free || (count === 1 && term.includes("/")) ? term : `${term}×${count}`,
    )
    .join("＋");
}

const free = "免租";

function termOfPart(month: RentalMonth, part: RentalPart): string {
  if (part.free) return free;
  const isWhole = multiplyToCents(part.quantity, part.unitPrice) === part.amountCents;
  const days = `×${part.days}/${daysInMonth(yearOf(month.month), Number(month.month.slice(5)))}`;
  return `${part.quantity}×${part.unitPrice}${isWhole ? "" : days}`;
}

function rentalsOf(months: readonly Month[]): Hit["subjects"] {
  const rentals = new Map(months.map(({ use }) => [use.of.row.rentalId, rentalOf(use.of)]));
  return [...rentals.values()]
    .filter((rental) => rental !== undefined)
    .map(({ row }) => ({ kind: "rental", id: row.id, label: row.name }));
}
