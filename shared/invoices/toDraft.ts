import { readBlueNumber } from "./blueNumber.ts";
import type { InvoiceDraft } from "./invoiceDraft.ts";
import type { Matched } from "./reconcile.ts";
import { clashOf, mergeStated } from "./sheetGroups.ts";

export type DraftResult =
  | Readonly<{ kind: "invoice"; draft: InvoiceDraft }>
  | Readonly<{ kind: "clash"; draft: InvoiceDraft; message: string }>
  | Readonly<{ kind: "refused"; message: string }>;

/** Makes one invoice of its own row and its lines. */
export function toDraft({ header, lines }: Matched): DraftResult {
  const { group, sheet } = header;
  const stated = lines === undefined ? group.stated : mergeStated(group.stated, lines.group.stated);
  if (stated.isRed === true && group.amounts.gross > 0) {
    return { kind: "refused", message: `发票${group.number}标为负数（红字）发票，价税合计却是正数。` };
  }
  const isRed = stated.isRed === true || group.amounts.gross < 0;
  const draft: InvoiceDraft = {
    number: group.number,
    sheet: sheet.name,
    rowNo: group.rowNos[0] ?? 0,
    rowNos: group.rowNos,
    stated,
    isRed,
    blueNumber: isRed ? readBlueNumber(stated.remark ?? "") : null,
    amounts: group.amounts,
    netStated: group.netStated,
    lines: lines?.group.lines,
  };
  const between = lines === undefined ? undefined : clashOf(group.stated, lines.group.stated);
  const clash = group.clash ?? lines?.group.clash;
  const what = clash?.what ?? between;
  if (what === undefined) return { kind: "invoice", draft };
  const where = clash === undefined ? "另一张工作表" : placeOf(clash);
  const message = `发票${group.number}在文件中出现不止一次，${what}不一致（见${where}），没有导入，请核对。`;
  return { kind: "clash", draft, message };
}

/** A file that is one invoice has no rows. */
function placeOf({ rowNo, sheet }: Readonly<{ rowNo: number; sheet?: string }>): string {
  const row = rowNo === 0 ? "" : `第${rowNo}行`;
  return sheet === undefined ? row : `“${sheet}”${row}`;
}
