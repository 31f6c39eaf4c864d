import type { ParsedFile } from "#shared/invoices/parseInvoices.ts";
import type {
  ImportCounts,
  ImportIssue,
  ImportPreview,
  PreviewEntry,
  RowResult,
} from "#shared/invoices/preview.ts";
import type { ImportBatch } from "#shared/model/invoice.ts";
import { pause } from "../pause.ts";
import { batchesOfFile } from "../store/batches.ts";
import { lastChange } from "../store/changeLog.ts";
import { newId } from "../store/newId.ts";
import type { ImportContext } from "./importContext.ts";
import { ledgerMoved, staleError } from "./importErrors.ts";
import type { ImportAsk, InvoiceFile, ListSource } from "./invoiceFile.ts";
import { readListHints } from "./listHints.ts";
import { hashOf, type KeptList, nameOf } from "./listRows.ts";
import { type ImportPlan, newInvoice, type PlannedInvoice, planImport } from "./planImport.ts";
import type { PreparedImport } from "./preparedImport.ts";
import { readInvoiceFile } from "./readInvoiceFile.ts";
import { readingKey } from "./readingKey.ts";
import { repeatedBatch, shownOf } from "./repeatedFile.ts";
import { ruleIssues } from "./ruleIssues.ts";
import { sourceKind } from "./sourceKind.ts";

/** More issues than this nobody reads; the worst are kept. */
const issueLimit = 2000;

/**
 * Reads a list and says what importing it would do. Writes nothing. `before` is what was shown of it a moment ago: with
 * some cells or columns said anew its rows are not read again. Fails with `bad-file` when there is nothing to import
 * from, `cancelled` when the officer says so.
 */
export async function prepareImport(
  context: ImportContext,
  source: ListSource,
  ask: ImportAsk = {},
  before?: KeptList,
): Promise<PreparedImport> {
  return (await repeatImport(context, source, ask)) ?? readImport(context, source, ask, before);
}

/** An import that had been read to the end was read again in full: what is known of it by its batch is not enough. */
export async function wholeImport(context: ImportContext, prepared: PreparedImport): Promise<PreparedImport> {
  if (prepared.repeats === null) return prepared;
  const { id, counts } = prepared.preview;
  const whole = await readImport(context, prepared.source, prepared.ask);
  if (whole.file.fileHash !== prepared.file.fileHash)
    throw staleError("预览之后文件有改动，导入结果会与预览不同");
  if (JSON.stringify(whole.preview.counts) !== JSON.stringify(counts)) throw ledgerMoved();
  return { ...whole, preview: { ...whole.preview, id } };
}

/** The same file in the same way, all of it in the ledger and untouched since: then nothing is read. */
async function repeatImport(
  { ledger, signal, progress }: ImportContext,
  source: ListSource,
  ask: ImportAsk,
): Promise<PreparedImport | undefined> {
  if ("path" in source && (await sourceKind(source.path)) === "eInvoices") return undefined;
  const ledgerSeq = await lastChange(ledger);
  const fileHash = await hashOf(source);
  const earlier = await batchesOfFile(ledger, fileHash);
  if (earlier.length === 0) return undefined;
  const key = readingKey(fileHash, ask, await readListHints(ledger));
  const turn = async (): Promise<void> => {
    progress({ done: 90, total: 100, note: "与账本比较" });
    await pause(signal);
  };
  const repeated = await repeatedBatch(ledger, earlier, { readingKey: key, turn });
  await turn();
  if (repeated === undefined) return undefined;
  const { batch, reading } = repeated;
  const shown = shownOf(repeated);
  const fileName = nameOf(source);
  const { sheets, totals, issues } = reading;
  const parsed: ParsedFile = {
    source: shown.source,
    sheets,
    totals,
    issues,
    rowCount: batch.rowCount,
    heads: [],
    doubts: [],
    invoices: [],
    clashes: [],
    rejected: [],
    isBlocked: false,
  };
  return {
    preview: {
      ...shown,
      id: newId(),
      isBlocked: false,
      fileName,
      rejected: [],
      issues: worst([...importedBefore(earlier), ...issues]),
    },
    file: { fileName, fileHash, parsed },
    plan: { invoices: [], issues: [], ledgerSeq },
    ledgerPath: ledger.path,
    source,
    ask,
    kept: undefined,
    readingKey: key,
    repeats: batch,
  };
}

async function readImport(
  context: ImportContext,
  source: ListSource,
  ask: ImportAsk,
  before?: KeptList,
): Promise<PreparedImport> {
  const { ledger, clock, signal, progress } = context;
  const onProgress = (part: number) =>
    progress({ done: Math.floor(part * 90), total: 100, note: "读取文件" });
  const hints = await readListHints(ledger);
  const { file, kept } = await readInvoiceFile(source, { ...ask, hints, signal, onProgress }, before);
  const turn = async (part: number) => {
    progress({ done: 90 + Math.floor(part * 10), total: 100, note: "与账本比较" });
    await pause(signal);
  };
  await turn(0);
  const today = clock.today();
  const planned = await planImport(ledger, file.parsed, { today, turn });
  await turn(1);
  const ruled = await ruleIssues(ledger, file.parsed, planned.invoices, today);
  const plan = { ...planned, issues: united(ruled, planned.issues) };
  const earlier = await batchesOfFile(ledger, file.fileHash);
  return {
    preview: toPreview(file, plan, importedBefore(earlier)),
    file,
    plan,
    ledgerPath: ledger.path,
    source,
    ask,
    kept,
    // A folder of XML has no sheets that a batch could say again.
    readingKey: file.parsed.heads.length === 0 ? null : readingKey(file.fileHash, ask, hints),
    repeats: null,
  };
}

const importedBefore = (earlier: readonly ImportBatch[]): readonly ImportIssue[] =>
  earlier.slice(0, 1).map(({ importedAt }) => ({
    sheet: "",
    row: 0,
    column: "",
    ruleId: "IMP-05",
    severity: "hint",
    message: `这个文件已于${importedAt.slice(0, 10)}导入过。`,
  }));

/** The same of a file or a folder. */
export const previewImport = (
  context: ImportContext,
  path: string,
  ask: ImportAsk = {},
): Promise<PreparedImport> => prepareImport(context, { path }, ask);

/** The same of rows copied from Excel or WPS with their header: cells parted by tabs, those with line breaks in quotes. */
export const previewPaste = (
  context: ImportContext,
  text: string | Buffer,
  ask: ImportAsk = {},
): Promise<PreparedImport> =>
  prepareImport(context, { pasted: typeof text === "string" ? Buffer.from(text, "utf8") : text }, ask);

function toPreview(
  { fileName, parsed }: InvoiceFile,
  plan: ImportPlan,
  again: readonly ImportIssue[],
): ImportPreview {
  const clashes = parsed.clashes.map(
    ({ draft, message }): PreviewEntry => ({
      ...entryOf(newInvoice(draft)),
      message,
      result: "conflict",
    }),
  );
  const clashIssues = parsed.clashes.map(
    ({ draft, message }): ImportIssue => ({
      sheet: draft.sheet,
      row: draft.rowNo,
      column: "",
      ruleId: "INV-01",
      severity: "block",
      message,
    }),
  );
  return {
    id: newId(),
    isBlocked: parsed.isBlocked,
    fileName,
    source: parsed.source,
    sheets: parsed.sheets,
    counts: countsOf(
      parsed,
      plan.invoices.map(({ outcome }) => outcome.result),
    ),
    entries: [...plan.invoices.map(entryOf), ...clashes],
    rejected: parsed.rejected,
    totals: parsed.totals,
    issues: worst([...again, ...parsed.issues, ...clashIssues, ...plan.issues]),
  };
}

function entryOf({ draft, outcome, message, shown }: PlannedInvoice): PreviewEntry {
  return {
    sheet: draft.sheet,
    row: draft.rowNo,
    rows: draft.rowNos,
    lineCount: draft.lines?.length ?? 0,
    number: draft.number,
    sellerName: draft.stated.sellerName ?? shown.sellerName,
    issueDate: draft.stated.issueDate,
    grossCents: draft.amounts.gross,
    status: draft.stated.status ?? shown.status,
    isRed: draft.isRed,
    result: outcome.result,
    message,
    changes: "changes" in outcome ? outcome.changes : [],
  };
}

function countsOf(parsed: ParsedFile, results: readonly RowResult[]): ImportCounts {
  const count = (wanted: RowResult): number => results.filter((result) => result === wanted).length;
  return {
    rows: parsed.rowCount,
    new: count("new"),
    unchanged: count("unchanged"),
    changed: count("changed"),
    conflict: count("conflict") + parsed.clashes.length,
    rejected: parsed.isBlocked ? parsed.rowCount : parsed.rejected.length,
  };
}

/** What an invoice tells by itself, as grave as the rules have it, and what else the rules say of it. */
function united(ruled: readonly ImportIssue[], own: readonly ImportIssue[]): readonly ImportIssue[] {
  const sentence = ({ ruleId, message }: ImportIssue): string => `${ruleId} ${message}`;
  const severities = new Map(ruled.map((issue) => [sentence(issue), issue.severity]));
  const said = new Set(own.map(sentence));
  return [
    ...own.map((issue) => ({ ...issue, severity: severities.get(sentence(issue)) ?? issue.severity })),
    ...ruled.filter((issue) => !said.has(sentence(issue))),
  ];
}

const rank = { block: 0, warn: 1, hint: 2 } as const;

function worst(issues: readonly ImportIssue[]): readonly ImportIssue[] {
  if (issues.length <= issueLimit) return issues;
  const kept = issues
    .toSorted((one, other) => rank[one.severity] - rank[other.severity])
    .slice(0, issueLimit);
  const message = `问题太多，只列出最重要的${issueLimit}条，还有${issues.length - issueLimit}条没有列出。`;
  return [...kept, { sheet: "", row: 0, column: "", ruleId: "IMP-06", severity: "hint", message }];
}
