import { compareText } from "../kernel/compareText.ts";
import type { IsoDate } from "../kernel/dates.ts";
import type { Payment } from "../model/payment.ts";

/** A payment as a day saw it, with what it is ordered by. */
export type Placed = Readonly<{
  row: Payment;
  /** A payment paid later was still only approved. */
  state: Payment["state"];
  /** The day it was paid; for all others the day asked for, as if it were paid now. */
  payDate: IsoDate;
  rank: number;
  day: string;
}>;

/** With its place among all: refunds, then paid, approved, pending and drafted payments, each in the order of their days. */
export type Ordered = Pick<Placed, "row" | "state" | "payDate"> & Readonly<{ order: number }>;

const ranks = { paid: 1, approved: 2, pending: 3, draft: 4 } as const;

/** `undefined` for a payment that did not exist yet on `asOf`. */
export function place(row: Payment, asOf: IsoDate): Placed | undefined {
  const wasRequested = row.requestedOn <= asOf;
  const paidOn = row.paidOn ?? row.requestedOn;
  const isPaid = row.state === "paid" && paidOn <= asOf;
  if (!wasRequested && !isPaid) return undefined;
  const state = row.state === "paid" && !isPaid ? "approved" : row.state;
  // Money that came back counts before everything else: an excess that was refunded is mended.
  const rank = row.amountCents < 0 && isPaid ? 0 : ranks[state];
  return { row, state, payDate: isPaid ? paidOn : asOf, rank, day: isPaid ? paidOn : row.requestedOn };
}

export const comparePlaced = (a: Placed, b: Placed): number =>
  a.rank - b.rank ||
  compareText(a.day, b.day) ||
  compareText(a.row.paymentNo, b.row.paymentNo) ||
  compareText(a.row.id, b.row.id);

/** The payments that existed on `asOf`, in order. */
export function inOrder(payments: readonly Payment[], asOf: IsoDate): readonly Ordered[] {
  const placed: Placed[] = [];
  for (const row of payments) {
    const there = place(row, asOf);
    if (there !== undefined) placed.push(there);
  }
  return placed.sort(comparePlaced).map(({ row, state, payDate }, order) => ({ row, state, payDate, order }));
}

/** An order between two neighbours (`undefined` at an end of the list); none when there is no room left between them. */
export function orderBetween(before: number | undefined, after: number | undefined): number | undefined {
  if (before === undefined) return after === undefined ? 0 : after - 1;
  if (after === undefined) return before + 1;
  const middle = (before + after) / 2;
  return before < middle && middle < after ? middle : undefined;
}
