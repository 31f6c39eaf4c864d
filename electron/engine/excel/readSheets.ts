import { columnLetters, type PlainCell, type PlainRow } from "#shared/excel/plainCell.ts";
import { UserError } from "#shared/kernel/errors.ts";
import { limitError, tooWideError } from "./readErrors.ts";
import { mostFilled, type ReadLimits } from "./readLimits.ts";
import { mergeFiller, spansRows } from "./readMerges.ts";
import type { PackageSheet, WorkbookParts } from "./readPackage.ts";
import { lastRow, type Merge, sheetWalker } from "./readSheet.ts";
import { readStrings } from "./readStrings.ts";
import { readStyles } from "./readStyles.ts";

export type SheetInfo = Readonly<{
  name: string;
  /** Tab position, from 0. */
  index: number;
  hidden: boolean;
  /** Bare numbers that stand for dates count from 1904. */
  date1904: boolean;
  /** Cut out of a text (csv, pasted rows) rather than read from a workbook. */
  isText?: boolean;
}>;

/** Takes a sheet's rows from the top down. `row` answers whether it wants more; `end` comes after the last. */
export type SheetVisitor = Readonly<{ row: (row: PlainRow) => boolean; end: () => void }>;

/**
 * Is asked for a visitor of each sheet. It may be asked for the same sheet again: then what the first visitor saw does
 * not count, and only the second one hears `end`.
 */
export type VisitSheet = (sheet: SheetInfo) => SheetVisitor;

export type ReadOptions = Readonly<{
  signal?: AbortSignal;
  /** Part of the file read, 0 to 1. */
  onProgress?: (part: number) => void;
  limits?: Partial<ReadLimits>;
}>;

export type ReadJob = Readonly<{
  fileName: string;
  limits: ReadLimits;
  options: ReadOptions;
}>;

/** Reads the shared texts and styles, then every sheet in the order of the tabs. */
export async function readSheets(job: ReadJob, parts: WorkbookParts, visit: VisitSheet): Promise<void> {
  const { limits, fileName } = job;
  const tooManyStrings = () => limitError(fileName, `里的文字超过 ${limits.strings} 条`);
  if ((parts.strings?.size ?? 0) > limits.stringBytes) throw tooManyStrings();
  const stringBytes = parts.strings?.size ?? 0;
  const total = parts.sheets.reduce((sum, { entry }) => sum + entry.size, stringBytes);
  const told = (bytes: number): void => job.options.onProgress?.(Math.min(1, bytes / Math.max(1, total)));
  const strings: readonly PlainCell[] =
    parts.strings === undefined
      ? []
      : await readStrings(watched(parts.strings.chunks(), job, told), limits.strings, tooManyStrings);
  if (parts.sheets.length > limits.sheets) throw limitError(fileName, `里的工作表超过 ${limits.sheets} 张`);
  const dateStyles = parts.styles === undefined ? [] : await readStyles(parts.styles.chunks());
  const context = { strings, dateStyles, date1904: parts.date1904 };
  let [read, rows] = [stringBytes, 0];
  for (const [index, sheet] of parts.sheets.entries()) {
    if (sheet.entry.size > limits.sheetBytes) throw limitError(fileName, `的工作表“${sheet.name}”太大`);
    const pass = (merges: readonly Merge[]) =>
      readPass(job, {
        sheet,
        context,
        merges,
        rowsBefore: rows,
        start: () => visit({ name: sheet.name, index, hidden: sheet.hidden, date1904: parts.date1904 }),
        onBytes: (count) => told(read + count),
      });
    const first = await pass([]);
    const last = first.merges.some(spansRows) && !first.stopped ? await pass(first.merges) : first;
    last.visitor.end();
    rows += last.stopped ? 0 : last.rows;
    read += sheet.entry.size;
    told(read);
  }
}

/** Looks at the signal before each chunk, and tells how many bytes were unpacked. */
async function* watched(
  chunks: AsyncIterable<Buffer>,
  { options: { signal } }: ReadJob,
  onBytes: (count: number) => void,
): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of chunks) {
    if (signal?.aborted) throw new UserError({ code: "cancelled", message: "已取消。" });
    bytes += chunk.length;
    onBytes(bytes);
    yield chunk;
  }
}

type Pass = Readonly<{
  sheet: PackageSheet;
  context: Parameters<typeof sheetWalker>[0];
  merges: readonly Merge[];
  rowsBefore: number;
  start: () => SheetVisitor;
  /** Hears how many bytes were unpacked so far. */
  onBytes: (count: number) => void;
}>;

async function readPass(job: ReadJob, { sheet, context, merges, rowsBefore, start, onBytes }: Pass) {
  const visitor = start();
  const tooMany = () => limitError(job.fileName, `的工作表“${sheet.name}”里合并的单元格太多`);
  const fill =
    merges.length === 0 ? (row: PlainRow) => row : mergeFiller(merges, { most: mostFilled, tooMany });
  const found: Merge[] = [];
  let [rows, stopped] = [0, false];
  const walker = sheetWalker(context, {
    row: (row) => {
      if (stopped) return;
      rows += 1;
      if (row.rowNo > lastRow || rowsBefore + rows > job.limits.rows) {
        throw limitError(job.fileName, `的工作表“${sheet.name}”超过 ${job.limits.rows} 行`);
      }
      stopped = !visitor.row(fill(row));
    },
    merge: (merge) => {
      if (found.length < 200_000) found.push(merge);
    },
    tooWide: ({ rowNo, column }) => {
      if (!stopped) throw tooWideError(job.fileName, sheet.name, `${columnLetters(column)}${rowNo}`);
    },
  });
  for await (const chunk of watched(sheet.entry.chunks(), job, onBytes)) {
    walker.push(chunk);
    if (stopped) break;
  }
  if (!stopped) walker.end();
  return { visitor, merges: found, rows, stopped };
}
