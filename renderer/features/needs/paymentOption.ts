import type { LinkedPayment } from "#shared/api/needs.ts";
import { formatYuan } from "#shared/kernel/cents.ts";

/** A payment as it is chosen from a list. */
export const paymentOption = ({
  id,
  paymentNo,
  purpose,
  amountCents,
}: LinkedPayment): Readonly<{ value: string; label: string }> => ({
  value: id,
  label: `${paymentNo} ${purpose} ${formatYuan(amountCents)}`,
});
