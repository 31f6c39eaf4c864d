import { formatYuanPlain } from "../kernel/cents.ts";
import type { CollectedSheet } from "./collectedSheet.ts";
import type { InvoiceField } from "./headerSynonyms.ts";
import type { ImportIssue, RejectedRow } from "./preview.ts";
import type { Group } from "./sheetGroups.ts";

/** Collects the rows that are not taken and the issues that say why. */
export type Rejections = Readonly<{ rows: RejectedRow[]; issues: ImportIssue[] }>;

export type Reason = Readonly<{
  ruleId: string;
  message: (rowNo: number) => string;
  /** One issue for every row rather than one for the invoice. */
  each?: boolean;
  /** No issue: it was told for another row already. */
  silent?: boolean;
}>;

/** Takes over the rows that were refused one by one. */
export function addRefusals(rejections: Rejections, sheet: CollectedSheet): void {
  for (const { rowNo, number = null, issue, index, cells } of sheet.refusals) {
    const { message } = issue;
    rejections.rows.push({ sheet: sheet.name, row: rowNo, number, message, index, cells, summary: "" });
    rejections.issues.push(issue);
  }
}

/** Refuses a whole invoice: half of it would be wrong. */
export function rejectGroup(
  rejections: Rejections,
  { sheet, group }: Readonly<{ sheet: CollectedSheet; group: Group }>,
  reason: Reason | undefined,
): void {
  const numberField: InvoiceField =
    sheet.header?.at.digitalNumber === undefined ? "paperNumber" : "digitalNumber";
  const column = sheet.header?.columns.find(({ field }) => field === numberField)?.title ?? "";
  for (const [index, rowNo] of group.rowNos.entries()) {
    const message =
      reason?.message(rowNo) ?? `同一张发票的第${group.brokenBy ?? rowNo}行有误，整张发票没有导入。`;
    const at = { sheet: sheet.name, row: rowNo, number: group.number, index: null };
    rejections.rows.push({ ...at, message, cells: [], summary: summaryOf(group) });
    if (reason !== undefined && !reason.silent && (reason.each || index === 0)) {
      rejections.issues.push({
        sheet: sheet.name,
        row: rowNo,
        column,
        ruleId: reason.ruleId,
        severity: "block",
        message,
      });
    }
  }
}

/** What is still known of rows that were read well and go with a bad one. */
const summaryOf = ({ number, stated, amounts }: Group): string =>
  [number, stated.sellerName ?? "", stated.issueDate, formatYuanPlain(amounts.gross)]
    .filter((text) => text !== "")
    .join(" · ");
