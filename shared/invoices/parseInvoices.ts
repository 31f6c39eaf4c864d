import type { CollectedSheet } from "./collectedSheet.ts";
import type { InvoiceDraft } from "./invoiceDraft.ts";
import { missingColumns } from "./matchHeader.ts";
import type { HeldTotal, ImportIssue, PreviewSheet, RejectedRow } from "./preview.ts";
import type { SheetHead } from "./recognise/sheetHead.ts";
import { type Matched, matchSheets, takeHeaders, takeLines } from "./reconcile.ts";
import { addRefusals, type Rejections, rejectGroup } from "./rejections.ts";
import { doubtsOf, type SheetDoubt, sheetIssues } from "./sheetIssues.ts";
import { usableSheets } from "./sheetUse.ts";
import { sourceNameOf } from "./sourceName.ts";
import { toDraft } from "./toDraft.ts";
import { cutNumbers, uniteSheets } from "./uniteSheets.ts";

/** All invoices of a file, and all that could not be taken. */
export type ParsedFile = Readonly<{
  source: string;
  sheets: readonly PreviewSheet[];
  /** The heads of the sheets that were used. */
  heads: readonly SheetHead[];
  /** Columns of these that somebody should look at. */
  doubts: readonly SheetDoubt[];
  /** Data rows read, over all sheets that were used. */
  rowCount: number;
  invoices: readonly InvoiceDraft[];
  /** Numbers that stand in the file twice with different particulars: none of them is taken. */
  clashes: readonly Readonly<{ draft: InvoiceDraft; message: string }>[];
  rejected: readonly RejectedRow[];
  /** Sums that the file states, held against what was read. */
  totals: readonly HeldTotal[];
  issues: readonly ImportIssue[];
  /** The file contradicts itself: nothing of it is taken. */
  isBlocked: boolean;
}>;

/** Puts the sheets of a file together: lines under their invoices, sums held against each other, doubles found. */
export function parseInvoices(sheets: readonly CollectedSheet[]): ParsedFile {
  const used = usableSheets(sheets);
  const rejections: Rejections = { rows: [], issues: [] };
  for (const sheet of used) addRefusals(rejections, sheet);
  const lineSheets = used.filter(({ kind, dataRows }) => kind === "lines" && dataRows > 0);
  const headerSheets = used.filter(({ kind, dataRows }) => kind !== "lines" && dataRows > 0);
  const cut = cutNumbers(used);
  const lines = uniteSheets(lineSheets, cut, rejections);
  const headers = uniteSheets(headerSheets, cut, rejections);
  const both = lineSheets.length > 0 && headerSheets.length > 0;
  const { matched, mismatches, totals } = both
    ? matchSheets(headers, lines, rejections)
    : {
        totals: [],
        matched: headerSheets.length > 0 ? takeHeaders(headers, rejections) : takeLines(lines, rejections),
        mismatches: [],
      };
  const { invoices, clashes } = toInvoices(matched, rejections);
  const stops = [...used.flatMap(({ wrongTotals }) => wrongTotals), ...mismatches];
  const isBlocked = stops.length > 0;
  return {
    source: sourceNameOf(used),
    sheets: sheets.map((sheet) => previewSheet(sheet, used)),
    heads: used.flatMap(({ head }) => head ?? []),
    doubts: used.flatMap(doubtsOf),
    rowCount: used.reduce((sum, { dataRows }) => sum + dataRows, 0),
    invoices: isBlocked ? [] : invoices,
    clashes: isBlocked ? [] : clashes,
    rejected: rejections.rows,
    totals: [...used.flatMap((sheet) => sheet.totals), ...totals],
    issues: [
      ...stops,
      ...rejections.issues,
      ...used.flatMap((sheet) => [...sheetIssues(sheet, cut), ...sheet.issues]),
    ],
    isBlocked,
  };
}

function toInvoices(matched: readonly Matched[], rejections: Rejections) {
  const invoices: InvoiceDraft[] = [];
  const clashes: { draft: InvoiceDraft; message: string }[] = [];
  for (const match of matched) {
    const result = toDraft(match);
    switch (result.kind) {
      case "invoice":
        invoices.push(result.draft);
        break;
      case "clash":
        clashes.push(result);
        break;
      case "refused":
        for (const part of new Set([match.header, match.lines ?? match.header])) {
          rejectGroup(rejections, part, { ruleId: "INV-12", message: () => result.message });
        }
        break;
      default:
        result satisfies never;
    }
  }
  return { invoices, clashes };
}

function previewSheet(sheet: CollectedSheet, used: readonly CollectedSheet[]): PreviewSheet {
  const isLines = sheet.kind === "lines";
  return {
    name: sheet.name,
    headerRow: sheet.header?.rowNo ?? 0,
    headerRows: sheet.head?.headerRows ?? 1,
    kind: !used.includes(sheet) ? "ignored" : isLines ? "lines" : "invoices",
    columns: sheet.head?.columns.map(({ index, title, field, by }) => ({ index, title, field, by })) ?? [],
    fixed: sheet.fixed ?? [],
  };
}

/** Why no sheet could be used, in the officer's words. */
export function whyUnrecognised(sheets: readonly CollectedSheet[]): string {
  const near = sheets.find(({ header }) => header !== undefined);
  if (near?.header === undefined) return "前15行里没有找到发票清单的表头";
  const missing = missingColumns(near.header).join("、");
  const doubts = (near.head?.columns ?? []).flatMap(({ letter, doubt }) =>
    doubt === null ? [] : [`${letter}列${doubt.replace(/。$/, "")}`],
  );
  const open = doubts.length === 0 ? "" : `。${doubts.join("；")}`;
  return `工作表“${near.name}”第${near.header.rowNo}行像是表头，但没有这些列：${missing}${open}`;
}
