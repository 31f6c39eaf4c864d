import { decide } from "#engine/checks/decisions.ts";
import type { Context } from "#engine/context.ts";
import { getPayment } from "#engine/payments/getPayment.ts";
import { savePayment } from "#engine/payments/savePayment.ts";
import { takeStep } from "#engine/payments/takeStep.ts";
import type { InstalmentView } from "#shared/api/contracts.ts";
import type { IsoDate } from "#shared/kernel/dates.ts";
import type { Id } from "#shared/kernel/id.ts";
import { paymentDraft } from "./drafts.ts";

type Wanted = Readonly<{
  projectId: Id;
  lineId: Id;
  instalment: InstalmentView | undefined;
  /** The whole instalment when it is left out. */
  amountCents?: InstalmentView["amountCents"];
}>;

/** A draft for an instalment, without an invoice. */
export async function ask(
  context: Context,
  { projectId, lineId, instalment, amountCents }: Wanted,
): Promise<Id> {
  if (instalment === undefined) throw new Error("no instalment to pay");
  const amount = amountCents ?? instalment.payableCents;
  const { id: instalmentId, contractId, periodFrom, periodTo } = instalment;
  return savePayment(
    context,
    paymentDraft(projectId, { budgetLineId: lineId, contractId, periodFrom, periodTo, amountCents: amount }, [
      { instalmentId, invoiceId: null, amountCents: amount },
    ]),
  );
}

/** Accepts with a reason all that stands against a payment. */
export async function acceptAll(context: Context, paymentId: Id): Promise<void> {
  const { findings } = await getPayment(context, paymentId);
  for (const { key } of findings.filter((finding) => finding.state === "open"))
    await decide(context, { findingKey: key, action: "accept", reason: "经会议同意", by: "李主任" });
}

/** From 待审 to 已付, with everything that stands against it accepted. */
export async function settle(context: Context, id: Id, paidOn: IsoDate): Promise<void> {
  const step = { id, by: "李主任", opinion: "", paidOn: null };
  await takeStep(context, { ...step, action: "submit" });
  await acceptAll(context, id);
  await takeStep(context, { ...step, action: "approve" });
  await takeStep(context, { ...step, action: "pay", paidOn });
}

export async function pay(context: Context, wanted: Wanted): Promise<Id> {
  const id = await ask(context, wanted);
  await settle(context, id, context.clock.today());
  return id;
}
