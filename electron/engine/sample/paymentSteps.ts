import { addDays } from "#shared/kernel/dates.ts";
import type { Row } from "#shared/model/ledger.ts";
import { payments } from "./payments.ts";
import { sampleId } from "./rows.ts";

type Payment = Row<"payment">;
type Step = Pick<Row<"paymentStep">, "action" | "by" | "at" | "opinion">;

/** Steps are taken in the morning, one after the other: hours of UTC. */
const at = (day: string, hour: number): string => `${day}T${String(hour).padStart(2, "0")}:15:00Z`;

/** What led each payment to where it stands: handed in and reviewed on one day, approved on the next. */
function stepsOf(payment: Payment): readonly Step[] {
  const { state, requestedOn, paidOn, handledBy, reviewedBy, approvedBy, voidedAt, voidReason } = payment;
  const steps: Step[] = [];
  if (state !== "draft") steps.push({ action: "submit", by: handledBy, at: at(requestedOn, 1), opinion: "" });
  if (reviewedBy !== "")
    steps.push({ action: "review", by: reviewedBy, at: at(requestedOn, 3), opinion: "票据齐全。" });
  if (approvedBy !== "")
    steps.push({ action: "approve", by: approvedBy, at: at(approvalDay(payment), 1), opinion: "同意支付。" });
  if (state === "paid" && paidOn !== null)
    steps.push({ action: "pay", by: handledBy, at: at(paidOn, 6), opinion: "" });
  if (voidedAt !== null)
    steps.push({ action: "void", by: handledBy, at: voidedAt, opinion: voidReason ?? "" });
  return steps;
}

const approvalDay = ({ requestedOn, paidOn }: Payment): string => {
  const next = addDays(requestedOn, 1);
  return paidOn !== null && paidOn < next ? paidOn : next;
};

export const paymentSteps: readonly Row<"paymentStep">[] = payments.flatMap((payment) =>
  stepsOf(payment).map((step, index) => ({
    id: sampleId(`step-${payment.paymentNo}-${index + 1}`),
    paymentId: payment.id,
    seq: index + 1,
    ...step,
    findingsJson: null,
  })),
);
