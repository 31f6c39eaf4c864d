import { createHash } from "node:crypto";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import type { PlainRow } from "#shared/excel/plainCell.ts";
import type { SheetInfo, VisitSheet } from "../excel/readSheets.ts";
import { hashFile } from "../files/hashFile.ts";
import { readDelimited } from "../text/readDelimited.ts";
import { bufferSource } from "../text/textSource.ts";
import type { ListSource, ReadOptions } from "./invoiceFile.ts";
import { readRows } from "./readRows.ts";
import type { SourceKind } from "./sourceKind.ts";

/** What rows that were pasted are called. */
export const pastedName = "粘贴的内容";

export const nameOf = (source: ListSource): string => ("path" in source ? basename(source.path) : pastedName);

export const hashOf = (source: ListSource): Promise<string> =>
  "path" in source
    ? hashFile(source.path)
    : Promise.resolve(createHash("sha256").update(source.pasted).digest("hex"));

/** Hands the rows of a workbook or a text to `visit`, sheet by sheet. */
export async function readListRows(
  kind: Exclude<SourceKind, "eInvoices">,
  source: ListSource,
  visit: VisitSheet,
  options: ReadOptions,
): Promise<void> {
  if ("path" in source) return readRows(kind, source.path, visit, options);
  return readDelimited(bufferSource(source.pasted, pastedName), pastedName, visit, options);
}

/** The rows of a list that was read once, to be gone through again. */
export type KeptList = Readonly<{
  key: string;
  kind: Exclude<SourceKind, "eInvoices">;
  fileHash: string;
  sheets: readonly Readonly<{ info: SheetInfo; rows: readonly PlainRow[] }>[];
}>;

/** What a source was when it was looked at; another text when a file was written since. */
export async function keyOf(source: ListSource): Promise<string> {
  if ("pasted" in source) return `pasted ${await hashOf(source)}`;
  const { size, mtimeMs, ino } = await stat(source.path);
  return `${source.path} ${size} ${mtimeMs} ${ino}`;
}

export function replay({ sheets }: KeptList, visit: VisitSheet): void {
  for (const { info, rows } of sheets) {
    const { row, end } = visit(info);
    for (const read of rows) if (!row(read)) break;
    end();
  }
}

/** Of a larger file nothing is kept: it has more cells than are kept, and noting them would only cost memory. */
const largestKept = 6_000_000;

export const isKeepable = async (source: ListSource): Promise<boolean> =>
  ("path" in source ? (await stat(source.path)).size : source.pasted.length) <= largestKept;

/** Cells that are kept; a list with more is read again, which takes some seconds and no memory. */
export const mostKeptCells = 400_000;

/**
 * Notes the rows that go by. `rows` is `undefined` when there were too many; sheets are then left early as their visitors
 * wish, else they are gone through to their end.
 */
export function recorder(visit: VisitSheet): Readonly<{
  visit: VisitSheet;
  sheets: () => KeptList["sheets"] | undefined;
}> {
  const kept = new Map<number, { info: SheetInfo; rows: PlainRow[]; cells: number }>();
  const cellsKept = (): number => [...kept.values()].reduce((sum, { cells }) => sum + cells, 0);
  let isFull = false;
  return {
    visit: (info) => {
      const visitor = visit(info);
      const sheet = { info, rows: [] as PlainRow[], cells: 0 };
      kept.set(info.index, sheet);
      const before = cellsKept();
      let isWanted = true;
      return {
        row: (row) => {
          if (isWanted) isWanted = visitor.row(row);
          if (!isFull) {
            sheet.cells += row.cells.length;
            sheet.rows.push(row);
            if (before + sheet.cells > mostKeptCells) {
              isFull = true;
              kept.clear();
              sheet.rows = [];
            }
          }
          return isWanted || !isFull;
        },
        end: visitor.end,
      };
    },
    sheets: () => (isFull ? undefined : [...kept.values()].map(({ info, rows }) => ({ info, rows }))),
  };
}
