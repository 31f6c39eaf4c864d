import { join } from "node:path";
import type { SheetInfo } from "#engine/excel/readSheets.ts";
import { readWorkbook } from "#engine/excel/readWorkbook.ts";
import { writeZip } from "#engine/files/writeZip.ts";
import type { PlainRow } from "#shared/excel/plainCell.ts";
import { testFolder } from "#test/engine/store/testLedger.ts";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const rels = "http://schemas.openxmlformats.org/package/2006/relationships";

export type RawWorkbook = Readonly<{
  /** Sheets by name: what stands inside `worksheet`, or the whole part. */
  sheets?: Readonly<Record<string, string>>;
  /** What stands inside `sst`. */
  strings?: string;
  /** What stands inside `styleSheet`. */
  styles?: string;
  workbookPr?: string;
  /** Other parts, or other text of the usual ones; `null` leaves one out. */
  parts?: Readonly<Record<string, string | null>>;
}>;

const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;

function partsOf(book: RawWorkbook): Readonly<Record<string, string | null>> {
  const sheets = Object.entries(book.sheets ?? { Sheet1: "<sheetData/>" });
  const listed = sheets.map(
    ([name], at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  const related = sheets.map((_, at) =>
    relation(`rId${at + 1}`, "worksheet", `worksheets/sheet${at + 1}.xml`),
  );
  const contents = sheets.map(([, xml], at) => [
    `xl/worksheets/sheet${at + 1}.xml`,
    xml.startsWith("<?xml") ? xml : `<worksheet xmlns="${main}">${xml}</worksheet>`,
  ]);
  return {
    "_rels/.rels": `<Relationships xmlns="${rels}">${relation("rId1", "officeDocument", "xl/workbook.xml")}</Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${office}">${book.workbookPr ?? ""}<sheets>${listed.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${rels}">${related.join("")}${relation("s", "sharedStrings", "sharedStrings.xml")}${relation("t", "styles", "styles.xml")}</Relationships>`,
    ...Object.fromEntries(contents),
    ...(book.strings === undefined ? {} : { "xl/sharedStrings.xml": `<sst>${book.strings}</sst>` }),
    ...(book.styles === undefined ? {} : { "xl/styles.xml": `<styleSheet>${book.styles}</styleSheet>` }),
    ...book.parts,
  };
}

/** Writes a workbook from bare XML, to have in it what no program would write. */
export async function writeRawWorkbook(
  book: RawWorkbook,
  path = join(testFolder(), "raw.xlsx"),
): Promise<string> {
  await writeZip(
    path,
    Object.entries(partsOf(book)).flatMap(([name, xml]) => (xml === null ? [] : [[name, [xml]] as const])),
  );
  return path;
}

export type ReadSheet = Readonly<{ info: SheetInfo; rows: readonly PlainRow[] }>;

/** Reads all sheets of a workbook into memory. */
export async function readAll(
  path: string,
  options: Parameters<typeof readWorkbook>[2] = {},
): Promise<readonly ReadSheet[]> {
  const sheets: ReadSheet[] = [];
  const visit = (info: SheetInfo) => {
    const rows: PlainRow[] = [];
    return {
      row: (row: PlainRow) => {
        rows.push(row);
        return true;
      },
      end: () => void sheets.push({ info, rows }),
    };
  };
  await readWorkbook(path, visit, options);
  return sheets;
}

/** Cells as "kind:text", empty for those that hold nothing; a copy from a merged range ends in "+". */
export const shown = (rows: readonly PlainRow[]): readonly (readonly string[])[] =>
  rows.map(({ cells }) =>
    Array.from(cells, (cell) =>
      cell === undefined ? "" : `${cell.kind}:${cell.text}${cell.merged ? "+" : ""}`,
    ),
  );

/** The first sheet of bare XML. */
export async function readXmlSheet(sheet: string, book: Omit<RawWorkbook, "sheets"> = {}) {
  const [first] = await readAll(await writeRawWorkbook({ ...book, sheets: { Sheet1: sheet } }));
  return first?.rows ?? [];
}
