import type { paymentRoutes } from "#shared/api/payments.ts";
import type { Desk } from "../desk.ts";
import { checkDraft } from "../payments/checkDraft.ts";
import { getDuties, saveDuties } from "../payments/duties.ts";
import { getPayment } from "../payments/getPayment.ts";
import { countPaymentFindings, listPayments } from "../payments/listPayments.ts";
import { listMovableInvoices } from "../payments/movableInvoices.ts";
import { moveBack } from "../payments/moveBack.ts";
import { exchangeInvoice, offsetAdvance } from "../payments/moveInvoice.ts";
import { proposePayment } from "../payments/proposePayment.ts";
import { proposeRefund } from "../payments/proposeRefund.ts";
import { savePayment, voidPayment } from "../payments/savePayment.ts";
import { takeStep, takeSteps } from "../payments/takeStep.ts";
import { listVoidedPayments } from "../payments/voidedPayments.ts";
import { type Group, onLedger, thenShow } from "./group.ts";

export function paymentHandlers(desk: Desk): Group<typeof paymentRoutes> {
  const on = onLedger(desk);
  return {
    "payments.list": on((context, scope) => listPayments(context, scope)),
    "payments.findingCounts": on(countPaymentFindings),
    "payments.listVoided": on(listVoidedPayments),
    "payments.get": on((context, { id }) => getPayment(context, id)),
    "payments.propose": on(proposePayment),
    "payments.proposeRefund": on(proposeRefund),
    "payments.checkDraft": on(checkDraft),
    "payments.save": on(thenShow(savePayment, getPayment)),
    "payments.step": on(thenShow(takeStep, getPayment)),
    "payments.stepMany": on(takeSteps),
    "payments.movableInvoices": on(listMovableInvoices),
    "payments.exchangeInvoice": on(thenShow(exchangeInvoice, getPayment)),
    "payments.offsetAdvance": on(thenShow(offsetAdvance, getPayment)),
    "payments.moveBack": on(thenShow(moveBack, getPayment)),
    "payments.duties": on(getDuties),
    "payments.saveDuties": on(thenShow(saveDuties, getDuties)),
    "payments.void": on(thenShow(voidPayment, async () => null)),
  };
}
