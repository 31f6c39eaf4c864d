import { setImmediate as nextTurn } from "node:timers/promises";
import type { InvoiceDraft } from "#shared/invoices/invoiceDraft.ts";
import { toInvoice, toInvoiceLine } from "#shared/invoices/toInvoice.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { ImportBatch, ImportRow, Invoice, InvoiceLine } from "#shared/model/invoice.ts";
import { vendorNamesOf } from "#shared/rules/partyNames.ts";
import { insertRows } from "../store/bulk.ts";
import { newId } from "../store/newId.ts";
import { insertRow, updateRow } from "../store/rows.ts";
import type { WritableLedger } from "../store/types.ts";
import { listVendorNames, listVendors } from "../store/vendors.ts";
import type { ImportContext } from "./importContext.ts";
import { lastChangeSeq } from "./lastChangeSeq.ts";
import { type PlannedInvoice, planImport } from "./planImport.ts";
import type { PreparedImport } from "./previewImport.ts";
import { replaceLines, type UndoState } from "./undoState.ts";

export type CommitOptions = Readonly<{
  /** Numbers of new or changed invoices that are not to be taken. */
  leaveOut?: readonly string[];
}>;

/**
 * Imports what was shown, in one transaction: new invoices with their lines, changes, and what became of each. Fails
 * with `refused` when the file contradicts itself, `conflict` when the ledger has changed so that the outcome would be
 * another.
 */
export async function commitImport(
  context: ImportContext,
  prepared: PreparedImport,
  { leaveOut = [] }: CommitOptions = {},
): Promise<ImportBatch> {
  const { preview, file } = prepared;
  if (prepared.ledgerPath !== context.ledger.path) throw staleError("预览之后换了账本");
  if (preview.isBlocked) throw blockedError(prepared);
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
      source: preview.source,
      fileName: file.fileName,
      fileHash: file.fileHash,
      sheetsJson: JSON.stringify(preview.sheets),
      rowCount: counts.rows,
      newCount: fresh.length,
      unchangedCount: counts.unchanged + (counts.new - fresh.length) + (counts.changed - changed.length),
      changedCount: changed.length,
      conflictCount: counts.conflict,
      rejectedCount: counts.rejected,
      importedAt: context.clock.now(),
      importedBy: context.officer,
    });
    await insertInvoices(tx, context, batch.id, fresh);
    const changedRows: ImportRow[] = [];
    for (const planned of changed) changedRows.push(await changeInvoice(tx, batch.id, planned));
    await insertRows(tx, "importRow", [...changedRows, ...untakenRows(batch.id, prepared, invoices, left)]);
    return batch;
  });
}

/** The plan that was shown, or a new one when something was written since; it must come to the same. */
async function currentInvoices(
  tx: WritableLedger,
  { plan, file }: PreparedImport,
  { clock }: ImportContext,
): Promise<readonly PlannedInvoice[]> {
  if ((await lastChangeSeq(tx)) === plan.ledgerSeq) return plan.invoices;
  const now = await planImport(tx, file.parsed, { today: clock.today() });
  const isSame = now.invoices.every(({ outcome }, index) => {
    const shown = plan.invoices[index]?.outcome;
    return JSON.stringify(outcome) === JSON.stringify(shown);
  });
  if (!isSame) throw staleError("预览之后账本有改动，导入结果会与预览不同");
  return now.invoices;
}

const staleError = (what: string): UserError =>
  new UserError({
    code: "conflict",
    message: `${what}，没有导入。`,
    hint: "请重新选择文件，查看新的预览后再导入。",
  });

function blockedError({ preview, file }: PreparedImport): UserError {
  const [first] = preview.issues.filter(
    ({ ruleId, severity }) => ruleId === "INV-13" && severity === "block",
  );
  return new UserError({
    code: "refused",
    message: `文件“${file.fileName}”没有导入（INV-13）。${first === undefined ? "" : `工作表“${first.sheet}”第${first.row}行：${first.message}`}`,
    hint: "文件前后矛盾，可能被改动过或没有导出完整。请在电子税务局重新导出后再导入。",
    details: { ruleId: "INV-13", fileName: file.fileName },
  });
}

/** Invoices built into rows at a time, so that a long list is not held twice. */
const chunkSize = 5_000;

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
    await nextTurn();
  }
}

async function changeInvoice(
  tx: WritableLedger,
  batchId: Id,
  { draft, known, outcome }: PlannedInvoice,
): Promise<ImportRow> {
  if (known === undefined || outcome.result !== "changed") throw new Error("not a changed invoice");
  const { invoice, lines } = known;
  await updateRow(tx, "invoice", invoice.id, outcome.patch);
  const before: UndoState = {
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
    beforeJson: JSON.stringify(before),
  };
}

type RowOutcome = Readonly<{ result: ImportRow["result"]; invoiceId: Id | null }>;

const importRow = (batchId: Id, draft: InvoiceDraft, { result, invoiceId }: RowOutcome): ImportRow => ({
  id: newId(),
  batchId,
  sheet: draft.sheet,
  rowNo: draft.rowNo,
  number: draft.number,
  result,
  message: "",
  invoiceId,
  beforeJson: null,
  cellsJson: null,
});

/** What was read and not taken: conflicts, refused rows, and what the officer left out. Unchanged ones are counted. */
function untakenRows(
  batchId: Id,
  { file }: PreparedImport,
  invoices: readonly PlannedInvoice[],
  left: ReadonlySet<string>,
): readonly ImportRow[] {
  const conflicts = invoices
    .filter(({ outcome }) => outcome.result === "conflict")
    .map(({ draft, known, message }) => ({
      ...importRow(batchId, draft, { result: "conflict", invoiceId: known?.invoice.id ?? null }),
      message,
    }));
  const clashes = file.parsed.clashes.map(({ draft, message }) => ({
    ...importRow(batchId, draft, { result: "conflict", invoiceId: null }),
    message,
  }));
  const leftOut = invoices
    .filter(
      ({ draft, outcome }) =>
        left.has(draft.number) && (outcome.result === "new" || outcome.result === "changed"),
    )
    .map(({ draft, known }) => ({
      ...importRow(batchId, draft, { result: "unchanged", invoiceId: known?.invoice.id ?? null }),
      message: "没有选取，未导入。",
    }));
  const rejected = file.parsed.rejected.map(({ sheet, row, message, cells }) => ({
    id: newId(),
    batchId,
    sheet,
    rowNo: row,
    number: "",
    result: "rejected" as const,
    message,
    invoiceId: null,
    beforeJson: null,
    cellsJson: JSON.stringify(cells),
  }));
  return [...conflicts, ...clashes, ...leftOut, ...rejected];
}
