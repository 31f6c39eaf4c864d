import { storedRow } from "#shared/history/changedFields.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Row } from "#shared/model/ledger.ts";
import { inChunks } from "./chunks.ts";
import type { ReadableLedger } from "./types.ts";

type Filter = Readonly<{ fiscalYear?: number; withVoided?: boolean }>;

/** Invoices by day and number; of a year means issued in it. */
export async function listInvoices(
  ledger: ReadableLedger,
  { fiscalYear, withVoided = false }: Filter = {},
): Promise<readonly Row<"invoice">[]> {
  let query = ledger.read.selectFrom("invoice").selectAll();
  if (!withVoided) query = query.where("voidedAt", "is", null);
  if (fiscalYear !== undefined) {
    query = query
      .where("issueDate", ">=", isoDate(`${fiscalYear}-01-01`))
      .where("issueDate", "<=", isoDate(`${fiscalYear}-12-31`));
  }
  return query.orderBy("issueDate").orderBy("number").orderBy("id").execute();
}

/** Also finds an invoice that was voided. */
export const findInvoice = (ledger: ReadableLedger, id: Id): Promise<Row<"invoice"> | undefined> =>
  ledger.read.selectFrom("invoice").selectAll().where("id", "=", id).executeTakeFirst();

export const findInvoiceByNumber = (
  ledger: ReadableLedger,
  number: string,
): Promise<Row<"invoice"> | undefined> =>
  ledger.read
    .selectFrom("invoice")
    .selectAll()
    .where("number", "=", number)
    .where("voidedAt", "is", null)
    .executeTakeFirst();

/** The live invoices among these numbers, in no order; any count of numbers. */
export const invoicesByNumbers = (
  ledger: ReadableLedger,
  numbers: readonly string[],
): Promise<readonly Row<"invoice">[]> =>
  inChunks(numbers, (chunk) =>
    ledger.read
      .selectFrom("invoice")
      .selectAll()
      .where("number", "in", chunk)
      .where("voidedAt", "is", null)
      .execute(),
  );

/** Also those that were voided, in no order; any count of ids. */
export const invoicesByIds = (
  ledger: ReadableLedger,
  ids: readonly Id[],
): Promise<readonly Row<"invoice">[]> =>
  inChunks(ids, (chunk) => ledger.read.selectFrom("invoice").selectAll().where("id", "in", chunk).execute());

/** Live red invoices that name this number as their blue one. */
export const redsOfNumber = (ledger: ReadableLedger, number: string): Promise<readonly Row<"invoice">[]> =>
  ledger.read
    .selectFrom("invoice")
    .selectAll()
    .where("blueNumber", "=", number)
    .where("isRed", "=", 1)
    .where("status", "!=", "void")
    .where("voidedAt", "is", null)
    .orderBy("number")
    .execute();

/** The lines of these invoices, those of one invoice together and in order. */
export const invoiceLinesOf = (
  ledger: ReadableLedger,
  invoiceIds: readonly Id[],
): Promise<readonly Row<"invoiceLine">[]> =>
  inChunks(invoiceIds, (chunk) =>
    ledger.read
      .selectFrom("invoiceLine")
      .selectAll()
      .where("invoiceId", "in", chunk)
      .orderBy("invoiceId")
      .orderBy("seq")
      .execute(),
  );

export const invoicesOfBatch = (ledger: ReadableLedger, batchId: Id): Promise<readonly Row<"invoice">[]> =>
  ledger.read
    .selectFrom("invoice")
    .selectAll()
    .where("batchId", "=", batchId)
    .where("voidedAt", "is", null)
    .orderBy("number")
    .execute();

/** Which of these invoices were paid in a year that is closed: their money and their lines do not change any more. */
export const invoicesOfClosedYears = async (
  ledger: ReadableLedger,
  invoiceIds: readonly Id[],
): Promise<ReadonlySet<Id>> => {
  const rows = await inChunks(invoiceIds, (chunk) =>
    ledger.read
      .selectFrom("allocation")
      .innerJoin("payment", "payment.id", "allocation.paymentId")
      .innerJoin("project", "project.id", "payment.projectId")
      .innerJoin("fiscalYear", "fiscalYear.year", "project.fiscalYear")
      .select("allocation.invoiceId")
      .where("allocation.invoiceId", "in", chunk)
      .where("payment.voidedAt", "is", null)
      .where("fiscalYear.state", "=", "closed")
      .execute(),
  );
  return new Set(rows.flatMap(({ invoiceId }) => invoiceId ?? []));
};

/** What the first line of each of these invoices names, or of all. */
export async function goodsOfInvoices(
  ledger: ReadableLedger,
  ids?: readonly Id[],
): Promise<ReadonlyMap<Id, string>> {
  const first = ledger.read.selectFrom("invoiceLine").select(["invoiceId", "goodsName"]).where("seq", "=", 1);
  const rows =
    ids === undefined
      ? await first.execute()
      : await inChunks(ids, (chunk) => first.where("invoiceId", "in", chunk).execute());
  return new Map(rows.map((row) => [row.invoiceId, row.goodsName]));
}

export type VoidedInvoice = Pick<
  Row<"invoice">,
  "id" | "number" | "sellerName" | "issueDate" | "grossCents" | "entry" | "voidedAt" | "voidReason"
>;

/**
 * Invoices of these numbers that somebody took out one by one, in the order of their voiding. The last that the log has of
 * each by itself is its voiding; of one that went with its whole batch it has none, or something before.
 */
export const voidedByHand = async (
  ledger: ReadableLedger,
  numbers: readonly string[],
): Promise<readonly VoidedInvoice[]> => {
  const changes = await inChunks(numbers, (chunk) =>
    ledger.read
      .selectFrom("invoice")
      .innerJoin("changeLog", "changeLog.entityId", "invoice.id")
      .select([
        "invoice.id",
        "invoice.number",
        "invoice.sellerName",
        "invoice.issueDate",
        "invoice.grossCents",
        "invoice.entry",
        "invoice.voidedAt",
        "invoice.voidReason",
        "changeLog.afterJson",
      ])
      .where("invoice.number", "in", chunk)
      .where("invoice.voidedAt", "is not", null)
      .where("changeLog.entity", "=", "invoice")
      .where("changeLog.beforeJson", "is not", null)
      .orderBy("invoice.voidedAt")
      .orderBy("invoice.id")
      .orderBy("changeLog.seq")
      .execute(),
  );
  const last = new Map(changes.map((change) => [change.id, change]));
  return [...last.values()].flatMap(({ afterJson, ...row }) =>
    typeof storedRow(afterJson)["voidedAt"] === "string" ? row : [],
  );
};

/** One of this number that was voided here, the last one; none when it is live. */
export const voidedInvoiceByNumber = (
  ledger: ReadableLedger,
  number: string,
): Promise<Row<"invoice"> | undefined> =>
  ledger.read
    .selectFrom("invoice")
    .selectAll()
    .where("number", "=", number)
    .where("voidedAt", "is not", null)
    .orderBy("voidedAt", "desc")
    .limit(1)
    .executeTakeFirst();

/** Live invoices of a batch that live payments use. Asked by itself: of 100,000 invoices only few are. */
export const usedInvoicesOfBatch = (
  ledger: ReadableLedger,
  batchId: Id,
): Promise<readonly Pick<Row<"invoice">, "id" | "number">[]> =>
  ledger.read
    .selectFrom("invoice")
    .innerJoin("allocation", "allocation.invoiceId", "invoice.id")
    .innerJoin("payment", "payment.id", "allocation.paymentId")
    .select(["invoice.id", "invoice.number"])
    .distinct()
    .where("invoice.batchId", "=", batchId)
    .where("invoice.voidedAt", "is", null)
    .where("payment.voidedAt", "is", null)
    .orderBy("invoice.number")
    .execute();
