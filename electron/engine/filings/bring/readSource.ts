import path from "node:path";
import { headBytes, recognizeHead } from "#shared/attachments/recognize.ts";
import {
  documentOfPages,
  documentOfText,
  type SourceDocument,
  type SourceLine,
} from "#shared/filings/source.ts";
import { UserError } from "#shared/kernel/errors.ts";
import { type Paper, paperOf, readPaperBytes } from "../../attachments/readPaper.ts";
import { contentError } from "../../excel/readErrors.ts";
import { readWorkbook } from "../../excel/readWorkbook.ts";
import { badFile } from "../../files/openFile.ts";
import { readPdfText } from "../../pdf/readPdfText.ts";
import { findEncoding } from "../../text/findEncoding.ts";
import { bufferSource } from "../../text/textSource.ts";
import { readWord } from "../../word/readWord.ts";

/** A file, or what was pasted. */
export type GivenSource = Readonly<{ path: string }> | Readonly<{ text: string }>;

/** What was read, and the file as it is kept; a text has none, it is kept itself. */
export type ReadSource = Readonly<{ fileName: string; document: SourceDocument; paper: Paper | null }>;

/** Forms have some hundred lines; what is longer is something else. */
const mostLines = 20_000;
const mostCharacters = 2_000_000;

/**
 * Reads a 申报表 or 情况说明 out of Word, Excel, PDF or text, whatever its name ends in. Throws `bad-file` with words for the
 * officer, `cancelled` when the signal says so.
 */
export async function readSource(given: GivenSource, signal: AbortSignal): Promise<ReadSource> {
  if ("text" in given) {
    const document = documentOfText(given.text);
    assertSize("粘贴的内容", document);
    return { fileName: "", document, paper: null };
  }
  const fileName = path.basename(given.path).normalize("NFC");
  try {
    const read = await readFile(given.path, fileName, signal);
    assertSize(fileName, read.document);
    return read;
  } catch (error) {
    throw contentError(fileName, error);
  }
}

async function readFile(file: string, fileName: string, signal: AbortSignal): Promise<ReadSource> {
  const bytes = await readPaperBytes(file, fileName);
  const seen = recognizeHead(bytes.subarray(0, headBytes), fileName);
  if (seen.kind === "unknown") return { fileName, document: await textOf(bytes, fileName), paper: null };
  const paper = await paperOf(fileName, bytes);
  switch (paper.type.extension) {
    case "docx":
      return { fileName, paper, document: { format: "docx", lines: await readWord(fileName, bytes) } };
    case "xlsx":
      return { fileName, paper, document: { format: "xlsx", lines: await sheetLines(file, signal) } };
    case "pdf": {
      const { pages, placed } = await readPdfText(fileName, bytes, { placed: true, signal });
      if (pages.every((page) => page.trim() === "")) {
        throw badFile(fileName, "是扫描件或图片，里面没有文字", "请取得 Word、Excel 或带文字的 PDF。");
      }
      return { fileName, paper, document: documentOfPages(placed) };
    }
    default:
      throw badFile(
        fileName,
        `是${paper.type.name}，读不出申报材料`,
        "请选择 Word（.docx）、Excel（.xlsx）、PDF 或文本文件；旧版 .doc、.xls 请另存为新格式。",
      );
  }
}

async function textOf(bytes: Buffer, fileName: string): Promise<SourceDocument> {
  const encoding = await findEncoding(bufferSource(bytes, fileName));
  const text = new TextDecoder(encoding).decode(bytes);
  if (text.includes("\0")) throw badFile(fileName, "不是文字", "请选择 Word、Excel、PDF 或文本文件。");
  return documentOfText(text);
}

/** A merged cell says its text once, where it begins. */
async function sheetLines(file: string, signal: AbortSignal): Promise<readonly SourceLine[]> {
  const lines: SourceLine[] = [];
  await readWorkbook(
    file,
    ({ name, hidden }) => {
      const own: SourceLine[] = [];
      return {
        row: ({ rowNo, cells }) => {
          const texts = Array.from(cells, (cell) => (cell === undefined || cell.merged ? "" : cell.text));
          own.push({ place: `工作表“${name}”第${rowNo}行`, cells: texts });
          return own.length <= mostLines;
        },
        end: () => {
          if (!hidden) lines.push(...own);
        },
      };
    },
    { signal },
  );
  return lines;
}

function assertSize(fileName: string, { lines }: SourceDocument): void {
  const characters = lines.reduce((sum, { cells }) => sum + cells.join("").trim().length, 0);
  if (characters === 0) {
    throw new UserError({
      code: "bad-file",
      message: `“${fileName}”里没有文字。`,
      hint: "请选择有内容的文件，或粘贴材料的文字。",
    });
  }
  if (lines.length <= mostLines && characters <= mostCharacters) return;
  throw new UserError({
    code: "bad-file",
    message: `“${fileName}”太长，不像申报材料，没有读入。`,
    hint: "请只保留要带入的申报表、填报表、情况说明。",
  });
}
