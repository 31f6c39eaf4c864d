import type { KnownInvoice } from "#shared/invoices/compareInvoice.ts";
import type { InvoiceDraft } from "#shared/invoices/invoiceDraft.ts";
import type { IsoDate } from "#shared/kernel/dates.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Invoice, InvoiceLine } from "#shared/model/invoice.ts";
import { type OwnUnits, ownUnitsOf } from "#shared/rules/partyNames.ts";
import { listBatches } from "../store/batches.ts";
import { invoiceLinesOf, invoicesByNumbers } from "../store/invoices.ts";
import { listOwnUnitNames, listOwnUnits } from "../store/office.ts";
import { allocationsOfInvoices } from "../store/payments.ts";
import { listProjects } from "../store/projects.ts";
import type { ReadableLedger } from "../store/types.ts";
import { lastChangeSeq } from "./lastChangeSeq.ts";

/** What the ledger knows that bears on the invoices of a file. */
export type KnownFacts = Readonly<{
  knownByNumber: ReadonlyMap<string, KnownInvoice>;
  /** Whether a number is in the ledger or in the file. */
  isKnown: (number: string) => boolean;
  /** Whether a live payment uses the invoice. */
  isAllocated: (invoiceId: Id) => boolean;
  /** The day an invoice was imported; `null` when it was typed in. */
  enteredOn: (invoice: Invoice) => string | null;
  ownUnits: OwnUnits;
  earliestStart: IsoDate | undefined;
  ledgerSeq: number;
}>;

export async function readKnownFacts(
  ledger: ReadableLedger,
  drafts: readonly InvoiceDraft[],
): Promise<KnownFacts> {
  const ledgerSeq = await lastChangeSeq(ledger);
  const numbers = new Set(drafts.map(({ number }) => number));
  const rows = await invoicesByNumbers(ledger, [...numbers]);
  const linesOf = await readLines(ledger, drafts, rows);
  const allocated = new Set(
    (
      await allocationsOfInvoices(
        ledger,
        rows.map(({ id }) => id),
      )
    ).map((row) => row.invoiceId),
  );
  const batches = new Map(
    (await listBatches(ledger)).map((batch) => [batch.id, batch.importedAt.slice(0, 10)]),
  );
  const starts = (await listProjects(ledger)).flatMap(({ startDate }) =>
    startDate === null ? [] : [startDate],
  );
  const elsewhere = await otherBlueNumbers(ledger, drafts, numbers);
  return {
    knownByNumber: new Map(
      rows.map((invoice) => [invoice.number, { invoice, lines: linesOf.get(invoice.id) ?? [] }]),
    ),
    isKnown: (number) => numbers.has(number) || elsewhere.has(number),
    isAllocated: (invoiceId) => allocated.has(invoiceId),
    enteredOn: ({ batchId }) => (batchId === null ? null : (batches.get(batchId) ?? null)),
    ownUnits: ownUnitsOf(await listOwnUnits(ledger), await listOwnUnitNames(ledger)),
    earliestStart: starts.toSorted()[0],
    ledgerSeq,
  };
}

/** Lines are compared only where the file has some; a long list of known invoices without need is not read. */
async function readLines(
  ledger: ReadableLedger,
  drafts: readonly InvoiceDraft[],
  rows: readonly Invoice[],
): Promise<ReadonlyMap<Id, readonly InvoiceLine[]>> {
  const withLines = new Set(drafts.flatMap(({ number, lines }) => (lines === undefined ? [] : [number])));
  const wanted = rows.filter(({ number }) => withLines.has(number)).map(({ id }) => id);
  const byInvoice = new Map<Id, InvoiceLine[]>();
  for (const line of await invoiceLinesOf(ledger, wanted)) {
    const lines = byInvoice.get(line.invoiceId);
    if (lines === undefined) byInvoice.set(line.invoiceId, [line]);
    else lines.push(line);
  }
  return byInvoice;
}

/** Which of the invoices that red ones take back are in the ledger though not in the file. */
async function otherBlueNumbers(
  ledger: ReadableLedger,
  drafts: readonly InvoiceDraft[],
  numbers: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  const blue = drafts.flatMap(({ blueNumber }) =>
    blueNumber === null || numbers.has(blueNumber) ? [] : [blueNumber],
  );
  return new Set((await invoicesByNumbers(ledger, blue)).map(({ number }) => number));
}
