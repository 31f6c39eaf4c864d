import type { PlainCell, PlainRow } from "#shared/excel/plainCell.ts";
import type { ImportPreview, PreviewSheet, RejectedRow } from "#shared/invoices/preview.ts";
import type { VisitSheet } from "../excel/readSheets.ts";
import { type TextTable, writeTables } from "../excel/writeTables.ts";

/** Goes through the rows of a list once more; `undefined` for a source that has none, such as 数电票 XML. */
export type Reread = ((visit: VisitSheet) => Promise<void>) | undefined;

const reasonTitles = ["原工作表", "原行号", "没有导入的原因"];
const numberFields: ReadonlySet<string | null> = new Set(["digitalNumber", "paperNumber", "code"]);

/** Cells of a list that are put into the workbook; what is refused beyond that stands there with its reason alone. */
const mostCells = 1_000_000;

/**
 * A workbook with the rows that were refused: each sheet's own titles and cells as they were read, and why. Put right
 * there, they can be imported from it. Numbers that a program had made quantities of are marked, so that none is taken
 * for sound merely because it is text now.
 */
export async function rejectedWorkbook(
  { rejected, sheets }: Pick<ImportPreview, "rejected" | "sheets">,
  reread: Reread,
): Promise<Buffer> {
  if (reread === undefined) {
    const rows = rejected.map(({ sheet, message }) => [sheet, message]);
    return writeTables([{ name: "没有导入的文件", titles: ["文件", "没有导入的原因"], rows }]);
  }
  const cells = await cellsOf(rejected, sheets, reread);
  const names = [...new Set(rejected.map(({ sheet }) => sheet))];
  return writeTables(names.map((name) => tableOf(name, { rejected, sheets, cells })));
}

type Cells = PlainRow["cells"];
type SheetCells = ReadonlyMap<string, ReadonlyMap<number, Cells>>;

/** The header and the refused rows of each sheet, as they stand there. */
async function cellsOf(
  rejected: readonly RejectedRow[],
  sheets: readonly PreviewSheet[],
  reread: NonNullable<Reread>,
): Promise<SheetCells> {
  const wanted = new Map(sheets.map(({ name, headerRow }) => [name, new Set([headerRow])]));
  for (const { sheet, row } of rejected) wanted.get(sheet)?.add(row);
  const found = new Map<string, ReadonlyMap<number, Cells>>();
  let kept = 0;
  await reread(({ name }) => {
    const rows = wanted.get(name);
    const cells = new Map<number, Cells>();
    const last = lastOf(rows);
    return {
      row: ({ rowNo, cells: read }) => {
        if (rows?.has(rowNo) === true && kept < mostCells) {
          kept += read.length;
          cells.set(rowNo, read);
        }
        return rowNo < last;
      },
      end: () => void found.set(name, cells),
    };
  });
  return found;
}

function lastOf(rows: ReadonlySet<number> | undefined): number {
  let last = 0;
  for (const row of rows ?? []) last = Math.max(last, row);
  return last;
}

function tableOf(
  name: string,
  {
    rejected,
    sheets,
    cells,
  }: Readonly<{ rejected: readonly RejectedRow[]; sheets: readonly PreviewSheet[]; cells: SheetCells }>,
): TextTable {
  const sheet = sheets.find((one) => one.name === name);
  const rows = cells.get(name);
  const header = rows?.get(sheet?.headerRow ?? 0) ?? [];
  const columns = numberColumns(header, sheet);
  return {
    name,
    titles: [...reasonTitles, ...textsOf(header)],
    rows: rejected
      .filter((row) => row.sheet === name)
      .map(({ row, message }) => [
        name,
        String(row),
        message,
        ...Array.from(rows?.get(row) ?? [], (cell, index) => shown(cell, columns.has(index))),
      ]),
  };
}

const textsOf = (cells: Cells): readonly string[] => Array.from(cells, (cell) => cell?.text ?? "");

/** Where the numbers stand: the columns of a preview are those of the header that have a title, in their order. */
function numberColumns(header: Cells, sheet: PreviewSheet | undefined): ReadonlySet<number> {
  const titled = [...header.keys()].filter(
    (index) => header[index]?.kind === "text" && header[index].text.trim() !== "",
  );
  return new Set(titled.filter((_, at) => numberFields.has(sheet?.columns[at]?.field ?? null)));
}

const shown = (cell: PlainCell | undefined, isNumber: boolean): string =>
  cell === undefined
    ? ""
    : isNumber && cell.kind !== "text"
      ? `${cell.text}（不是文字，请按原件改写）`
      : cell.text;
