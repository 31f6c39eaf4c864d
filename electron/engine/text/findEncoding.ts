import { isAscii, isUtf8 } from "node:buffer";
import type { UserError } from "#shared/kernel/errors.ts";
import { type TextPlace, type TextSource, textFault } from "./textSource.ts";

export type TextEncoding = "utf-8" | "gb18030" | "utf-16le" | "utf-16be";

const saveAgain = "请用 Excel 或 WPS 打开原来的清单，另存为“Excel 工作簿（*.xlsx）”后再导入。";

/**
 * Finds out how a text is written: by its mark (what Excel calls Unicode or UTF-8 has one), else UTF-8 when all of it is
 * that, else GB18030, which holds GBK and GB2312. Nearly any bytes are some GB18030 text, so one with lines that are
 * plainly UTF-8 is refused: it was put together of two. Throws `bad-file` with line and column.
 */
export async function findEncoding(source: TextSource): Promise<TextEncoding> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let isFirst = true;
  try {
    for await (const chunk of source.chunks()) {
      const marked = isFirst ? encodingOfMark(chunk) : undefined;
      if (marked !== undefined) return marked;
      isFirst = false;
      decoder.decode(chunk, { stream: true });
    }
    decoder.decode();
    return "utf-8";
  } catch (error) {
    if (!isBadEncoding(error)) throw error;
  }
  await checkGb(source);
  return "gb18030";
}

function encodingOfMark(head: Buffer): TextEncoding | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  return head[0] === 0xfe && head[1] === 0xff ? "utf-16be" : undefined;
}

/** The runtime says it of bytes that are no text in the encoding asked for. */
export const isBadEncoding = (error: unknown): boolean =>
  error instanceof TypeError && "code" in error && error.code === "ERR_ENCODING_INVALID_ENCODED_DATA";

async function checkGb(source: TextSource): Promise<void> {
  const decoder = new TextDecoder("gb18030", { fatal: true });
  let [hasUtf8, hasGb] = [false, false];
  for await (const { bytes, line } of lines(source)) {
    if (isAscii(bytes)) continue;
    if (!isUtf8(bytes)) {
      if (hasUtf8) throw mixed(source, { line, column: columnOf(bytes, firstNotUtf8(bytes)) });
      hasGb = true;
    } else if (isPlainlyUtf8(bytes)) {
      if (hasGb) throw mixed(source, { line, column: 1 });
      hasUtf8 = true;
      continue;
    }
    try {
      decoder.decode(bytes);
    } catch (error) {
      if (!isBadEncoding(error)) throw error;
      const column = columnOf(bytes, firstBad(bytes, "gb18030"));
      throw textFault(
        source,
        { line, column },
        "的文字无法识别，既不是 UTF-8 也不是 GBK，可能已损坏",
        saveAgain,
      );
    }
  }
}

const mixed = (source: TextSource, place: TextPlace): UserError =>
  textFault(source, place, "的文字编码与前面的不同（一部分是 UTF-8，一部分是 GBK）", saveAgain);

/** A line with more bytes than this is no line of a list. */
const longestLine = 4_194_304;
const lineFeed = 0x0a;

/** Lines as bytes; in GB18030 no other character has the byte of a line feed in it. */
async function* lines(source: TextSource): AsyncGenerator<Readonly<{ bytes: Buffer; line: number }>> {
  let [rest, line] = [Buffer.alloc(0), 1];
  for await (const chunk of source.chunks()) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let from = 0;
    for (let end = bytes.indexOf(lineFeed); end >= 0; end = bytes.indexOf(lineFeed, from)) {
      yield { bytes: bytes.subarray(from, end), line };
      from = end + 1;
      line += 1;
    }
    rest = Buffer.from(bytes.subarray(from));
    if (rest.length > longestLine) throw textFault(source, { line, column: 1 }, "长得不正常", saveAgain);
  }
  yield { bytes: rest, line };
}

/** Four Chinese characters of three bytes each: twelve bytes of GBK fit that pattern once in some thousand millions. */
function isPlainlyUtf8(line: Buffer): boolean {
  const han = line.toString("utf8").match(/[\u4e00-\u9fff]/g);
  return han !== null && han.length >= 4;
}

/** Where the first byte stands that the encoding has no place for. */
function firstBad(bytes: Buffer, encoding: "utf-8" | "gb18030"): number {
  let [good, bad] = [0, bytes.length];
  while (good < bad) {
    const middle = Math.floor((good + bad) / 2);
    if (isStartOf(bytes.subarray(0, middle + 1), encoding)) good = middle + 1;
    else bad = middle;
  }
  return good;
}

function isStartOf(bytes: Buffer, encoding: "utf-8" | "gb18030"): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch (error) {
    if (isBadEncoding(error)) return false;
    throw error;
  }
}

const firstNotUtf8 = (bytes: Buffer): number => firstBad(bytes, "utf-8");

/** The column of a byte of a line, as far as that can be told before the text is read: by what parts columns. */
function columnOf(line: Buffer, at: number): number {
  const before = line.subarray(0, at).toString("latin1");
  const parts = ["\t", ",", ";"].map((delimiter) => before.split(delimiter).length);
  return Math.max(...parts);
}
