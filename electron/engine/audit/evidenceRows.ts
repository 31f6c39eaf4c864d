import { columnOfParent, ownHistories } from "#shared/history/references.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Row, TableName } from "#shared/model/ledger.ts";
import { allocationsOf, findPayment } from "../store/payments.ts";
import { entriesOfRecord, entriesOfRows } from "../store/recordLog.ts";
import type { ReadableLedger } from "../store/types.ts";
import { voidedWith } from "./voidedWith.ts";

/**
 * What one payment rests on, as rows of the ledger: what it settles, whether that is void by now or not; the live papers
 * of all this; and of a payment that was voided also what went with it.
 */
export type EvidenceRows = Readonly<{
  payment: Row<"payment">;
  steps: readonly Row<"paymentStep">[];
  allocations: readonly Row<"allocation">[];
  /** Of a refund: the payment whose money came back. */
  original: Row<"payment"> | null;
  refunds: readonly Row<"payment">[];
  invoices: readonly Row<"invoice">[];
  invoiceLines: readonly Row<"invoiceLine">[];
  instalments: readonly Row<"instalment">[];
  measuredItems: readonly Row<"measuredItem">[];
  rentals: readonly Row<"rental">[];
  /** Quantities and rents that held in the periods paid for. */
  rentalSegments: readonly Row<"rentalSegment">[];
  contracts: readonly Row<"contract">[];
  contractPrices: readonly Row<"contractPrice">[];
  supplements: readonly Row<"supplement">[];
  acceptances: readonly Row<"acceptance">[];
  approvals: readonly Row<"approval">[];
  attachments: readonly Row<"attachment">[];
  changes: readonly Row<"changeLog">[];
}>;

/** `undefined` when there is no such payment. */
export async function evidenceRows(ledger: ReadableLedger, id: Id): Promise<EvidenceRows | undefined> {
  const payment = await findPayment(ledger, id);
  if (payment === undefined) return undefined;
  const settled = await settledRows(ledger, payment);
  const { invoices, instalments } = settled;
  const contractIds = [
    ...new Set([...idsOf([payment], "contractId"), ...instalments.map((row) => row.contractId)]),
  ];
  const paymentIds = [id, ...idsOf([payment], "refundOfId")];
  const wentWithIt = await voidedWith(ledger, payment);
  const counts = (row: Row<"approval"> | Row<"attachment">) => row.voidedAt === null || wentWithIt(row);
  const papers = await papersOf(ledger, { payment, paymentIds, contractIds, instalments });
  const approvals = papers.approvals.filter(counts);
  const acceptances = papers.acceptances.filter((row) => concerns(row, instalments, payment));
  const owners = {
    payments: paymentIds,
    contracts: contractIds,
    supplements: ids(papers.supplements),
    invoices: ids(invoices),
    acceptances: ids(acceptances),
    approvals: ids(approvals),
  };
  const attachments = (await attachmentsOf(ledger, owners)).filter(counts);
  const rentalSegments = papers.rentalSegments.filter((row) => heldWhenPaid(row, instalments));
  const rows = { payment, ...settled, ...papers, acceptances, approvals, attachments, rentalSegments };
  return { ...rows, changes: await changesOf(ledger, rows) };
}

async function settledRows(ledger: ReadableLedger, payment: Row<"payment">) {
  const allocations = await allocationsOf(ledger, payment.id);
  const { read } = ledger;
  const found = await ledger.readTogether({
    instalments: read
      .selectFrom("instalment")
      .selectAll()
      .where("id", "in", idsOf(allocations, "instalmentId"))
      .orderBy("periodFrom"),
    invoices: read
      .selectFrom("invoice")
      .selectAll()
      .where("id", "in", idsOf(allocations, "invoiceId"))
      .orderBy("issueDate")
      .orderBy("number"),
    steps: read.selectFrom("paymentStep").selectAll().where("paymentId", "=", payment.id).orderBy("seq"),
    refunds: read
      .selectFrom("payment")
      .selectAll()
      .where("refundOfId", "=", payment.id)
      .orderBy("requestedOn"),
  });
  const original = payment.refundOfId === null ? undefined : await findPayment(ledger, payment.refundOfId);
  return { ...found, allocations, original: original ?? null };
}

type PaidFor = Readonly<{
  payment: Row<"payment">;
  paymentIds: readonly Id[];
  contractIds: readonly Id[];
  instalments: readonly Row<"instalment">[];
}>;

/** The approvals are void or not. */
const papersOf = (ledger: ReadableLedger, { payment, paymentIds, contractIds, instalments }: PaidFor) => {
  const { read } = ledger;
  return ledger.readTogether({
    contracts: read.selectFrom("contract").selectAll().where("id", "in", contractIds).orderBy("contractNo"),
    contractPrices: read
      .selectFrom("contractPrice")
      .selectAll()
      .where("contractId", "in", contractIds)
      .orderBy("name")
      .orderBy("validFrom"),
    measuredItems: read
      .selectFrom("measuredItem")
      .selectAll()
      .where("instalmentId", "in", ids(instalments))
      .orderBy("instalmentId")
      .orderBy("name"),
    rentals: read
      .selectFrom("rental")
      .selectAll()
      .where("id", "in", idsOf(instalments, "rentalId"))
      .orderBy("name"),
    rentalSegments: read
      .selectFrom("rentalSegment")
      .selectAll()
      .where("rentalId", "in", idsOf(instalments, "rentalId"))
      .orderBy("rentalId")
      .orderBy("validFrom"),
    invoiceLines: read
      .selectFrom("invoiceLine")
      .selectAll("invoiceLine")
      .innerJoin("allocation", "allocation.invoiceId", "invoiceLine.invoiceId")
      .where("allocation.paymentId", "=", payment.id)
      .distinct()
      .orderBy("invoiceLine.invoiceId")
      .orderBy("invoiceLine.seq"),
    supplements: read
      .selectFrom("supplement")
      .selectAll()
      .where("contractId", "in", contractIds)
      .where("voidedAt", "is", null)
      .orderBy("effectiveOn"),
    acceptances: read
      .selectFrom("acceptance")
      .selectAll()
      .where("contractId", "in", contractIds)
      .where("voidedAt", "is", null)
      .orderBy("acceptedOn"),
    approvals: read
      .selectFrom("approval")
      .selectAll()
      .where((on) =>
        on.or([
          on("paymentId", "in", paymentIds),
          on("contractId", "in", contractIds),
          on.and([
            on("projectId", "=", payment.projectId),
            on("contractId", "is", null),
            on("paymentId", "is", null),
          ]),
        ]),
      )
      .orderBy("approvedOn"),
  });
};

const ids = (rows: readonly Readonly<{ id: Id }>[]): readonly Id[] => rows.map((row) => row.id);

const idsOf = <Key extends string>(
  rows: readonly Readonly<Record<Key, Id | null>>[],
  key: Key,
): readonly Id[] => [...new Set(rows.map((row) => row[key]).filter((value) => value !== null))];

/** Acceptances of the instalments paid for, and of the period of the payment. */
const concerns = (
  { instalmentId, periodFrom, periodTo }: Row<"acceptance">,
  instalments: readonly Row<"instalment">[],
  payment: Row<"payment">,
): boolean => {
  if (instalmentId !== null) return instalments.some((row) => row.id === instalmentId);
  const from = payment.periodFrom ?? instalments[0]?.periodFrom;
  const to = payment.periodTo ?? instalments.at(-1)?.periodTo;
  return from === undefined || to === undefined || (periodFrom <= to && periodTo >= from);
};

const heldWhenPaid = (
  { rentalId, validFrom, validTo }: Row<"rentalSegment">,
  instalments: readonly Row<"instalment">[],
): boolean =>
  instalments.some(
    (row) =>
      row.rentalId === rentalId &&
      validFrom <= row.periodTo &&
      (validTo === null || validTo >= row.periodFrom),
  );

type Owners = Readonly<{
  payments: readonly Id[];
  contracts: readonly Id[];
  supplements: readonly Id[];
  invoices: readonly Id[];
  acceptances: readonly Id[];
  approvals: readonly Id[];
}>;

/** Void or not. */
const attachmentsOf = (ledger: ReadableLedger, owners: Owners): Promise<readonly Row<"attachment">[]> =>
  ledger.read
    .selectFrom("attachment")
    .selectAll()
    .where((on) =>
      on.or([
        on("paymentId", "in", owners.payments),
        on("contractId", "in", owners.contracts),
        on("supplementId", "in", owners.supplements),
        on("invoiceId", "in", owners.invoices),
        on("acceptanceId", "in", owners.acceptances),
        on("approvalId", "in", owners.approvals),
      ]),
    )
    .orderBy("addedAt")
    .orderBy("id")
    .execute();

/** What happened to the payment with all its parts and its import, and to what it rests on. */
async function changesOf(
  ledger: ReadableLedger,
  rows: Omit<EvidenceRows, "changes">,
): Promise<readonly Row<"changeLog">[]> {
  const entity = "payment";
  const entries = [
    ...(await entriesOfRecord(ledger, {
      ...{ entity, id: rows.payment.id, column: columnOfParent(entity), notParts: ownHistories },
      limit: Number.MAX_SAFE_INTEGER,
    })),
  ];
  const others: Partial<Record<TableName, readonly Readonly<{ id: Id }>[]>> = {
    payment: rows.original === null ? [] : [rows.original],
    invoice: rows.invoices,
    instalment: rows.instalments,
    measuredItem: rows.measuredItems,
    rentalSegment: rows.rentalSegments,
    contract: rows.contracts,
    contractPrice: rows.contractPrices,
    supplement: rows.supplements,
    acceptance: rows.acceptances,
    approval: rows.approvals,
  };
  for (const [table, of] of Object.entries(others) as [TableName, readonly Readonly<{ id: Id }>[]][])
    entries.push(...(await entriesOfRows(ledger, table, ids(of))));
  return [...new Map(entries.map((entry) => [entry.seq, entry])).values()].toSorted((a, b) => a.seq - b.seq);
}
