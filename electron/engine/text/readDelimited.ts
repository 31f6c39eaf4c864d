import { UserError } from "#shared/kernel/errors.ts";
import type { ReadOptions, VisitSheet } from "../excel/readSheets.ts";
import { badFile } from "../files/openFile.ts";
import { findDelimiter, type Layout } from "./findDelimiter.ts";
import { findEncoding, isBadEncoding, type TextEncoding } from "./findEncoding.ts";
import { type RowParser, rowParser } from "./rowParser.ts";
import { type TextLimits, textLimits } from "./textLimits.ts";
import { type TextSource, textFault } from "./textSource.ts";

export type TextReadOptions = Omit<ReadOptions, "limits"> & Readonly<{ limits?: Partial<TextLimits> }>;

const mend = "请用 Excel 或 WPS 打开原来的清单，另存为“Excel 工作簿（*.xlsx）”后再导入。";
const split = "请按月份或年度分成几个较小的文件，再分别导入。";

/** As much of the beginning as tells how the text is laid out. */
const sampleSize = 65_536;

/**
 * Reads a text of rows (csv, or rows copied from a spreadsheet) as one sheet of plain cells. Encoding and delimiter are
 * found out by looking. All cells are text: what a program made of a number before cannot be seen here.
 *
 * Throws `UserError` `bad-file` with line and column when something cannot be decoded or told apart for sure, or the text
 * is too large; `cancelled` when the signal says so.
 */
export async function readDelimited(
  source: TextSource,
  sheetName: string,
  visit: VisitSheet,
  options: TextReadOptions = {},
): Promise<void> {
  const limits = { ...textLimits, ...options.limits };
  if (source.size > limits.fileBytes) {
    throw badFile(source.fileName, `超过 ${limits.fileBytes / 1_048_576} MB，没有读入`, split);
  }
  const encoding = await findEncoding(source);
  const visitor = visit({ name: sheetName, index: 0, hidden: false, date1904: false, isText: true });
  let [rows, stopped] = [0, false];
  const start = ({ delimiter }: Layout): RowParser =>
    rowParser({
      delimiter,
      limits,
      row: (row) => {
        if (stopped) return;
        rows += 1;
        if (rows > limits.rows) throw badFile(source.fileName, `超过 ${limits.rows} 行，没有读入`, split);
        stopped = !visitor.row(row);
      },
      fault: (place, what) => textFault(source, place, what, mend),
    });
  let parser: RowParser | undefined;
  let waiting = "";
  const begin = (): RowParser => {
    const layout = findDelimiter(waiting);
    const begun = start(layout);
    begun.push(layout.hasHint ? waiting.slice(waiting.indexOf("\n") + 1) : waiting);
    waiting = "";
    return begun;
  };
  for await (const text of decoded(source, encoding, options)) {
    if (parser !== undefined) parser.push(text);
    else {
      waiting += text;
      if (waiting.length >= sampleSize) parser = begin();
    }
    if (stopped) break;
  }
  parser ??= begin();
  if (!stopped) parser.end();
  visitor.end();
}

async function* decoded(
  source: TextSource,
  encoding: TextEncoding,
  { signal, onProgress }: TextReadOptions,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let done = 0;
  try {
    for await (const chunk of source.chunks()) {
      if (signal?.aborted) throw new UserError({ code: "cancelled", message: "已取消。" });
      done += chunk.length;
      onProgress?.(Math.min(1, done / Math.max(1, source.size)));
      yield decoder.decode(chunk, { stream: true });
    }
    yield decoder.decode();
  } catch (error) {
    if (!isBadEncoding(error)) throw error;
    throw badFile(source.fileName, "末尾的文字不完整，可能没有下载完或没有复制完", mend);
  }
}
