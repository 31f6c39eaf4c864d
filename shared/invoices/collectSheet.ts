import type { PlainRow } from "../excel/plainCell.ts";
import { cellFixer } from "./cellFixer.ts";
import type { CollectedSheet, SheetTitle } from "./collectedSheet.ts";
import type { RememberedSource } from "./inspection.ts";
import { type Reading, startReading } from "./readSheetRows.ts";
import { nobody, type OwnParties } from "./recognise/columnProfile.ts";
import { headerScan, type SheetHead, sampleRows, sheetHead } from "./recognise/sheetHead.ts";
import { type CellFix, type Said, saidOf } from "./said.ts";
import type { Group } from "./sheetGroups.ts";
import { sheetKind } from "./sheetSource.ts";

export type SheetCollector = Readonly<{
  /** Takes the next row; false when no more are wanted. */
  row: (row: PlainRow) => boolean;
  end: () => CollectedSheet;
}>;

/** What is known of a list beside the list. */
export type CollectOptions = Readonly<{
  said?: Said | null | undefined;
  recall?: ((titles: readonly string[]) => RememberedSource | undefined) | undefined;
  own?: OwnParties | undefined;
  fixes?: readonly CellFix[] | undefined;
  /** Only the beginning of each sheet is looked at, as far as it tells what its columns are. */
  headOnly?: boolean | undefined;
}>;

const mostWaiting = headerScan + sampleRows;

/** Reads a sheet row by row: first finds its header, then groups what is below by invoice number. */
export function sheetCollector(title: SheetTitle, options: CollectOptions = {}): SheetCollector {
  const said = saidOf(options.said, title.name);
  const isWanted = said?.use !== false || options.headOnly === true;
  const waiting: PlainRow[] = [];
  let reading: Reading | undefined;
  let head: SheetHead | undefined;
  let isSettled = false;
  const start = (said?.headerRow ?? 0) - 1;

  function settle(): void {
    isSettled = true;
    head = sheetHead(waiting, {
      said,
      recall: options.recall ?? (() => undefined),
      own: options.own ?? nobody,
      date1904: title.date1904,
      isText: title.isText === true,
    });
    if (options.headOnly === true || head === undefined || head.missing.length > 0) return;
    const { rowNo } = head.header;
    reading = startReading(title, head.header);
    for (const row of waiting.splice(0)) if (row.rowNo > rowNo) reading.take(row);
  }

  const found = () => ({
    name: title.name,
    hidden: title.hidden === true,
    use: said?.use ?? null,
    kind: head === undefined || head.missing.length > 0 ? ("unknown" as const) : sheetKind(head.header),
    head,
    header: head?.header,
  });
  return {
    row: (row) => {
      if (reading !== undefined) {
        reading.take(row);
        return true;
      }
      if (isSettled || !isWanted) return false;
      // What stands above the header that somebody chose is not looked at.
      if (row.rowNo >= start) waiting.push(row);
      if (waiting.length >= mostWaiting) settle();
      return !isSettled || reading !== undefined;
    },
    end: () => {
      if (!isSettled && isWanted) settle();
      return { ...(reading?.end() ?? empty), ...found() };
    },
  };
}

const empty = {
  dataRows: 0,
  groups: new Map<string, Group>(),
  refusals: [],
  issues: [],
  wrongTotals: [],
  totals: [],
  hiddenRows: 0,
  fixed: [],
} as const;

/** Gathers what the sheets of a workbook give. A sheet that is walked again replaces its first walk. */
export function collectSheets(options: CollectOptions = {}): Readonly<{
  visit: (sheet: SheetTitle) => Readonly<{ row: SheetCollector["row"]; end: () => void }>;
  sheets: () => readonly CollectedSheet[];
}> {
  const sheets: CollectedSheet[] = [];
  return {
    visit: (title) => {
      const fixes = (options.fixes ?? []).filter(({ sheet }) => sheet === title.name);
      const { row, end } = sheetCollector(title, options);
      const fixer = fixes.length === 0 ? undefined : cellFixer(fixes);
      return {
        row: fixer === undefined ? row : (read) => row(fixer.row(read)),
        end: () => void sheets.push({ ...end(), fixed: fixer?.fixed() ?? [] }),
      };
    },
    sheets: () => sheets,
  };
}
