import type { PlainCell, PlainRow } from "#shared/excel/plainCell.ts";
import { type CellContext, readCell } from "./readCell.ts";
import { textGatherer } from "./readStrings.ts";
import { type XmlSource, xmlWalker } from "./readXml.ts";

/** A merged range; rows and columns count from 0, both ends belong to it. */
export type Merge = Readonly<{ top: number; left: number; bottom: number; right: number }>;

export type SheetHandler = Readonly<{
  row: (row: PlainRow) => void;
  /** Merged ranges stand behind the rows. */
  merge: (merge: Merge) => void;
}>;

export const lastRow = 1_048_576;
export const lastColumn = 16_384;

/** Column index and row number of "AB12"; missing parts are 0 and NaN. */
function parseReference(reference: string): Readonly<{ column: number; rowNo: number }> {
  let [column, at] = [0, 0];
  for (; at < reference.length; at += 1) {
    const letter = reference.charCodeAt(at) & 0xdf;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + (letter - 64);
  }
  return { column: column - 1, rowNo: Number(reference.slice(at)) };
}

function parseMerge(reference: string): Merge | undefined {
  const [from = "", to = from] = reference.replaceAll("$", "").split(":");
  const [first, last] = [parseReference(from), parseReference(to)];
  if (!(first.rowNo >= 1 && last.rowNo >= first.rowNo && first.column >= 0 && last.column >= first.column))
    return undefined;
  return { top: first.rowNo - 1, left: first.column, bottom: last.rowNo - 1, right: last.column };
}

/** Walks one sheet's XML. Rows that hold nothing are passed over; hidden rows are rows; the stated extent is not read. */
export function sheetWalker(
  context: CellContext & Readonly<{ dateStyles: readonly boolean[] }>,
  handler: SheetHandler,
) {
  const gatherer = textGatherer();
  let [rowNo, column, filled] = [0, -1, false];
  let cells: (PlainCell | undefined)[] = [];
  let type: string | undefined;
  let [isDate, hasFormula, inValue, inString] = [false, false, false, false];
  let value: string | undefined;

  function openRow(source: XmlSource): void {
    const stated = Number(source.attribute("r") ?? Number.NaN);
    rowNo = stated >= 1 ? stated : rowNo + 1;
    [cells, column, filled] = [[], -1, false];
  }

  function openCell(source: XmlSource): void {
    const reference = source.attribute("r");
    const stated = reference === undefined ? -1 : parseReference(reference).column;
    column = stated >= 0 && stated < lastColumn ? stated : column + 1;
    type = source.attribute("t");
    const style = source.attribute("s");
    isDate = style !== undefined && context.dateStyles[Number(style)] === true;
    [value, hasFormula] = [undefined, false];
  }

  function closeCell(): void {
    const cell = readCell({ type, isDate, value, hasFormula }, context);
    if (cell === undefined) return;
    cells[column] = cell;
    filled = true;
  }

  return xmlWalker({
    open: (name, source) => {
      switch (name) {
        case "c":
          return openCell(source);
        case "v":
          inValue = true;
          return;
        case "row":
          return openRow(source);
        case "f":
          hasFormula = true;
          return;
        case "is":
          inString = true;
          return;
        case "mergeCell": {
          const merge = parseMerge(source.attribute("ref") ?? "");
          if (merge !== undefined) handler.merge(merge);
          return;
        }
        default:
          if (inString) gatherer.open(name);
      }
    },
    close: (name) => {
      switch (name) {
        case "c":
          return closeCell();
        case "v":
          inValue = false;
          return;
        case "row":
          if (filled) handler.row({ rowNo, cells });
          return;
        case "is":
          value = gatherer.take();
          inString = false;
          return;
        default:
          if (inString) gatherer.close(name);
      }
    },
    text: (source) => {
      if (inValue) value = (value ?? "") + source.text();
      else if (inString) gatherer.add(source.text);
    },
  });
}
