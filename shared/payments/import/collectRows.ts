import type { PlainRow } from "../../excel/plainCell.ts";
import { findHeader, missingColumns, type PaymentHeader } from "./columns.ts";
import { type PaymentRow, type RefusedRow, readRow } from "./readRow.ts";

export type CollectedPayments = Readonly<{
  name: string;
  /** Of a sheet that is no list of payments, the row that comes nearest to a header, if any. */
  header: PaymentHeader | undefined;
  isList: boolean;
  rows: readonly PaymentRow[];
  refused: readonly RefusedRow[];
}>;

type SheetTitle = Readonly<{ name: string; date1904: boolean }>;
type Visitor = Readonly<{ row: (row: PlainRow) => boolean; end: () => void }>;

/** How far down a header may stand. */
const headerRows = 10;

/** Gathers the payments of a workbook, sheet by sheet. Sheets that are no list of payments are passed over. */
export function collectPayments(): Readonly<{
  visit: (sheet: SheetTitle) => Visitor;
  sheets: () => readonly CollectedPayments[];
}> {
  const sheets: CollectedPayments[] = [];
  return {
    visit: (title) => sheetVisitor(title, (sheet) => sheets.push(sheet)),
    sheets: () => sheets,
  };
}

function sheetVisitor({ name, date1904 }: SheetTitle, done: (sheet: CollectedPayments) => void): Visitor {
  const waiting: PlainRow[] = [];
  const rows: PaymentRow[] = [];
  const refused: RefusedRow[] = [];
  let header: PaymentHeader | undefined;
  let isList = false;
  let isSettled = false;

  const take = (row: PlainRow): void => {
    if (header === undefined || row.rowNo <= header.rowNo) return;
    const read = readRow({ sheet: name, date1904, header }, row);
    if (read.kind === "row") rows.push(read.row);
    if (read.kind === "refused") refused.push(read.refused);
  };
  const settle = (): void => {
    isSettled = true;
    header = findHeader(waiting);
    isList = header !== undefined && missingColumns(header).length === 0;
    if (isList) for (const row of waiting) take(row);
    waiting.length = 0;
  };

  return {
    row: (row) => {
      if (isSettled) {
        if (isList) take(row);
        return isList;
      }
      waiting.push(row);
      if (waiting.length >= headerRows) settle();
      return !isSettled || isList;
    },
    end: () => {
      if (!isSettled) settle();
      done({ name, header, isList, rows, refused });
    },
  };
}

/** Why no sheet could be used, in the officer's words. */
export function whyUnrecognised(sheets: readonly CollectedPayments[]): string {
  const near = sheets.find(({ header }) => header !== undefined);
  if (near?.header === undefined) return `前${headerRows}行里没有找到付款记录的表头`;
  return `工作表“${near.name}”第${near.header.rowNo}行像是表头，但没有这些列：${missingColumns(near.header).join("、")}`;
}
