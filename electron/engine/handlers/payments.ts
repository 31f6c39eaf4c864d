import type { paymentRoutes } from "#shared/api/payments.ts";
import type { Desk } from "../desk.ts";
import { checkDraft } from "../payments/checkDraft.ts";
import { getPayment } from "../payments/getPayment.ts";
import { listPayments } from "../payments/listPayments.ts";
import { proposePayment } from "../payments/proposePayment.ts";
import { savePayment, voidPayment } from "../payments/savePayment.ts";
import { setPaymentState } from "../payments/setPaymentState.ts";
import { type Group, onLedger, thenShow } from "./group.ts";

export function paymentHandlers(desk: Desk): Group<typeof paymentRoutes> {
  const on = onLedger(desk);
  return {
    "payments.list": on((context, scope) => listPayments(context, scope)),
    "payments.get": on((context, { id }) => getPayment(context, id)),
    "payments.propose": on(proposePayment),
    "payments.checkDraft": on(checkDraft),
    "payments.save": on(thenShow(savePayment, getPayment)),
    "payments.setState": on(thenShow(setPaymentState, getPayment)),
    "payments.void": on(thenShow(voidPayment, async () => null)),
  };
}
