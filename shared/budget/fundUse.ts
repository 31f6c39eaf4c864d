import {
  addCents,
  type Cents,
  cents,
  minCents,
  subtractCents,
  sumCents,
  zeroCents,
} from "../kernel/cents.ts";
import { compareText } from "../kernel/compareText.ts";
import type { Id } from "../kernel/id.ts";
import type { Facts } from "../rules/facts.ts";
import type { PaymentFact } from "../rules/paymentFacts.ts";
import { fundingAmount } from "./funding.ts";
import { budgetSettings, type CarryOverOrder } from "./settings.ts";

export const fundKinds = ["carryOver", "currentAppropriation", "other"] as const;
export type FundKind = (typeof fundKinds)[number];

export const fundNames: Readonly<Record<FundKind, string>> = {
  carryOver: "上年结转",
  currentAppropriation: "当年财政拨款",
  other: "其他资金",
};

/** One source of the year's money, with what the payments so far took of it. */
export type FundSource = Readonly<{ kind: FundKind; amountCents: Cents; usedCents: Cents; leftCents: Cents }>;

/** What one payment took of each source; `beyondCents` is what no source had any more. Together they are the payment. */
export type FundPart = Readonly<{
  payment: PaymentFact;
  cents: Readonly<Record<FundKind, Cents>>;
  beyondCents: Cents;
}>;

export type FundUse = Readonly<{
  order: CarryOverOrder;
  /** In the order in which they are used. */
  sources: readonly FundSource[];
  /** Paid beyond all sources. */
  beyondCents: Cents;
  /** In the order in which they were paid. */
  parts: readonly FundPart[];
}>;

const inUse: Readonly<Record<CarryOverOrder, readonly FundKind[]>> = {
  first: ["carryOver", "currentAppropriation", "other"],
  last: ["currentAppropriation", "other", "carryOver"],
};

type Amounts = Readonly<Record<FundKind, Cents>>;
type Split = Readonly<{ cents: Amounts; beyondCents: Cents }>;

/** So many 分 in all, taken from one source after the other. */
export function splitFunds(totalCents: Cents, amounts: Amounts, order: CarryOverOrder): Split {
  const taken: Record<FundKind, Cents> = {
    carryOver: zeroCents,
    currentAppropriation: zeroCents,
    other: zeroCents,
  };
  let left = totalCents;
  for (const kind of inUse[order]) {
    taken[kind] = minCents(amounts[kind], cents(Math.max(0, left)));
    left = subtractCents(left, taken[kind]);
  }
  return { cents: taken, beyondCents: left };
}

/**
 * Which source each payment of a project was paid from, up to the day of the facts: one source after the other, 上年结转
 * first or last as the office chose. Nobody writes that down payment by payment, so each takes what the sum of all up to
 * it takes more than the sum before it; a refund gives back what was taken last.
 */
export function fundUse(
  facts: Facts,
  projectId: Id,
  order = budgetSettings(facts.rows.setting).carryOver,
): FundUse {
  const amounts = fundAmounts(facts, projectId);
  const paid = facts.payments
    .filter((payment) => payment.isPaid && payment.row.projectId === projectId)
    .toSorted(
      (a, b) =>
        compareText(a.payDate, b.payDate) ||
        compareText(a.row.paymentNo, b.row.paymentNo) ||
        a.order - b.order,
    );
  const parts: FundPart[] = [];
  let before = splitFunds(zeroCents, amounts, order);
  let sum = zeroCents;
  for (const payment of paid) {
    sum = addCents(sum, payment.row.amountCents);
    const after = splitFunds(sum, amounts, order);
    parts.push({
      payment,
      cents: {
        carryOver: subtractCents(after.cents.carryOver, before.cents.carryOver),
        currentAppropriation: subtractCents(
          after.cents.currentAppropriation,
          before.cents.currentAppropriation,
        ),
        other: subtractCents(after.cents.other, before.cents.other),
      },
      beyondCents: subtractCents(after.beyondCents, before.beyondCents),
    });
    before = after;
  }
  const used = splitFunds(sumCents(paid.map(({ row }) => row.amountCents)), amounts, order);
  return {
    order,
    sources: inUse[order].map((kind) => ({
      kind,
      amountCents: amounts[kind],
      usedCents: used.cents[kind],
      leftCents: subtractCents(amounts[kind], used.cents[kind]),
    })),
    beyondCents: used.beyondCents,
    parts,
  };
}

/** A project that put down no source has its whole budget from this year's appropriation. */
function fundAmounts(facts: Facts, projectId: Id): Amounts {
  const sources = facts.budget.fundingOf(projectId);
  const of = (kind: FundKind) => fundingAmount(sources, "annual", kind) ?? zeroCents;
  const amounts = {
    carryOver: of("carryOver"),
    currentAppropriation: of("currentAppropriation"),
    other: of("other"),
  };
  const isGiven = fundKinds.some((kind) => amounts[kind] > 0);
  return isGiven ? amounts : { ...amounts, currentAppropriation: facts.budget.annualCents(projectId) };
}
