import type { Id } from "#shared/kernel/id.ts";
import type { Row } from "#shared/model/ledger.ts";
import { inChunks } from "./chunks.ts";
import type { ReadableLedger } from "./types.ts";

type Filter = Readonly<{ projectId?: Id; withVoided?: boolean }>;

/** Payments by the day of their request, of one project or of all. */
export async function listPayments(
  ledger: ReadableLedger,
  { projectId, withVoided = false }: Filter = {},
): Promise<readonly Row<"payment">[]> {
  let query = ledger.read.selectFrom("payment").selectAll();
  if (!withVoided) query = query.where("voidedAt", "is", null);
  if (projectId !== undefined) query = query.where("projectId", "=", projectId);
  return query.orderBy("requestedOn").orderBy("paymentNo").orderBy("id").execute();
}

/** Also finds a payment that was voided. */
export const findPayment = (ledger: ReadableLedger, id: Id): Promise<Row<"payment"> | undefined> =>
  ledger.read.selectFrom("payment").selectAll().where("id", "=", id).executeTakeFirst();

export const findPaymentByNo = (
  ledger: ReadableLedger,
  paymentNo: string,
): Promise<Row<"payment"> | undefined> =>
  ledger.read
    .selectFrom("payment")
    .selectAll()
    .where("paymentNo", "=", paymentNo)
    .where("voidedAt", "is", null)
    .executeTakeFirst();

/** 流转: the steps of one payment in their order. */
export const stepsOf = (ledger: ReadableLedger, paymentId: Id): Promise<readonly Row<"paymentStep">[]> =>
  ledger.read
    .selectFrom("paymentStep")
    .selectAll()
    .where("paymentId", "=", paymentId)
    .orderBy("seq")
    .execute();

/** The number of the last step of each payment that has one. */
export async function lastStepSeqs(
  ledger: ReadableLedger,
  paymentIds: readonly Id[],
): Promise<ReadonlyMap<Id, number>> {
  const rows = await inChunks(paymentIds, (chunk) =>
    ledger.read
      .selectFrom("paymentStep")
      .select((it) => ["paymentId", it.fn.max("seq").as("seq")])
      .where("paymentId", "in", chunk)
      .groupBy("paymentId")
      .execute(),
  );
  return new Map(rows.map(({ paymentId, seq }) => [paymentId, seq]));
}

/** The live refunds of a payment. */
export const refundsOf = (ledger: ReadableLedger, paymentId: Id): Promise<readonly Row<"payment">[]> =>
  ledger.read
    .selectFrom("payment")
    .selectAll()
    .where("refundOfId", "=", paymentId)
    .where("voidedAt", "is", null)
    .orderBy("paymentNo")
    .execute();

/** The payments that an import registered and that are live. */
export const paymentsOfBatch = (ledger: ReadableLedger, batchId: Id): Promise<readonly Row<"payment">[]> =>
  ledger.read
    .selectFrom("payment")
    .selectAll()
    .where("batchId", "=", batchId)
    .where("voidedAt", "is", null)
    .orderBy("paymentNo")
    .execute();

/** Payments that were voided, the latest first. */
export const listVoided = (ledger: ReadableLedger): Promise<readonly Row<"payment">[]> =>
  ledger.read
    .selectFrom("payment")
    .selectAll()
    .where("voidedAt", "is not", null)
    .orderBy("voidedAt", "desc")
    .orderBy("paymentNo", "desc")
    .execute();

/** The allocations of many payments, live or void. */
export const allocationsOfPayments = (
  ledger: ReadableLedger,
  paymentIds: readonly Id[],
): Promise<readonly Row<"allocation">[]> =>
  inChunks(paymentIds, (chunk) =>
    ledger.read.selectFrom("allocation").selectAll().where("paymentId", "in", chunk).orderBy("id").execute(),
  );

/** The allocations of one payment, whether it is void or not. */
export const allocationsOf = (ledger: ReadableLedger, paymentId: Id): Promise<readonly Row<"allocation">[]> =>
  ledger.read.selectFrom("allocation").selectAll().where("paymentId", "=", paymentId).orderBy("id").execute();

/** Allocations of live payments that settle these invoices. */
export const allocationsOfInvoices = (
  ledger: ReadableLedger,
  invoiceIds: readonly Id[],
): Promise<readonly Row<"allocation">[]> =>
  inChunks(invoiceIds, (chunk) =>
    ledger.read
      .selectFrom("allocation")
      .innerJoin("payment", "payment.id", "allocation.paymentId")
      .selectAll("allocation")
      .where("allocation.invoiceId", "in", chunk)
      .where("payment.voidedAt", "is", null)
      .execute(),
  );

/** Allocations of live payments that settle these instalments. */
export const allocationsOfInstalments = (
  ledger: ReadableLedger,
  instalmentIds: readonly Id[],
): Promise<readonly Row<"allocation">[]> =>
  inChunks(instalmentIds, (chunk) =>
    ledger.read
      .selectFrom("allocation")
      .innerJoin("payment", "payment.id", "allocation.paymentId")
      .selectAll("allocation")
      .where("allocation.instalmentId", "in", chunk)
      .where("payment.voidedAt", "is", null)
      .execute(),
  );

export const listApprovals = (ledger: ReadableLedger): Promise<readonly Row<"approval">[]> =>
  ledger.read
    .selectFrom("approval")
    .selectAll()
    .where("voidedAt", "is", null)
    .orderBy("approvedOn")
    .orderBy("id")
    .execute();
