import type { PlainCell, PlainRow } from "#shared/excel/plainCell.ts";
import { type CellContext, type CellType, readCell, sharedCell } from "./readCell.ts";
import { widestRow } from "./readLimits.ts";
import { textGatherer } from "./readStrings.ts";
import { wholeNumber, type XmlSource, xmlWalker } from "./readXml.ts";

/** A merged range; rows and columns count from 0, both ends belong to it. */
export type Merge = Readonly<{ top: number; left: number; bottom: number; right: number }>;

export type SheetHandler = Readonly<{
  row: (row: PlainRow) => void;
  /** Merged ranges stand behind the rows. */
  merge: (merge: Merge) => void;
  /** A cell that holds something stands further right than is read. `column` counts from 0. */
  tooWide: (place: Readonly<{ rowNo: number; column: number }>) => void;
}>;

export const lastRow = 1_048_576;

/** Column index of a reference such as "AB12", -1 when it names none. */
function columnAt(bytes: Buffer, from: number, to: number): number {
  let column = 0;
  for (let at = from; at < to; at += 1) {
    const letter = (bytes[at] ?? 0) & 0xdf;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + (letter - 64);
  }
  return column - 1;
}

/** The types of cells, told by first letter and length so that no text is made for each. */
function cellType(bytes: Buffer, from: number, to: number): CellType {
  switch (bytes[from]) {
    case 0x73:
      return to - from === 1 ? "s" : "str";
    case 0x69:
      return "inlineStr";
    case 0x62:
      return "b";
    case 0x65:
      return "e";
    case 0x64:
      return "d";
    default:
      return "n";
  }
}

/** Column index and row number of "AB12"; missing parts are -1 and 0. */
function parseReference(reference: string): Readonly<{ column: number; rowNo: number }> {
  const bytes = Buffer.from(reference, "latin1");
  return { column: columnAt(bytes, 0, bytes.length), rowNo: Number(reference.replace(/^[A-Za-z]*/, "")) };
}

function parseMerge(reference: string): Merge | undefined {
  const [from = "", to = from] = reference.replaceAll("$", "").split(":");
  const [first, last] = [parseReference(from), parseReference(to)];
  if (!(first.rowNo >= 1 && last.rowNo >= first.rowNo && first.column >= 0 && last.column >= first.column))
    return undefined;
  return { top: first.rowNo - 1, left: first.column, bottom: last.rowNo - 1, right: last.column };
}

/** "1" or "true". */
const isSet = (bytes: Buffer, from: number): boolean => bytes[from] === 0x31 || bytes[from] === 0x74;

/** Walks one sheet's XML. Rows that hold nothing are passed over; hidden rows are rows, and marked; the stated extent is not read. */
export function sheetWalker(
  context: CellContext & Readonly<{ dateStyles: readonly boolean[] }>,
  handler: SheetHandler,
) {
  const gatherer = textGatherer();
  let [rowNo, column, filled, hidden] = [0, -1, false, false];
  let cells: (PlainCell | undefined)[] = [];
  let type: CellType | undefined;
  let [isDate, hasFormula, inValue, inString] = [false, false, false, false];
  let value: string | undefined;
  // Where the text of a cell stands in the shared table; nearly every cell of many a workbook has only this.
  let index: number | undefined;

  function openRow(source: XmlSource): void {
    const stated = Number(source.attribute("r") ?? Number.NaN);
    rowNo = stated >= 1 ? stated : rowNo + 1;
    [cells, column, filled] = [[], -1, false];
    hidden = source.scan("hidden", isSet) === true;
  }

  function openCell(source: XmlSource): void {
    const stated = source.scan("r", columnAt) ?? -1;
    column = stated >= 0 ? stated : column + 1;
    type = source.scan("t", cellType);
    const style = source.scan("s", wholeNumber);
    isDate = style !== undefined && context.dateStyles[style] === true;
    [value, index, hasFormula] = [undefined, undefined, false];
  }

  function closeCell(): void {
    const cell =
      index === undefined
        ? readCell({ type, isDate, value, hasFormula }, context)
        : sharedCell(context.strings, index);
    if (cell === undefined) return;
    if (column >= widestRow) return void (cell.text.trim() !== "" && handler.tooWide({ rowNo, column }));
    cells[column] = cell;
    filled = true;
  }

  function takeValue(source: XmlSource): void {
    const before = value ?? index?.toString();
    index = type === "s" && before === undefined ? source.digits() : undefined;
    if (index === undefined) value = (before ?? "") + source.text();
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
          if (filled) handler.row(hidden ? { rowNo, cells, hidden } : { rowNo, cells });
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
      if (inValue) takeValue(source);
      else if (inString) gatherer.add(source.text);
    },
  });
}
