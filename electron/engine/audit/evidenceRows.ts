import type { Id } from "#shared/kernel/id.ts";
import type { Row } from "#shared/model/ledger.ts";
import { inChunks } from "../store/chunks.ts";
import { allocationsOf, findPayment } from "../store/payments.ts";
import type { ReadableLedger } from "../store/types.ts";

/** All that stands behind one payment, void or not, as rows of the ledger. */
export type EvidenceRows = Readonly<{
  payment: Row<"payment">;
  steps: readonly Row<"paymentStep">[];
  allocations: readonly Row<"allocation">[];
  refunds: readonly Row<"payment">[];
  invoices: readonly Row<"invoice">[];
  invoiceLines: readonly Row<"invoiceLine">[];
  instalments: readonly Row<"instalment">[];
  contracts: readonly Row<"contract">[];
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
  const allocations = await allocationsOf(ledger, id);
  const { read } = ledger;
  const { instalments, invoices } = await ledger.readTogether({
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
  });
  const contractIds = [
    ...new Set([...idsOf([payment], "contractId"), ...instalments.map((row) => row.contractId)]),
  ];
  const papers = await ledger.readTogether({
    contracts: read.selectFrom("contract").selectAll().where("id", "in", contractIds).orderBy("contractNo"),
    steps: read.selectFrom("paymentStep").selectAll().where("paymentId", "=", id).orderBy("seq"),
    refunds: read.selectFrom("payment").selectAll().where("refundOfId", "=", id).orderBy("requestedOn"),
    invoiceLines: read
      .selectFrom("invoiceLine")
      .selectAll()
      .where("invoiceId", "in", ids(invoices))
      .orderBy("invoiceId")
      .orderBy("seq"),
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
          on("paymentId", "=", id),
          on("contractId", "in", contractIds),
          on.and([on("projectId", "=", payment.projectId), on("contractId", "is", null)]),
        ]),
      )
      .where("voidedAt", "is", null)
      .orderBy("approvedOn"),
  });
  const acceptances = papers.acceptances.filter((row) => concerns(row, instalments, payment));
  const owners = {
    payments: [id],
    contracts: contractIds,
    supplements: ids(papers.supplements),
    invoices: ids(invoices),
    acceptances: ids(acceptances),
    approvals: ids(papers.approvals),
  };
  const changed = [id, ...ids(allocations), ...ids(invoices), ...ids(instalments), ...contractIds];
  return {
    ...{ payment, allocations, invoices, instalments },
    ...papers,
    acceptances,
    attachments: await attachmentsOf(ledger, owners),
    changes: await changesOf(ledger, [...changed, ...ids(acceptances), ...ids(papers.approvals)]),
  };
}

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

type Owners = Readonly<{
  payments: readonly Id[];
  contracts: readonly Id[];
  supplements: readonly Id[];
  invoices: readonly Id[];
  acceptances: readonly Id[];
  approvals: readonly Id[];
}>;

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
    .where("voidedAt", "is", null)
    .orderBy("addedAt")
    .orderBy("id")
    .execute();

const changesOf = (ledger: ReadableLedger, wanted: readonly Id[]): Promise<readonly Row<"changeLog">[]> =>
  inChunks(wanted, (chunk) =>
    ledger.read.selectFrom("changeLog").selectAll().where("entityId", "in", chunk).orderBy("seq").execute(),
  ).then((rows) => rows.toSorted((a, b) => a.seq - b.seq));
