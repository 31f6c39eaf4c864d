import { sumCents } from "#shared/kernel/cents.ts";
import { type ImportChoice, keyOf, type PlannedRow, planRows } from "#shared/payments/import/planRows.ts";
import type { PaymentEntry, PaymentImportPreview, RowResult } from "#shared/payments/import/preview.ts";
import type { RefusedRow } from "#shared/payments/import/readRow.ts";
import type { Facts } from "#shared/rules/facts.ts";
import type { Context } from "../../context.ts";
import { batchesOfFile } from "../../store/batches.ts";
import { lastChange } from "../../store/changeLog.ts";
import { newId } from "../../store/newId.ts";
import { type PaymentFile, readPaymentFile } from "./readPaymentFile.ts";

/** A file that was read and compared with the ledger, ready to be imported as it was shown. */
export type PreparedPayments = Readonly<{
  preview: PaymentImportPreview;
  file: PaymentFile;
  choice: ImportChoice;
  plan: readonly PlannedRow[];
  ledgerPath: string;
  /** The last entry of the change log that the plan was made on. */
  ledgerSeq: number;
}>;

/** Reads a file and says what importing it would do. Writes nothing. Fails with `bad-file`, `cancelled`. */
export async function previewPayments(
  context: Context,
  path: string,
  choice: ImportChoice,
): Promise<PreparedPayments> {
  const file = await readPaymentFile(path, {
    signal: context.signal,
    onProgress: (part) => context.progress({ done: Math.floor(part * 90), total: 100, note: "读取文件" }),
  });
  context.progress({ done: 90, total: 100, note: "与账本比较" });
  return prepare(context, file, choice);
}

/** The same file with another choice about it or about single rows; a preview of its own. */
export const choosePayments = (
  context: Context,
  { file }: PreparedPayments,
  choice: ImportChoice,
): Promise<PreparedPayments> => prepare(context, file, choice);

async function prepare(context: Context, file: PaymentFile, choice: ImportChoice): Promise<PreparedPayments> {
  const { ledger } = context;
  // First: what is written from here on must be noticed.
  const ledgerSeq = await lastChange(ledger);
  const plan = planFile(await context.facts(), file, choice);
  const [earlier] = await batchesOfFile(ledger, file.fileHash);
  return {
    preview: toPreview(file, plan, choice, earlier?.importedAt.slice(0, 10)),
    file,
    choice,
    plan,
    ledgerPath: ledger.path,
    ledgerSeq,
  };
}

/** What the import does to the ledger as it stands: the one plan of preview and commit. */
export const planFile = (
  facts: Facts,
  { sheets }: PaymentFile,
  choice: ImportChoice,
): readonly PlannedRow[] =>
  planRows(
    facts,
    sheets.flatMap(({ rows }) => rows),
    choice,
  );

export const isTaken = (row: PlannedRow): boolean =>
  (row.result === "new" || row.result === "changed") && !row.isLeftOut;

function toPreview(
  { fileName, sheets }: PaymentFile,
  plan: readonly PlannedRow[],
  { state }: ImportChoice,
  earlier: string | undefined,
): PaymentImportPreview {
  const refused = sheets.flatMap((sheet) => sheet.refused);
  const entries = [...plan.map(entryOf), ...refused.map(refusedEntry)];
  const count = (result: RowResult): number => entries.filter((entry) => entry.result === result).length;
  return {
    id: newId(),
    fileName,
    state,
    sheets: sheets.map(({ name, header, isList }) => ({
      name,
      headerRow: header?.rowNo ?? 0,
      isList,
      columns: header?.columns.map(({ title, field }) => ({ title, field })) ?? [],
    })),
    counts: {
      rows: entries.length,
      new: count("new"),
      unchanged: count("unchanged"),
      changed: count("changed"),
      conflict: count("conflict"),
      rejected: count("rejected"),
    },
    takenCents: sumCents(
      plan.filter((row) => row.result === "new" && isTaken(row)).map(({ row }) => row.amountCents),
    ),
    entries,
    earlier: earlier === undefined ? "" : `这个文件已于${earlier}导入过。`,
  };
}

function entryOf(planned: PlannedRow): PaymentEntry {
  const { row, key, result, message } = planned;
  const known = "before" in planned ? planned.before : undefined;
  return {
    key,
    sheet: row.sheet,
    row: row.rowNo,
    result,
    message,
    paymentNo: known?.paymentNo ?? row.paymentNo,
    voucherNo: row.voucherNo,
    day: row.day,
    payeeName: row.payeeName,
    amountCents: row.amountCents,
    purpose: row.purpose,
    contractNo: row.contractNo,
    budgetLineName: planned.result === "new" ? (planned.found.line?.name ?? "") : row.budgetLine,
    invoiceNumbers: row.invoices,
    instalmentLabels: planned.result === "new" ? planned.labels : [],
    changes: planned.result === "changed" ? planned.changes : [],
    canTakeAsNew: planned.result === "conflict" && planned.canTakeAsNew,
    isLeftOut: "isLeftOut" in planned && planned.isLeftOut,
  };
}

const refusedEntry = (refused: RefusedRow): PaymentEntry => ({
  key: keyOf(refused),
  sheet: refused.sheet,
  row: refused.rowNo,
  result: "rejected",
  message: refused.message,
  paymentNo: "",
  voucherNo: "",
  day: null,
  payeeName: refused.cells.filter((text) => text !== "").join("　"),
  amountCents: null,
  purpose: "",
  contractNo: "",
  budgetLineName: "",
  invoiceNumbers: [],
  instalmentLabels: [],
  changes: [],
  canTakeAsNew: false,
  isLeftOut: false,
});
