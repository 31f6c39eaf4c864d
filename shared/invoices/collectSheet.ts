import type { PlainRow } from "../excel/plainCell.ts";
import type { FixedColumns } from "../excel/tableHeader.ts";
import type { CollectedSheet, SheetTitle } from "./collectedSheet.ts";
import type { InvoiceField } from "./headerSynonyms.ts";
import { findHeader, type Header, missingColumns } from "./matchHeader.ts";
import { type Reading, startReading } from "./readSheetRows.ts";
import type { Group } from "./sheetGroups.ts";

/** How far down a header may stand: a title, the period and the unit go before it. */
const headerRows = 10;

export type SheetCollector = Readonly<{
  /** Takes the next row; false when no more are wanted. */
  row: (row: PlainRow) => boolean;
  end: () => CollectedSheet;
}>;

/** What somebody said of a list that is not to be found out by looking. */
export type CollectOptions = Readonly<{
  /** The one sheet to be read. */
  sheet?: string | undefined;
  columns?: FixedColumns<InvoiceField> | undefined;
}>;

/** Reads a sheet row by row: first finds its header, then groups what is below by invoice number. */
export function sheetCollector(title: SheetTitle, { columns }: CollectOptions = {}): SheetCollector {
  const waiting: PlainRow[] = [];
  let reading: Reading | undefined;
  let header: Header | undefined;
  let isSettled = false;

  function settle(): void {
    isSettled = true;
    header = findHeader(waiting, columns);
    if (header === undefined || missingColumns(header).length > 0) return;
    const { rowNo } = header;
    reading = startReading(title, header);
    for (const row of waiting.splice(0)) if (row.rowNo > rowNo) reading.take(row);
  }

  return {
    row: (row) => {
      if (reading !== undefined) {
        reading.take(row);
        return true;
      }
      if (isSettled) return false;
      waiting.push(row);
      if (waiting.length >= headerRows) settle();
      return !isSettled || reading !== undefined;
    },
    end: () => {
      if (!isSettled) settle();
      return reading?.end() ?? { ...empty, name: title.name, header };
    },
  };
}

/** A sheet that is not to be read. */
const passedOver = (title: SheetTitle): SheetCollector => ({
  row: () => false,
  end: () => ({ ...empty, name: title.name, header: undefined }),
});

const empty = {
  kind: "unknown",
  dataRows: 0,
  groups: new Map<string, Group>(),
  refusals: [],
  issues: [],
  wrongTotals: [],
} as const;

/** Gathers what the sheets of a workbook give. A sheet that is walked again replaces its first walk. */
export function collectSheets(options: CollectOptions = {}): Readonly<{
  visit: (sheet: SheetTitle) => Readonly<{ row: SheetCollector["row"]; end: () => void }>;
  sheets: () => readonly CollectedSheet[];
}> {
  const sheets: CollectedSheet[] = [];
  return {
    visit: (title) => {
      const isWanted = options.sheet === undefined || options.sheet === title.name;
      const { row, end } = isWanted ? sheetCollector(title, options) : passedOver(title);
      return { row, end: () => void sheets.push(end()) };
    },
    sheets: () => sheets,
  };
}
