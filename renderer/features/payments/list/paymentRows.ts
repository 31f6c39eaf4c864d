import type { PaymentRow } from "#shared/api/payments.ts";
import { type Cents, cents } from "#shared/kernel/cents.ts";
import { type Payment, paymentStates } from "#shared/model/payment.ts";

export type PaymentFilter = "all" | Payment["state"] | "void";

const stateOf = ({ state, voidedAt }: PaymentRow): Exclude<PaymentFilter, "all"> =>
  voidedAt === null ? state : "void";

export const filterPayments = (
  payments: readonly PaymentRow[],
  filter: PaymentFilter,
): readonly PaymentRow[] =>
  payments.filter((payment) => (filter === "all" ? payment.voidedAt === null : stateOf(payment) === filter));

export type FilterCount = Readonly<{ filter: PaymentFilter; count: number }>;

/** How many payments are in each state; void ones only where there are any. */
export function stateCounts(payments: readonly PaymentRow[]): readonly FilterCount[] {
  const counts = new Map<PaymentFilter, number>();
  for (const payment of payments) counts.set(stateOf(payment), (counts.get(stateOf(payment)) ?? 0) + 1);
  const voided = counts.get("void") ?? 0;
  return [
    { filter: "all", count: payments.length - voided },
    ...paymentStates.map((state) => ({ filter: state, count: counts.get(state) ?? 0 })),
    ...(voided === 0 ? [] : [{ filter: "void" as const, count: voided }]),
  ];
}

/** What of the payment no allocation explains yet. */
export const unallocatedCents = ({ amountCents, allocatedCents }: PaymentRow): Cents =>
  cents(amountCents - allocatedCents);

/** The payment a link asks for, by id or by number. */
export const findPayment = (
  payments: readonly PaymentRow[],
  wanted: Readonly<{ id: string | null; no: string | null }>,
): PaymentRow | undefined =>
  wanted.id === null && wanted.no === null
    ? undefined
    : payments.find(({ id, paymentNo }) => id === wanted.id || paymentNo === wanted.no);
