import type { SourceLine } from "#shared/filings/source.ts";
import { XmlError, xmlWalker } from "../excel/readXml.ts";
import { listZip, type ZipEntry } from "../excel/readZip.ts";
import { badFile } from "../files/openFile.ts";

/** Unpacked size of the text; a paper of a hundred pages has some five. */
const mostBytes = 64 * 1_048_576;
const mostCells = 200_000;

/**
 * The paragraphs and tables of a Word file (.docx) as lines of cells. A cell over several columns is followed by blank ones,
 * and one that a cell above reaches into is blank: columns stay below each other. Throws `bad-file` and `ZipError`,
 * `XmlError` for what is damaged.
 */
export async function readWord(fileName: string, bytes: Buffer): Promise<readonly SourceLine[]> {
  const entries = await listZip(bytes, bytes.length);
  const body = entries.find(({ name }) => /^word\/document\d*\.xml$/i.test(name));
  if (body === undefined) throw badFile(fileName, "不是 Word 文档", "请选择 .docx 文件。");
  if (body.size > mostBytes) throw tooLarge(fileName);
  return walkBody(fileName, body);
}

const tooLarge = (fileName: string) =>
  badFile(fileName, "里的文字太多，没有读入", "请把要带入的材料另存为单独的文件。");

type Cell = { text: string; span: number; continues: boolean };

async function walkBody(fileName: string, entry: ZipEntry): Promise<readonly SourceLine[]> {
  const lines: SourceLine[] = [];
  let [paragraphs, tables, rows, cells] = [0, 0, 0, 0];
  let [depth, inText, skipped] = [0, false, 0];
  let row: Cell[] = [];
  let cell: Cell | undefined;
  let paragraph = "";

  const endParagraph = (): void => {
    if (cell !== undefined) cell.text += `${cell.text === "" ? "" : "\n"}${paragraph}`;
    else {
      paragraphs += 1;
      lines.push({ place: `第${paragraphs}段`, cells: [paragraph] });
    }
    paragraph = "";
  };
  const endRow = (): void => {
    rows += 1;
    cells += row.length;
    if (cells > mostCells) throw tooLarge(fileName);
    const texts = row.flatMap(({ text, span, continues }) => [
      continues ? "" : text.trim(),
      ...Array.from({ length: Math.min(span, 64) - 1 }, () => ""),
    ]);
    lines.push({ place: `表${tables}第${rows}行`, cells: texts });
  };

  const walker = xmlWalker({
    open: (name, source) => {
      // What older programs are to show instead says the same once more.
      if (name === "Fallback" || name === "txbxContent") skipped += 1;
      if (skipped > 0) return;
      if (name === "tbl") {
        depth += 1;
        if (depth > 1) return;
        tables += 1;
        rows = 0;
      } else if (name === "tr" && depth === 1) row = [];
      else if (name === "tc" && depth === 1) cell = { text: "", span: 1, continues: false };
      else if (name === "gridSpan" && depth === 1 && cell !== undefined) {
        cell.span = Math.max(1, Number(source.attribute("val")) || 1);
      } else if (name === "vMerge" && depth === 1 && cell !== undefined) {
        cell.continues = source.attribute("val") !== "restart";
      } else if (name === "t") inText = true;
      else if (name === "tab") paragraph += depth > 0 ? " " : "\t";
      else if (name === "br" || name === "cr") paragraph += "\n";
    },
    close: (name) => {
      if (name === "Fallback" || name === "txbxContent") skipped -= 1;
      if (skipped > 0) return;
      if (name === "t") inText = false;
      else if (name === "p") endParagraph();
      else if (name === "tc" && depth === 1 && cell !== undefined) {
        row.push(cell);
        cell = undefined;
      } else if (name === "tr" && depth === 1) endRow();
      else if (name === "tbl") depth -= 1;
    },
    text: (source) => {
      if (inText && skipped === 0) paragraph += source.text();
    },
  });
  for await (const chunk of entry.chunks()) walker.push(chunk);
  walker.end();
  if (depth !== 0) throw new XmlError("misplaced end tag");
  return lines.flatMap(splitParagraph);
}

/** A tab between words of a paragraph parts cells, as it does in a text; a line end in it begins a line. */
function splitParagraph(line: SourceLine): readonly SourceLine[] {
  const [only, second] = line.cells;
  if (only === undefined || second !== undefined || !line.place.endsWith("段")) return [line];
  return only.split("\n").map((text) => ({ place: line.place, cells: text.split("\t") }));
}
