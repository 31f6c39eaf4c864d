import { toInvoice, toInvoiceLine } from "#shared/invoices/toInvoice.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { ImportBatch, ImportRow, Invoice, InvoiceLine } from "#shared/model/invoice.ts";
import { vendorNamesOf } from "#shared/rules/partyNames.ts";
import { linkWaitingPapers } from "../papers/linkWaiting.ts";
import { pause } from "../pause.ts";
import { insertRows } from "../store/bulk.ts";
import { lastChange } from "../store/changeLog.ts";
import { newId } from "../store/newId.ts";
import { insertRow, updateRow } from "../store/rows.ts";
import type { WritableLedger } from "../store/types.ts";
import { listVendorNames, listVendors } from "../store/vendors.ts";
import type { ImportContext } from "./importContext.ts";
import { BlockedImport, ledgerMoved, staleError } from "./importErrors.ts";
import { importRow, untakenRows } from "./importRows.ts";
import { sheetsToKeep } from "./keptReading.ts";
import { type PlannedInvoice, planImport } from "./planImport.ts";
import type { PreparedImport } from "./preparedImport.ts";
import { wholeImport } from "./previewImport.ts";
import { rememberSource, sourceOfHead } from "./rememberedSources.ts";
import { replaceLines, type UndoState } from "./undoState.ts";

export type CommitOptions = Readonly<{
  /** Numbers of new or changed invoices that are not to be taken. */
  leaveOut?: readonly string[];
  /** Keeps what the columns are under this name, for the next list with the same titles. */
  rememberAs?: string | null;
}>;

/**
 * Imports what was shown, in one transaction: new invoices with their lines, changes, and what became of each. Fails
 * with `refused` (a `BlockedImport`) when the file contradicts itself, `conflict` when the ledger has changed so that the outcome would be
 * another.
 */
export async function commitImport(
  context: ImportContext,
  shown: PreparedImport,
  { leaveOut = [], rememberAs = null }: CommitOptions = {},
): Promise<ImportBatch> {
  if (shown.ledgerPath !== context.ledger.path) throw staleError("预览之后换了账本");
  if (shown.preview.isBlocked) throw new BlockedImport(shown);
  const prepared = await readAsNeeded(context, shown, rememberAs);
  const { preview, file } = prepared;
  return context.write(`导入发票：${file.fileName}`, async (tx) => {
    const invoices = await currentInvoices(tx, prepared, context);
    const left = new Set(leaveOut);
    const taken = invoices.filter(({ draft }) => !left.has(draft.number));
    const of = (result: PlannedInvoice["outcome"]["result"]) =>
      taken.filter(({ outcome }) => outcome.result === result);
    const [fresh, changed] = [of("new"), of("changed")];
    const { counts } = preview;
    const batch = await insertRow(tx, "importBatch", {
      id: newId(),
      kind: "invoices",
      source: rememberAs?.trim() || preview.source,
      fileName: file.fileName,
      fileHash: file.fileHash,
      sheetsJson: sheetsToKeep(prepared),
      rowCount: counts.rows,
      newCount: fresh.length,
      unchangedCount: counts.unchanged + (counts.new - fresh.length) + (counts.changed - changed.length),
      changedCount: changed.length,
      conflictCount: counts.conflict,
      rejectedCount: counts.rejected,
      importedAt: context.clock.now(),
      importedBy: context.officer,
    });
    if (rememberAs !== null && rememberAs.trim() !== "")
      for (const head of file.parsed.heads)
        await rememberSource(tx, sourceOfHead(head, rememberAs.trim(), context.clock.now()));
    await insertInvoices(tx, context, batch.id, fresh);
    await linkWaitingPapers(tx);
    const changedRows: ImportRow[] = [];
    for (const planned of changed) changedRows.push(await changeInvoice(tx, batch.id, planned));
    await insertRows(tx, "importRow", [...changedRows, ...untakenRows(batch.id, prepared, invoices, left)]);
    return batch;
  });
}

/** Of a file that was not read again the columns are not known, nor how it stands to a ledger that has moved on. */
async function readAsNeeded(
  context: ImportContext,
  shown: PreparedImport,
  rememberAs: string | null,
): Promise<PreparedImport> {
  const isStill = (await lastChange(context.ledger)) === shown.plan.ledgerSeq;
  return isStill && rememberAs === null ? shown : wholeImport(context, shown);
}

/** The plan that was shown, or a new one when something was written since; it must come to the same. */
async function currentInvoices(
  tx: WritableLedger,
  { plan, file, repeats }: PreparedImport,
  { clock }: ImportContext,
): Promise<readonly PlannedInvoice[]> {
  if ((await lastChange(tx)) === plan.ledgerSeq) return plan.invoices;
  if (repeats !== null) throw ledgerMoved();
  const now = await planImport(tx, file.parsed, { today: clock.today() });
  const isSame = now.invoices.every(({ outcome }, index) => {
    const shown = plan.invoices[index]?.outcome;
    return JSON.stringify(outcome) === JSON.stringify(shown);
  });
  if (!isSame) throw ledgerMoved();
  return now.invoices;
}

/** Invoices built into rows at a time: a long list is not held twice, and the officer hears how far it is. */
const chunkSize = 1_000;

async function insertInvoices(
  tx: WritableLedger,
  { signal, progress }: ImportContext,
  batchId: Id,
  planned: readonly PlannedInvoice[],
): Promise<void> {
  const vendors = vendorNamesOf(await listVendors(tx), await listVendorNames(tx));
  for (let from = 0; from < planned.length; from += chunkSize) {
    progress({ done: from, total: planned.length, note: "写入账本" });
    const invoices: Invoice[] = [];
    const lines: InvoiceLine[] = [];
    const rows: ImportRow[] = [];
    for (const { draft } of planned.slice(from, from + chunkSize)) {
      const { sellerTaxId = "", sellerName = "", issueDate } = draft.stated;
      const vendorId = vendors.find(sellerTaxId, sellerName, issueDate)?.id ?? null;
      const invoice = toInvoice(draft, { id: newId(), batchId, vendorId });
      invoices.push(invoice);
      rows.push(importRow(batchId, draft, { result: "new", invoiceId: invoice.id }));
      for (const [index, line] of (draft.lines ?? []).entries()) {
        lines.push(toInvoiceLine(line, { id: newId(), invoiceId: invoice.id, seq: index + 1 }));
      }
    }
    await insertRows(tx, "invoice", invoices, { signal });
    await insertRows(tx, "invoiceLine", lines, { signal });
    await insertRows(tx, "importRow", rows, { signal });
    await pause(signal);
  }
}

async function changeInvoice(
  tx: WritableLedger,
  batchId: Id,
  { draft, before, outcome }: PlannedInvoice,
): Promise<ImportRow> {
  if (before === undefined || outcome.result !== "changed") throw new Error("not a changed invoice");
  const { invoice, lines } = before;
  await updateRow(tx, "invoice", invoice.id, outcome.patch);
  const undo: UndoState = {
    invoice,
    after: outcome.patch,
    ...(outcome.replacesLines ? { lines } : {}),
  };
  if (outcome.replacesLines) {
    const rows = (draft.lines ?? []).map((line, index) =>
      toInvoiceLine(line, { id: newId(), invoiceId: invoice.id, seq: index + 1 }),
    );
    await replaceLines(tx, lines, rows);
  }
  const message = outcome.changes
    .map(({ label, before: old, after }) => `${label}：${old || "空"} → ${after}`)
    .join("；");
  return {
    ...importRow(batchId, draft, { result: "changed", invoiceId: invoice.id }),
    message,
    beforeJson: JSON.stringify(undo),
  };
}
