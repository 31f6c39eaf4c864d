import type { Id } from "#shared/kernel/id.ts";
import type { Row, TableName } from "#shared/model/ledger.ts";
import { inChunks } from "./chunks.ts";
import type { ReadableLedger } from "./types.ts";

/** The column that names the owner, for each kind of record that has papers. */
const ownerColumns = {
  project: "projectId",
  contract: "contractId",
  supplement: "supplementId",
  acceptance: "acceptanceId",
  invoice: "invoiceId",
  approval: "approvalId",
  payment: "paymentId",
} as const satisfies Partial<Record<TableName, keyof Row<"attachment">>>;

export type OwnerColumn = (typeof ownerColumns)[keyof typeof ownerColumns];

const columnOf = (table: TableName): OwnerColumn | undefined =>
  table in ownerColumns ? ownerColumns[table as keyof typeof ownerColumns] : undefined;

/** The live papers behind one record, in the order in which they were added. */
export const attachmentsOf = (
  ledger: ReadableLedger,
  column: OwnerColumn,
  ownerId: Id,
): Promise<readonly Row<"attachment">[]> =>
  ledger.read
    .selectFrom("attachment")
    .selectAll()
    .where(column, "=", ownerId)
    .where("voidedAt", "is", null)
    .orderBy("addedAt")
    .orderBy("fileName")
    .orderBy("id")
    .execute();

/** Also finds one that was voided. */
export const findAttachment = (ledger: ReadableLedger, id: Id): Promise<Row<"attachment"> | undefined> =>
  ledger.read.selectFrom("attachment").selectAll().where("id", "=", id).executeTakeFirst();

/** Which live papers stand behind these rows of a table. */
export async function papersBehind(
  ledger: ReadableLedger,
  table: TableName,
  ids: readonly Id[],
): Promise<readonly Id[]> {
  const column = columnOf(table);
  if (column === undefined) return [];
  const rows = await inChunks(ids, (chunk) =>
    ledger.read
      .selectFrom("attachment")
      .select("id")
      .where(column, "in", chunk)
      .where("voidedAt", "is", null)
      .execute(),
  );
  return rows.map(({ id }) => id);
}

export const findContent = (ledger: ReadableLedger, id: Id): Promise<Row<"attachmentContent"> | undefined> =>
  ledger.read.selectFrom("attachmentContent").selectAll().where("id", "=", id).executeTakeFirst();

/** The content of this hash, where the ledger has it already. */
export const contentIdByHash = async (ledger: ReadableLedger, sha256: string): Promise<Id | undefined> =>
  (
    await ledger.read
      .selectFrom("attachmentContent")
      .select("id")
      .where("sha256", "=", sha256)
      .executeTakeFirst()
  )?.id;

/** The length of all contents as text, with which they stand in a dump. */
export async function contentsLength(ledger: ReadableLedger): Promise<number> {
  const row = await ledger.read
    .selectFrom("attachmentContent")
    .select(({ fn }) => fn.sum<number | null>(fn<number>("octet_length", ["base64"])).as("total"))
    .executeTakeFirst();
  return row?.total ?? 0;
}

/** Live papers that say the number of an invoice and have none yet, the first that came first. */
export const waitingAttachments = (ledger: ReadableLedger): Promise<readonly Row<"attachment">[]> =>
  ledger.read
    .selectFrom("attachment")
    .selectAll()
    .where("invoiceNumber", "is not", null)
    .where("invoiceId", "is", null)
    .where("voidedAt", "is", null)
    .orderBy("addedAt")
    .orderBy("fileName")
    .orderBy("id")
    .execute();

/** Live papers of these invoices that came to them by their number. */
export const attachmentsByNumber = (
  ledger: ReadableLedger,
  invoiceIds: readonly Id[],
): Promise<readonly Row<"attachment">[]> =>
  inChunks(invoiceIds, (chunk) =>
    ledger.read
      .selectFrom("attachment")
      .selectAll()
      .where("invoiceNumber", "is not", null)
      .where("invoiceId", "in", chunk)
      .where("voidedAt", "is", null)
      .execute(),
  );

/** Live papers with the same content. */
export const attachmentsOfContent = (
  ledger: ReadableLedger,
  contentId: Id,
): Promise<readonly Row<"attachment">[]> =>
  ledger.read
    .selectFrom("attachment")
    .selectAll()
    .where("contentId", "=", contentId)
    .where("voidedAt", "is", null)
    .execute();
