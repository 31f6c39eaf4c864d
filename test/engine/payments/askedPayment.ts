import { getPayment } from "#engine/payments/getPayment.ts";
import { takeStep } from "#engine/payments/takeStep.ts";
import type { ApiParsed } from "#shared/api/contract.ts";
import { cents } from "#shared/kernel/cents.ts";
import type { FlowAction } from "#shared/payments/flow.ts";
import { acceptAll, ask } from "#test/engine/support/paying.ts";
import { smallOffice } from "#test/engine/support/smallOffice.ts";
import { testClock } from "#test/engine/support/testClock.ts";

type Step = Partial<ApiParsed<"payments.step">>;

/** A payment of a small office, with what one does to it. */
export async function asked(amount?: number) {
  const clock = testClock();
  const office = await smallOffice(clock);
  const { instalments, contract } = await office.sign();
  const { projectId, lineId, context } = office;
  const amountCents = amount === undefined ? {} : { amountCents: cents(amount) };
  const id = await ask(await context(), { projectId, lineId, instalment: instalments[0], ...amountCents });
  return {
    ...office,
    clock,
    id,
    instalments,
    contractId: contract.id,
    steps: async () => (await getPayment(await context(), id)).steps,
    payment: async () => (await getPayment(await context(), id)).payment,
    step: async (action: FlowAction, changes: Step = {}) =>
      takeStep(await context(), { id, action, by: "李主任", opinion: "请核对", paidOn: null, ...changes }),
    accept: async () => acceptAll(await context(), id),
  };
}
