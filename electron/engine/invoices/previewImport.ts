import type { ParsedFile } from "#shared/invoices/parseInvoices.ts";
import type {
  ImportCounts,
  ImportIssue,
  ImportPreview,
  PreviewEntry,
  RowResult,
} from "#shared/invoices/preview.ts";
import { batchesOfFile } from "../store/batches.ts";
import { newId } from "../store/newId.ts";
import type { ImportContext } from "./importContext.ts";
import type { ImportAsk, InvoiceFile, ListSource } from "./invoiceFile.ts";
import { readListHints } from "./listHints.ts";
import type { KeptList } from "./listRows.ts";
import { type ImportPlan, newInvoice, type PlannedInvoice, planImport } from "./planImport.ts";
import { readInvoiceFile } from "./readInvoiceFile.ts";
import { ruleIssues } from "./ruleIssues.ts";

/** A file that was read and compared with the ledger, ready to be imported as it was shown. */
export type PreparedImport = Readonly<{
  preview: ImportPreview;
  file: InvoiceFile;
  plan: ImportPlan;
  ledgerPath: string;
  source: ListSource;
  ask: ImportAsk;
  /** The rows of the list, when they are few enough. */
  kept: KeptList | undefined;
}>;

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
  const { ledger, clock, signal, progress } = context;
  const onProgress = (part: number) =>
    progress({ done: Math.floor(part * 90), total: 100, note: "读取文件" });
  const hints = await readListHints(ledger);
  const { file, kept } = await readInvoiceFile(source, { ...ask, hints, signal, onProgress }, before);
  progress({ done: 90, total: 100, note: "与账本比较" });
  const today = clock.today();
  const planned = await planImport(ledger, file.parsed, { today });
  const ruled = await ruleIssues(ledger, file.parsed, planned.invoices, today);
  const plan = { ...planned, issues: united(ruled, planned.issues) };
  const earlier = await batchesOfFile(ledger, file.fileHash);
  const again: readonly ImportIssue[] = earlier.slice(0, 1).map(({ importedAt }) => ({
    sheet: "",
    row: 0,
    column: "",
    ruleId: "IMP-05",
    severity: "hint",
    message: `这个文件已于${importedAt.slice(0, 10)}导入过。`,
  }));
  return { preview: toPreview(file, plan, again), file, plan, ledgerPath: ledger.path, source, ask, kept };
}

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
